package org.broadsheet.search;

import java.time.Instant;
import java.util.List;

import org.broadsheet.article.Article;
import org.broadsheet.article.Articles;
import org.broadsheet.article.Provider;
import org.broadsheet.article.Related;
import org.broadsheet.field.ArticleField;
import org.junit.jupiter.api.Test;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.search.Ask.all;
import static org.broadsheet.search.Ask.in;
import static org.broadsheet.search.Ask.not;
import static org.broadsheet.search.Ask.phrase;
import static org.broadsheet.search.Ask.words;

/** What comes back of an article. */
abstract class HitContract extends EngineContract {

    private static Articles full() {
        return Articles.titled("Ohio AG Resumes “Facial” Recognition")
                .path("seeds/000_e2bd.txt")
                .excerpt("After a <b>pause</b>…")
                .body("First.\n\nSecond 🤖.")
                .provider("Government Technology", "govtech.com")
                .topics("Computer Vision", "AI")
                .type("article")
                .category("news")
                .date(Instant.parse("2023-04-27T23:29:00.123Z"))
                .quality(59)
                .heat(69)
                .published(false)
                .webUrl("https://www.govtech.com/a?b=c&d=é")
                .image("https://images.org/1.png", 840, 438)
                .related(new Related("Clearview", "https://biometric.com/1",
                        new Provider("Biometric", "biometric.com"), Instant.parse("2023-04-28T17:06:00Z")))
                .related(new Related("Another", null, null, null));
    }

    private Hit only(Ask ask) {
        List<Hit> hits = search(ask.request()).hits();
        assertThat(hits).hasSize(1);
        return hits.getFirst();
    }

    private static String text(Snippet snippet) {
        return snippet.fragments().stream().map(Snippet.Fragment::text).collect(joining());
    }

    private static List<String> marked(Snippet snippet) {
        return snippet.fragments().stream().filter(Snippet.Fragment::match).map(Snippet.Fragment::text).toList();
    }

    @Test
    void article_whole() {
        Article article = full().build();
        given(full(), Articles.titled("Other"));

        assertThat(searcher().article(article.id())).contains(article);
    }

    @Test
    void article_withLittleInIt() {
        Article article = Articles.titled("Bare").build();
        given(Articles.titled("Bare"));

        assertThat(searcher().article(article.id())).contains(article);
        assertThat(only(Ask.everything()).article()).isEqualTo(article);
    }

    @Test
    void article_ofPartsThatAreHalfThere() {
        Articles half = Articles.titled("Half").provider("Reason").image("https://a.org/1.png", null, 10).heat(-1);
        given(half);

        assertThat(searcher().article(half.build().id())).contains(half.build());
    }

    @Test
    void article_long() {
        Articles lengthy = Articles.titled("Long").body("Words é 🤖 and more.\n".repeat(20_000) + "robot");
        given(lengthy);

        assertThat(searcher().article(lengthy.build().id())).contains(lengthy.build());
        assertThat(found(words("robot"))).containsExactly("Long");
    }

    @Test
    void article_unknown() {
        given(full());

        assertThat(searcher().article(Article.idOf("test/unknown.md"))).isEmpty();
        assertThat(searcher().article("no id")).isEmpty();
    }

    @Test
    void hit_isTheArticleWithoutBodyAndRelated() {
        Article article = full().build();
        given(full());
        Article shown = new Article(article.id(), article.path(), article.title(), article.excerpt(), null,
                article.provider(), article.topics(), article.type(), article.category(), article.publishedDateTime(),
                article.quality(), article.heat(), article.published(), article.webUrl(), article.image(), List.of());

        assertThat(only(Ask.of(words("ohio"))).article()).isEqualTo(shown);
        assertThat(only(Ask.everything()).article()).isEqualTo(shown);
    }

    @Test
    void score_whereNothingRanks_isZero() {
        given(full());

        assertThat(only(Ask.everything()).score()).isZero();
        assertThat(only(Ask.of(words("ohio"))).score()).isPositive();
    }

