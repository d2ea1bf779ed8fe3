package org.broadsheet.search;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.broadsheet.article.Article;
import org.broadsheet.article.Articles;
import org.broadsheet.query.ArticleQuery.Everything;
import org.broadsheet.search.Completion.Kind;
import org.broadsheet.search.Facet.ValueCount;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.search.Ask.words;

/** Completions, the values of a facet by prefix, other spellings, and similar articles. */
abstract class SuggestionContract extends EngineContract {

    private static final Articles OHIO = Articles.titled("Ohio police resume facial recognition after a pause")
            .excerpt("The attorney general resumes the use of facial recognition software by police.")
            .provider("Government Technology")
            .topics("Recognition Systems")
            .webUrl("https://ohio.gov/1");
    private static final Articles CLEARVIEW = Articles.titled("Police agencies used facial recognition software")
            .excerpt("Clearview sold facial recognition software to police agencies.")
            .provider("Reason")
            .topics("Computer Vision");
    private static final Articles BAN = Articles.titled("City bans robots from all of its streets")
            .excerpt("Recognition of their dangers ended a long debate.")
            .provider("Reader's Digest")
            .topics("Law");
    private static final Articles COPY = Articles.titled("Ohio police resume facial recognition")
            .excerpt("The attorney general resumes the use of facial recognition software by police.")
            .webUrl("https://ohio.gov/1");
    private static final Articles SHIPS = Articles.titled("Zeppelins rival yachts").provider("Récolte Weekly");

    private List<String> similar(Articles to, int size) {
        return searcher().similar(to.build().id(), size, Deadline.none())
                .stream()
                .map(hit -> hit.article().title())
                .toList();
    }

    private List<Completion> completions(String text) {
        return searcher().completions(text, 10, Deadline.none());
    }

    private List<Spelling> spellings(String word, int edits, int size) {
        return searcher().spellings(word, edits, size, Deadline.none());
    }

    @Test
    void similar_bestFirst_withoutItself_itsCopyLast() {
        given(OHIO, CLEARVIEW, BAN, COPY, SHIPS);

        assertThat(similar(OHIO, 10)).startsWith(CLEARVIEW.build().title())
                .endsWith(COPY.build().title())
                .doesNotContain(OHIO.build().title(), SHIPS.build().title());
    }

    @Test
    void similar_hitsAreWithoutBodyAndRelated() {
        given(OHIO, CLEARVIEW, Articles.titled("Facial recognition software of the police")
                .body("Police resume facial recognition.")
                .related("Other", null));

        assertThat(searcher().similar(OHIO.build().id(), 10, Deadline.none()))
                .hasSize(2)
                .map(Hit::article)
                .allMatch(article -> article.body() == null && article.related().isEmpty());
    }

    @Test
    void similar_atMostSoMany() {
        given(OHIO, CLEARVIEW, BAN, COPY);

        assertThat(similar(OHIO, 1)).hasSize(1);
    }

    @Test
    void similar_toNothing() {
        given(OHIO, CLEARVIEW, SHIPS);

        assertThat(similar(SHIPS, 10)).isEmpty();
        assertThat(searcher().similar(Article.idOf("unknown"), 10, Deadline.none())).isEmpty();
    }

    @Test
    void completions_ofEachKind() {
        given(OHIO, CLEARVIEW, BAN, SHIPS);

        assertThat(completions("rec")).contains(new Completion("recognition", Kind.WORD),
                new Completion("Recognition Systems", Kind.TOPIC));
        assertThat(completions("ohio pol")).contains(new Completion("ohio police", Kind.WORD),
                new Completion(OHIO.build().title(), Kind.TITLE));
        assertThat(completions("GOV"))
                .contains(new Completion("Government Technology", Kind.PROVIDER));
        assertThat(completions("recolte")).contains(new Completion("Récolte Weekly", Kind.PROVIDER));
    }

    @Test
    void completions_withOneTypo() {
        given(OHIO, CLEARVIEW, BAN, SHIPS);

        assertThat(completions("recgonit")).contains(new Completion("recognition", Kind.WORD));
        assertThat(completions("the recogmi")).contains(new Completion("the recognition", Kind.WORD));
        assertThat(completions("govrnment tech"))
                .contains(new Completion("Government Technology", Kind.PROVIDER));
        assertThat(completions("zepelins"))
                .contains(new Completion("Zeppelins rival yachts", Kind.TITLE));
        assertThat(completions("rcx")).isEmpty();
    }

    @Test
    void completions_whereWordsOfANameBegin() {
        given(OHIO, CLEARVIEW, BAN, SHIPS);

        assertThat(completions("tech")).contains(new Completion("Government Technology", Kind.PROVIDER));
        assertThat(completions("sys")).contains(new Completion("Recognition Systems", Kind.TOPIC));
        assertThat(completions("rival")).contains(new Completion("Zeppelins rival yachts", Kind.TITLE));
        assertThat(completions("echnology")).isEmpty();
    }

