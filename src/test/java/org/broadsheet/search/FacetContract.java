package org.broadsheet.search;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.broadsheet.article.Articles;
import org.broadsheet.query.ArticleQuery;
import org.broadsheet.query.ArticleQuery.Everything;
import org.broadsheet.query.DateRange;
import org.broadsheet.query.NumberRange;
import org.broadsheet.search.Facet.ValueCount;
import org.broadsheet.search.Filters.Selection;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.search.Ask.words;

/** How matches spread over the values of providers, topics, types and categories. */
abstract class FacetContract extends EngineContract {

    private Facet.Values values(FacetName facet, ArticleQuery query, Filters filters) {
        EngineAnswer answer = search(Ask.of(query)
                .sort(SortOrder.NEWEST)
                .filters(filters)
                .size(0)
                .facets(EnumSet.of(facet))
                .request());
        return (Facet.Values) answer.facets().get(facet);
    }

    private static Filters chosen(FacetName facet, Set<String> included, Set<String> excluded) {
        return new Filters(Map.of(facet, new Selection(included, excluded)), null, null, null, null);
    }

    private static ValueCount count(String value, long count) {
        return new ValueCount(value, count, false, false);
    }

    @Test
    void values_mostFrequentFirst_thenByValue() {
        given(Articles.titled("1").topics("b", "c"), Articles.titled("2").topics("c", "a"),
                Articles.titled("3").topics("B"), Articles.titled("4"));

        assertThat(values(FacetName.TOPIC, new Everything(), Filters.NONE)).isEqualTo(
                new Facet.Values(List.of(count("c", 2), count("B", 1), count("a", 1), count("b", 1)), 0, 1));
    }

    @Test
    void values_ofEachFacet() {
        given(Articles.titled("1").provider("Reason", "reason.com").type("article").category("news"),
                Articles.titled("2").provider("Reason", "www.reason.com").type("video"));

        assertThat(values(FacetName.PROVIDER, new Everything(), Filters.NONE))
                .isEqualTo(new Facet.Values(List.of(count("Reason", 2)), 0, 0));
        assertThat(values(FacetName.TYPE, new Everything(), Filters.NONE))
                .isEqualTo(new Facet.Values(List.of(count("article", 1), count("video", 1)), 0, 0));
        assertThat(values(FacetName.CATEGORY, new Everything(), Filters.NONE))
                .isEqualTo(new Facet.Values(List.of(count("news", 1)), 0, 1));
    }

    @Test
    void values_ofMatchesOnly() {
        given(Articles.titled("Robot").topics("AI"), Articles.titled("Ship").topics("Sea"), Articles.titled("Robots"));

        assertThat(values(FacetName.TOPIC, words("robot"), Filters.NONE))
                .isEqualTo(new Facet.Values(List.of(count("AI", 1)), 0, 1));
    }

    /** Few of many match, and one of them has many more topics than any other article. */
    @Test
    void values_ofFewMatches_oneWithUnusuallyMany() {
        String[] many = IntStream.range(0, 30).mapToObj(number -> "Topic " + number).toArray(String[]::new);
        given(Stream.concat(
                Stream.of(Articles.titled("Robot a").topics(many), Articles.titled("Robot b").topics(many[0], many[1]),
                        Articles.titled("Robot c")),
                IntStream.range(0, 200)
                        .mapToObj(number -> Articles.titled("Ship " + number)
                                .topics(many[number % 30], many[(number + 1) % 30])))
                .toArray(Articles[]::new));

        Facet.Values topics = values(FacetName.TOPIC, words("robot"), Filters.NONE);

        assertThat(topics.values()).startsWith(count(many[0], 2), count(many[1], 2), count(many[10], 1));
        assertThat(topics.values().stream().mapToLong(ValueCount::count).sum() + topics.other()).isEqualTo(32);
        assertThat(topics.missing()).isEqualTo(1);
    }

    @Test
    void values_withoutAnyMatch() {
        given(Articles.titled("Robot").topics("AI"));

        assertThat(values(FacetName.TOPIC, words("ship"), Filters.NONE))
                .isEqualTo(new Facet.Values(List.of(), 0, 0));
    }

    @Test
    void values_beyondTheTenth_areAddedUp() {
        given(IntStream.rangeClosed(1, 13)
                .boxed()
                .flatMap(i -> Stream.of(
                        Articles.titled("One " + i).topics("t" + (char) ('a' + i)), Articles.titled("Two " + i)
                                .topics(i < 3 ? "t" + (char) ('a' + i) : "x")))
                .toArray(Articles[]::new));

        Facet.Values values = values(FacetName.TOPIC, new Everything(), Filters.NONE);

        assertThat(values.values()).hasSize(10)
                .startsWith(count("x", 11), count("tb", 2), count("tc", 2),
                        count("td", 1));
        assertThat(values.other()).isEqualTo(4);
        assertThat(values.missing()).isZero();
    }

