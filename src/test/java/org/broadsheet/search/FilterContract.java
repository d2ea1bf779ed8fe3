package org.broadsheet.search;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

import org.broadsheet.article.Articles;
import org.broadsheet.query.ArticleQuery.Everything;
import org.broadsheet.query.DateRange;
import org.broadsheet.query.NumberRange;
import org.broadsheet.search.Filters.Selection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.search.Ask.words;

/** What filters let pass. */
abstract class FilterContract extends EngineContract {

    @BeforeEach
    void fill() {
        given(Articles.titled("One")
                .provider("Reason", "reason.com")
                .topics("AI", "Law")
                .type("article")
                .category("news")
                .date("2021-04-07T10:00:00Z")
                .quality(40)
                .heat(-1)
                .published(false),
                Articles.titled("Two")
                        .provider("Reason Foundation", "reason.com")
                        .topics("AI")
                        .type("video")
                        .date("2021-04-08T10:00:00Z")
                        .quality(60)
                        .heat(5)
                        .published(true),
                Articles.titled("Three").provider("reason").topics("law").quality(100), Articles.titled("Four"));
    }

    private static Filters only(FacetName facet, Set<String> included, Set<String> excluded) {
        return new Filters(Map.of(facet, new Selection(included, excluded)), null, null, null, null);
    }

    private static Filters dates(String first, String last) {
        DateRange range = DateRange.ofDays(first == null ? null : LocalDate.parse(first),
                last == null ? null : LocalDate.parse(last));
        return new Filters(Map.of(), range, null, null, null);
    }

    @Test
    void value_asAWhole_letterByLetter() {
        assertThat(found(new Everything(), only(FacetName.PROVIDER, Set.of("Reason"), Set.of())))
                .containsExactly("One");
        assertThat(found(new Everything(), only(FacetName.PROVIDER, Set.of("reason"), Set.of())))
                .containsExactly("Three");
        assertThat(found(new Everything(), only(FacetName.TOPIC, Set.of("AI"), Set.of()))).containsExactly("One",
                "Two");
        assertThat(found(new Everything(), only(FacetName.TYPE, Set.of("video"), Set.of()))).containsExactly("Two");
        assertThat(found(new Everything(), only(FacetName.CATEGORY, Set.of("news"), Set.of()))).containsExactly("One");
        assertThat(found(new Everything(), only(FacetName.CATEGORY, Set.of("nothing"), Set.of()))).isEmpty();
    }

    @Test
    void valuesOfOneFacet_eitherIsEnough() {
        assertThat(found(new Everything(), only(FacetName.TOPIC, Set.of("Law", "law"), Set.of())))
                .containsExactly("One", "Three");
    }

    @Test
    void valuesOfSeveralFacets_allAreNeeded() {
        Filters filters = new Filters(Map.of(FacetName.TOPIC, new Selection(Set.of("AI"), Set.of()), FacetName.TYPE,
                new Selection(Set.of("video"), Set.of())), null, null, null, null);

        assertThat(found(new Everything(), filters)).containsExactly("Two");
    }

    @Test
    void excludedValue_isLeftOut_andWhatHasNoneStays() {
        assertThat(found(new Everything(), only(FacetName.TOPIC, Set.of(), Set.of("AI")))).containsExactly("Four",
                "Three");
        assertThat(found(new Everything(), only(FacetName.TOPIC, Set.of("AI"), Set.of("Law")))).containsExactly("Two");
        assertThat(found(new Everything(), only(FacetName.TOPIC, Set.of("AI"), Set.of("AI")))).isEmpty();
    }

    @Test
    void emptySelection_letsAllPass() {
        assertThat(found(new Everything(), only(FacetName.TOPIC, Set.of(), Set.of()))).hasSize(4);
    }

    @Test
    void dates_fromDayToDay_theLastIncluded() {
        assertThat(found(new Everything(), dates("2021-04-07", "2021-04-07"))).containsExactly("One");
        assertThat(found(new Everything(), dates("2021-04-07", "2021-04-08"))).containsExactly("One", "Two");
        assertThat(found(new Everything(), dates("2021-04-08", null))).containsExactly("Two");
        assertThat(found(new Everything(), dates(null, "2021-04-07"))).containsExactly("One");
        assertThat(found(new Everything(), dates(null, null))).containsExactly("One", "Two");
    }

    @Test
    void numbers_bothEndsIncluded() {
        assertThat(found(new Everything(), new Filters(Map.of(), null, new NumberRange(40, 60), null, null)))
                .containsExactly("One", "Two");
        assertThat(found(new Everything(), new Filters(Map.of(), null, new NumberRange(61, null), null, null)))
                .containsExactly("Three");
        assertThat(found(new Everything(), new Filters(Map.of(), null, null, new NumberRange(null, 0), null)))
                .containsExactly("One");
        assertThat(found(new Everything(), new Filters(Map.of(), null, null, new NumberRange(null, null), null)))
                .containsExactly("One", "Two");
    }

    @Test
    void published_asTheFileSays() {
        assertThat(found(new Everything(), new Filters(Map.of(), null, null, null, true))).containsExactly("Two");
        assertThat(found(new Everything(), new Filters(Map.of(), null, null, null, false))).containsExactly("One");
    }

    @Test
    void articles_leftOutByTheirIds_areNotCountedEither() {
        String one = Articles.titled("One").build().id();
        Filters filters = new Filters(Map.of(), null, null, null, null, Set.of(one, "nobody"));

        assertThat(found(words("reason"), filters)).containsExactly("Three", "Two");
        assertThat(((Facet.Values) search(Ask.everything().filters(filters).facets(allFacets()).request()).facets()
                .get(FacetName.CATEGORY)).values()).isEmpty();
    }

    @Test
    void filters_narrowAQuery_andItsCount() {
        Filters articles = only(FacetName.TYPE, Set.of("article"), Set.of());

        assertThat(found(words("reason"))).hasSize(3);
        assertThat(found(words("reason"), articles)).containsExactly("One");
        assertThat(searcher().count(words("reason"), articles, Deadline.none())).isEqualTo(1);
        assertThat(searcher().count(words("reason"), Filters.NONE, Deadline.none())).isEqualTo(3);
    }

    @Test
    void filters_doNotRank() {
        Filters ai = only(FacetName.TOPIC, Set.of("AI"), Set.of());
        float free = search(Ask.of(words("foundation")).request()).hits().getFirst().score();

        assertThat(search(Ask.of(words("foundation")).filters(ai).request()).hits().getFirst().score())
                .isEqualTo(free);
    }
}
