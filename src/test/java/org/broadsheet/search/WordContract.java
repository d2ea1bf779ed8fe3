package org.broadsheet.search;

import java.util.List;
import java.util.stream.IntStream;

import org.broadsheet.article.Articles;
import org.broadsheet.query.ArticleQuery;
import org.broadsheet.query.ArticleQuery.Everything;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.search.Ask.words;

/** Which articles a word finds. */
abstract class WordContract extends EngineContract {

    @Test
    void everything_findsAll() {
        given(Articles.titled("One"), Articles.titled("Two"));

        assertThat(found(new Everything())).containsExactly("One", "Two");
    }

    @Test
    void word_inAnyTextField() {
        given(Articles.titled("Robot in the title"), Articles.titled("In excerpt").excerpt("A robot."),
                Articles.titled("In body").body("It was a robot"), Articles.titled("In topics").topics("Art", "Robot"),
                Articles.titled("In provider").provider("Robot Weekly", "weekly.org"),
                Articles.titled("In domain").provider("Weekly", "robot.org"), Articles.titled("Nowhere"));

        assertThat(found(words("robot.org"))).contains("In domain");
        assertThat(found(words("robot"))).contains("In body", "In excerpt", "In provider", "In topics",
                "Robot in the title").doesNotContain("Nowhere");
    }

    @Test
    void word_inOtherFields_isNotSearched() {
        given(Articles.titled("Plain")
                .path("robot/robot.md")
                .type("robot")
                .category("robot")
                .webUrl("https://robot.org/robot")
                .image("https://robot.org/robot.png", 1, 1)
                .related("Robot", "https://robot.org/other"));

        assertThat(found(words("robot"))).isEmpty();
    }

    @Test
    void words_mustAllOccur_inWhicheverFields() {
        given(Articles.titled("Facial recognition"), Articles.titled("Facial").body("recognition"),
                Articles.titled("Facial only"), Articles.titled("Recognition"));

        assertThat(found(words("recognition facial"))).containsExactly("Facial", "Facial recognition");
    }

    @Test
    void word_inPluralOrSingular() {
        given(Articles.titled("Police agencies"), Articles.titled("A police agency"));

        assertThat(found(words("agency"))).hasSize(2);
        assertThat(found(words("agencies"))).hasSize(2);
    }

    @Test
    void word_inAnyCase() {
        given(Articles.titled("FACIAL Recognition"));

        assertThat(found(words("facial"))).hasSize(1);
        assertThat(found(words("rECOGNITION"))).hasSize(1);
    }

    @Test
    void word_withOrWithoutAccents() {
        given(Articles.titled("Café Zoë"), Articles.titled("Cafe Zoe"));

        assertThat(found(words("cafe"))).hasSize(2);
        assertThat(found(words("Zoë"))).hasSize(2);
    }

    @Test
    void word_withPossessive() {
        given(Articles.titled("Ohio's plan"), Articles.titled("Ohio’s other plan"), Articles.titled("Ohio"));

        assertThat(found(words("ohio"))).hasSize(3);
        assertThat(found(words("Ohio's"))).hasSize(3);
        assertThat(found(words("Ohio’s"))).hasSize(3);
    }

    @Test
    void initials_areOneWord() {
        given(Articles.titled("A.I. at AT&T"), Articles.titled("AI at ATT"), Articles.titled("A mind, I say: T"));

        assertThat(found(words("A.I."))).containsExactly("A.I. at AT&T", "AI at ATT");
        assertThat(found(words("AI"))).containsExactly("A.I. at AT&T", "AI at ATT");
        assertThat(found(words("AT&T"))).containsExactly("A.I. at AT&T", "AI at ATT");
    }

    @Test
    void nameWithHyphen_findsItsPartsSideBySide() {
        given(Articles.titled("GPT-4 is out"), Articles.titled("GPT 4 came"), Articles.titled("4 GPT"),
                Articles.titled("GPT").excerpt("4"), Articles.titled("GPT or 4"));

        assertThat(found(words("GPT-4"))).containsExactly("GPT 4 came", "GPT-4 is out");
    }

    @Test
    void nameWithHyphen_isStemmedToo() {
        given(Articles.titled("Self-driving cars"), Articles.titled("It drives my self"));

        assertThat(found(words("self-drive"))).containsExactly("Self-driving cars");
    }

    @Test
    void nameWithHyphen_withinOneTopic() {
        given(Articles.titled("Across").topics("Art", "Design"), Articles.titled("Within").topics("Art Design"));

        assertThat(found(words("art-design"))).containsExactly("Within");
    }

    @Test
    void word_thatIsAPartOfAnother_isNotFound() {
        given(Articles.titled("Airport"));

        assertThat(found(words("air"))).isEmpty();
        assertThat(found(words("port"))).isEmpty();
    }

    @Test
    void frequentWords_areWordsToo() {
        given(Articles.titled("The Who"), Articles.titled("World Health"));

        assertThat(found(words("the who"))).containsExactly("The Who");
    }

    @Test
    void numbers_areWords() {
        given(Articles.titled("Over 1,800 agencies"), Articles.titled("In 2021"));

        assertThat(found(words("1,800"))).containsExactly("Over 1,800 agencies");
        assertThat(found(words("2021"))).containsExactly("In 2021");
    }

    @Test
    void otherScripts_areSearched() {
        given(Articles.titled("Новости Москвы"), Articles.titled("東京 ニュース"), Articles.titled("🤖 emoji"));

        assertThat(found(words("новости"))).containsExactly("Новости Москвы");
        assertThat(found(words("東京"))).containsExactly("東京 ニュース");
        assertThat(found(words("🤖"))).containsExactly("🤖 emoji");
    }

    @Test
    void total_isExactBeyondThePage() {
        given(IntStream.range(0, 120)
                .mapToObj(i -> Articles.titled("Robot " + i))
                .toArray(Articles[]::new));

        EngineAnswer answer = search(Ask.of(words("robot")).size(10).request());

        assertThat(answer.total()).isEqualTo(120);
        assertThat(answer.hits()).hasSize(10);
        assertThat(searcher().count(words("robot"), Filters.NONE, Deadline.none())).isEqualTo(120);
    }

    @Test
    void emptyIndex_findsNothing() {
        given();

        EngineAnswer answer = search(Ask.of(words("robot")).facets(allFacets()).snippets().request());

        assertThat(answer.total()).isZero();
        assertThat(answer.hits()).isEmpty();
        assertThat(answer.next()).isNull();
        assertThat(answer.facets()).containsOnlyKeys(FacetName.values());
        assertThat(found(new Everything())).isEmpty();
    }

    @Test
    void synonyms_whatWasAskedComesFirst() {
        given(Articles.titled("Rules of artificial intelligence"), Articles.titled("Rules of the AI"));
        ArticleQuery ai = new ArticleQuery.Word("AI", true);
        ArticleQuery inFull = new ArticleQuery.Word("artificial intelligence", false);

        assertThat(titles(search(Ask.of(new ArticleQuery.WithSynonyms(ai, List.of(inFull))).request())))
                .containsExactly("Rules of the AI", "Rules of artificial intelligence");
        assertThat(titles(search(Ask.of(
                new ArticleQuery.WithSynonyms(words("artificial intelligence"), List.of(ai))).request())))
                .containsExactly("Rules of artificial intelligence", "Rules of the AI");
    }
}