    @Test
    void snippets_markWhatMatched() {
        given(Articles.titled("Ohio resumes Facial Recognition use")
                .excerpt("The use of facial software.")
                .body("An agency RECOGNISED it: recognition."));

        Hit hit = only(Ask.of(words("facial recognition")).snippets());

        assertThat(hit.title()).hasToString("Ohio resumes [Facial] [Recognition] use");
        assertThat(hit.excerpt()).hasToString("The use of [facial] software.");
        assertThat(marked(hit.body())).contains("recognition");
    }

    @Test
    void snippets_markByStem_caseAndAccentsAside() {
        given(Articles.titled("Two Cafés in a café's garden"));

        assertThat(marked(only(Ask.of(words("CAFE")).snippets()).title())).contains("Cafés").hasSize(2);
    }

    @Test
    void snippets_whereNothingMatched_areEmpty() {
        given(Articles.titled("Robot").excerpt("Nothing.").body("Nothing either."));

        Hit hit = only(Ask.of(words("robot")).snippets());

        assertThat(hit.title()).hasToString("[Robot]");
        assertThat(hit.excerpt().isEmpty()).isTrue();
        assertThat(hit.body().isEmpty()).isTrue();
        assertThat(only(Ask.everything().snippets()).title().isEmpty()).isTrue();
    }

    @Test
    void snippets_notAskedFor_areEmpty() {
        given(Articles.titled("Robot").excerpt("Robot").body("Robot"));

        Hit hit = only(Ask.of(words("robot")));

        assertThat(List.of(hit.title(), hit.excerpt(), hit.body())).allMatch(Snippet::isEmpty);
    }

    @Test
    void snippets_ofOneFieldOnly_whenAskedThere() {
        given(Articles.titled("Robot").excerpt("A robot."));

        Hit hit = only(Ask.of(in(ArticleField.EXCERPT, words("robots"))).snippets());

        assertThat(hit.title().isEmpty()).isTrue();
        assertThat(hit.excerpt()).hasToString("A [robot].");
    }

    @Test
    void snippets_doNotMarkWhatIsExcluded() {
        given(Articles.titled("Robot ship"));

        assertThat(marked(only(Ask.of(all(words("robot"), not(phrase("ship robot")))).snippets()).title()))
                .containsExactly("Robot");
    }

    @Test
    void snippets_ofLongTexts_areAPart() {
        String filler = "Much else was said there. ";
        given(Articles.titled("Long").body(filler.repeat(300) + "Then came the robot at last. " + filler.repeat(300)));

        Snippet body = only(Ask.of(words("robot")).snippets()).body();

        assertThat(marked(body)).containsExactly("robot");
        assertThat(text(body)).contains("Then came the robot at last");
    }

    @Test
    void snippets_keepMarkupAsText() {
        given(Articles.titled("<b>Robot</b> & \"co\""));

        assertThat(only(Ask.of(words("robot")).snippets()).title()).hasToString("<b>[Robot]</b> & \"co\"");
    }

    @Test
    void explanation_onlyWhenAskedFor() {
        given(Articles.titled("Robot"));

        assertThat(only(Ask.of(words("robot")).explain()).why()).isNotEmpty().noneMatch(String::isBlank);
        assertThat(only(Ask.of(words("robot"))).why()).isEmpty();
    }

    @Test
    void idsByWebUrl_ofThoseThatAreThere_inOrder() {
        Articles one = Articles.titled("One").webUrl("https://a.org/1");
        Articles two = Articles.titled("Two").webUrl("https://a.org/1");
        Articles three = Articles.titled("Three").webUrl("https://a.org/3");
        given(one, two, three, Articles.titled("None"));

        var ids = searcher().idsByWebUrl(List.of("https://a.org/1", "https://a.org/3", "https://a.org/", ""));

        assertThat(ids).containsOnlyKeys("https://a.org/1", "https://a.org/3");
        assertThat(ids.get("https://a.org/1")).containsExactlyInAnyOrder(one.build().id(), two.build().id())
                .isSorted();
        assertThat(ids.get("https://a.org/3")).containsExactly(three.build().id());
        assertThat(searcher().idsByWebUrl(List.of())).isEmpty();
    }
}