    @Test
    void selectedAndExcludedValues_areListedBesidesTenOthers() {
        given(IntStream.rangeClosed(1, 13)
                .mapToObj(i -> Articles.titled("One " + i).topics("t" + (char) ('a' + i)))
                .toArray(Articles[]::new));

        Facet.Values values = values(FacetName.TOPIC, new Everything(),
                chosen(FacetName.TOPIC, Set.of("tm", "tb"), Set.of("tn")));

        assertThat(values.values()).hasSize(13)
                .contains(new ValueCount("tb", 1, true, false))
                .endsWith(count("tl", 1), new ValueCount("tm", 1, true, false), new ValueCount("tn", 1, false, true));
        assertThat(values.other()).isZero();
    }

    @Test
    void selectedValue_withoutAMatch_isListedWithZero() {
        given(Articles.titled("Robot").topics("AI"), Articles.titled("Ship").topics("Sea"));

        assertThat(values(FacetName.TOPIC, words("robot"),
                chosen(FacetName.TOPIC, Set.of("Sea", "nowhere"), Set.of("at all"))).values())
                .containsExactly(count("AI", 1), new ValueCount("Sea", 0, true, false),
                        new ValueCount("at all", 0, false, true), new ValueCount("nowhere", 0, true, false));
    }

    @Test
    void ownSelection_isIgnored_othersAreObeyed() {
        given(Articles.titled("1").topics("AI", "Law").type("article"), Articles.titled("2").topics("AI").type("video"),
                Articles.titled("3").topics("Sea").type("article"), Articles.titled("4").type("article"));
        Filters lawAndArticles = new Filters(Map.of(FacetName.TOPIC, new Selection(Set.of("Law"), Set.of()),
                FacetName.TYPE, new Selection(Set.of("article"), Set.of())), null, null, null, null);

        assertThat(values(FacetName.TOPIC, new Everything(), lawAndArticles)).isEqualTo(new Facet.Values(
                List.of(count("AI", 1), new ValueCount("Law", 1, true, false), count("Sea", 1)), 0, 1));
        assertThat(values(FacetName.TYPE, new Everything(), lawAndArticles))
                .isEqualTo(new Facet.Values(List.of(new ValueCount("article", 1, true, false)), 0, 0));
        assertThat(values(FacetName.CATEGORY, new Everything(), lawAndArticles))
                .isEqualTo(new Facet.Values(List.of(), 0, 1));
    }

    @Test
    void ownExclusion_isIgnoredToo() {
        given(Articles.titled("1").topics("AI", "Law"), Articles.titled("2").topics("AI"));

        assertThat(values(FacetName.TOPIC, new Everything(), chosen(FacetName.TOPIC, Set.of(), Set.of("AI"))).values())
                .containsExactly(new ValueCount("AI", 2, false, true), count("Law", 1));
    }

    @Test
    void ranges_areObeyedByValues() {
        given(Articles.titled("1").topics("AI").date("2021-04-07").quality(30).heat(1).published(true),
                Articles.titled("2").topics("AI").date("2021-04-07").quality(30).heat(1).published(false),
                Articles.titled("3").topics("AI").date("2021-04-07").quality(30).published(true),
                Articles.titled("4").topics("AI").date("2021-04-07").quality(31).heat(1).published(true),
                Articles.titled("5").topics("AI").date("2022-04-07").quality(30).heat(1).published(true));
        Filters filters = new Filters(Map.of(), DateRange.of(java.time.Year.of(2021)), new NumberRange(0, 30),
                new NumberRange(0, 1), true);

        assertThat(values(FacetName.TOPIC, new Everything(), filters).values()).containsExactly(count("AI", 1));
    }

    @Test
    void facetsNotAskedFor_areAbsent() {
        given(Articles.titled("1").topics("AI"));

        assertThat(search(Ask.everything().request()).facets()).isEmpty();
        assertThat(search(Ask.everything().facets(EnumSet.of(FacetName.DATE, FacetName.TYPE)).request()).facets())
                .containsOnlyKeys(FacetName.TYPE, FacetName.DATE);
        assertThat(search(Ask.everything().facets(allFacets()).request()).facets().keySet())
                .containsExactly(FacetName.values());
    }

    @Test
    void facets_doNotDependOnThePage() {
        given(Articles.titled("1").topics("AI"), Articles.titled("2").topics("AI"));
        EngineAnswer whole = search(Ask.everything().facets(allFacets()).request());

        assertThat(search(Ask.everything().size(0).facets(allFacets()).request()).facets()).isEqualTo(whole.facets());
        assertThat(search(Ask.everything().offset(1).size(1).facets(allFacets()).request()).facets())
                .isEqualTo(whole.facets());
        EngineAnswer first = search(Ask.everything().size(1).facets(allFacets()).request());
        EngineAnswer second = search(Ask.everything().size(1).after(first.next()).facets(allFacets()).request());
        assertThat(second.facets()).isEqualTo(whole.facets());
        assertThat(second.total()).isEqualTo(2);
    }

    @Test
    void values_thatAreOddTexts_stayAsTheyAre() {
        String odd = " \"Ünïcode\", <b>bold</b> & 東京 🤖";
        given(Articles.titled("1").topics(odd, "x".repeat(900)));

        assertThat(values(FacetName.TOPIC, new Everything(), chosen(FacetName.TOPIC, Set.of(odd), Set.of())).values())
                .containsExactly(new ValueCount(odd, 1, true, false), count("x".repeat(900), 1));
    }
}