    @Test
    void completions_titlesThatDifferInCaseOnly_areOne() {
        given(Articles.titled("Zeppelins rival yachts").path("a/1.md"),
                Articles.titled("ZEPPELINS RIVAL YACHTS").path("a/2.md"));

        assertThat(completions("zepp")).filteredOn(found -> found.kind() == Kind.TITLE).hasSize(1);
    }

    @Test
    void completions_areThoseOfTheNewestCommit() {
        given(OHIO);
        assertThat(completions("zepp")).isEmpty();
        assertThat(completions("récolte")).isEmpty();

        add(SHIPS);

        assertThat(completions("zepp")).contains(new Completion("zeppelins", Kind.WORD));
        assertThat(completions("récolte")).contains(new Completion("Récolte Weekly", Kind.PROVIDER));
    }

    @Test
    void completions_ofNothing() {
        given(OHIO);

        assertThat(completions("")).isEmpty();
        assertThat(completions("  ")).isEmpty();
        assertThat(completions("xyzzy")).isEmpty();
        assertThat(completions("\"-*")).isEmpty();
    }

    @Test
    void completions_atMostSoMany_withoutRepetition() {
        given(OHIO, CLEARVIEW, BAN, COPY, SHIPS);

        assertThat(searcher().completions("re", 2, Deadline.none())).hasSize(2);
        assertThat(searcher().completions("re", 50, Deadline.none())).doesNotHaveDuplicates();
    }

    @Test
    void facetValues_byPrefix_withoutCaseAndAccents() {
        given(OHIO, CLEARVIEW, BAN, COPY, SHIPS, Articles.titled("More").provider("Récolte Weekly"));

        assertThat(searcher().facetValues(FacetName.PROVIDER, "rE", new Everything(), Filters.NONE, 10,
                Deadline.none())).containsExactly(new ValueCount("Récolte Weekly", 2, false, false),
                        new ValueCount("Reader's Digest", 1, false, false), new ValueCount("Reason", 1, false, false));
        assertThat(searcher().facetValues(FacetName.PROVIDER, "réc", new Everything(), Filters.NONE, 10,
                Deadline.none())).hasSize(1);
        assertThat(searcher().facetValues(FacetName.PROVIDER, "government te", new Everything(), Filters.NONE, 10,
                Deadline.none())).hasSize(1);
        assertThat(searcher().facetValues(FacetName.PROVIDER, "", new Everything(), Filters.NONE, 3,
                Deadline.none())).hasSize(3);
        assertThat(searcher().facetValues(FacetName.PROVIDER, "technology", new Everything(), Filters.NONE, 10,
                Deadline.none())).isEmpty();
    }

    @Test
    void facetValues_amongTheMatches_theirOwnSelectionIgnored() {
        given(Articles.titled("Robot").topics("AI", "Art").type("article"),
                Articles.titled("Robots").topics("Art").type("article"), Articles.titled("Ship").topics("Atlantic"),
                Articles.titled("Robot film").topics("Acting").type("video"));
        Filters filters = new Filters(Map.of(FacetName.TOPIC, new Filters.Selection(Set.of("AI"), Set.of("Atlantic")),
                FacetName.TYPE, new Filters.Selection(Set.of("article"), Set.of())), null, null, null, null);

        assertThat(searcher().facetValues(FacetName.TOPIC, "a", words("robot"), filters, 10, Deadline.none()))
                .containsExactly(new ValueCount("Art", 2, false, false), new ValueCount("AI", 1, true, false));
    }

    @Test
    void spellings_likeliestFirst() {
        given(OHIO, CLEARVIEW, BAN, SHIPS);

        List<Spelling> spellings = spellings("Recogniton", 2, 5);

        assertThat(spellings).startsWith(new Spelling("recognition", 3, 1));
        assertThat(spellings("polcie", 1, 5)).containsExactly(new Spelling("police", 2, 1));
    }

    @Test
    void spellings_areWordsAsTheyStand() {
        given(Articles.titled("Agencies"));

        assertThat(spellings("agensies", 1, 5)).containsExactly(new Spelling("agencies", 1, 1));
    }

    @Test
    void spellings_nothingNear() {
        given(OHIO, CLEARVIEW);

        assertThat(spellings("xylophones", 2, 5)).isEmpty();
        assertThat(spellings("", 2, 5)).isEmpty();
    }

    @Test
    void suggestions_ofAnEmptyIndex() {
        given();

        assertThat(completions("a")).isEmpty();
        assertThat(spellings("robot", 2, 5)).isEmpty();
        assertThat(searcher().facetValues(FacetName.TOPIC, "", new Everything(), Filters.NONE, 5, Deadline.none()))
                .isEmpty();
        assertThat(searcher().idsByWebUrl(List.of("https://a.org"))).isEmpty();
    }
}
