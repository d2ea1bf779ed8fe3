package org.broadsheet.search;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.broadsheet.article.Articles;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What is asked instead when nothing has all of the words, and what is said of it. */
class RelaxationTest {

    private final SearchService service = new SearchService(NaiveEngine.of(
            Articles.titled("Harbour bridge reopens to trams").provider("Post", "post.example").build(),
            Articles.titled("The harbour master resigns").provider("Times", "times.example").build(),
            Articles.titled("Bridge tolls rise again").provider("Times", "times.example").build(),
            Articles.titled("NATO meets in the city").build(),
            Articles.titled("Open source tools for archives").build()).searcher(), SearchSettings.DEFAULT);

    @Test
    void exactAnswer_isNotRelaxedAndSaysNothing() {
        SearchResult result = ask("harbour bridge");

        assertThat(titles(result)).containsExactly("Harbour bridge reopens to trams");
        assertThat(result.notices()).isEmpty();
        assertThat(result.suggestion()).isNull();
    }

    @Test
    void misspeltWord_isRespeltAndSaid() {
        SearchResult result = ask("harbuor bridge");

        assertThat(titles(result)).containsExactly("Harbour bridge reopens to trams");
        assertThat(result.interpreted()).hasToString("harbour~ AND bridge");
        assertThat(result.notices()).containsExactly("Nothing was found for “harbuor”: showing results for “harbour”.");
        assertThat(result.suggestion()).isEqualTo("harbour bridge");
    }

    @Test
    void twoMisspeltWords_areBothRespelt() {
        assertThat(ask("harbuor brigde").interpreted()).hasToString("harbour~ AND bridge~");
    }

    @Test
    void spelling_isThatWhichGoesWithTheOtherWords() {
        // "tolls" and "tools" are both one letter away from "tonls"; only one of them stands beside "bridge".
        assertThat(ask("bridge tonls").interpreted()).hasToString("bridge AND tolls~");
        assertThat(ask("archives tonls").interpreted()).hasToString("archives AND tools~");
    }

    @Test
    void knownWordThatGoesWithNothing_mayStillBeRespelt() {
        assertThat(titles(ask("bridge tools"))).containsExactly("Bridge tolls rise again");
    }

    @Test
    void shortWordsDigitsAndCapitals_areNeverRespelt() {
        assertThat(ask("rse").total()).isZero();
        assertThat(ask("master bridg3").notices()).noneMatch(notice -> notice.contains("bridge"));
        assertThat(ask("NATA meets").interpreted()).hasToString("NATA meets [at least 1]");
    }

    @Test
    void capitalsOfAWholeQuery_meanNothing() {
        assertThat(titles(ask("HARBUOR MASTER"))).containsExactly("The harbour master resigns");
    }

    @Test
    void wordsThatNoArticleHasTogether_areAskedForInPart() {
        SearchResult result = ask("harbour zeppelin");

        assertThat(titles(result)).containsExactlyInAnyOrder("Harbour bridge reopens to trams",
                "The harbour master resigns");
        assertThat(result.notices())
                .containsExactly("No article has all of these words: showing those that have some of them.");
    }

    @Test
    void commonWords_areLeftOutFirst() {
        SearchResult result = ask("will the harbour master");

        assertThat(titles(result)).containsExactly("The harbour master resigns");
        assertThat(result.notices())
                .containsExactly("No article has all of these words: showing those that have the telling ones.");
    }

    @Test
    void compoundWords_areAskedForInParts() {
        assertThat(titles(ask("closed-source zeppelin"))).containsExactly("Open source tools for archives");
    }

    @Test
    void phrasesOperatorsFieldsAndPrefixes_areNeverRelaxed() {
        for (String text : List.of("\"harbour zeppelin\"", "harbour AND zeppelin", "title:harbuor", "zeppel*",
                "(harbour zeppelin) OR zeppelin", "-bridge AND zeppelin")) {
            assertThat(ask(text).total()).as(text).isZero();
        }
        assertThat(titles(ask("harbour zeppelin -bridge"))).containsExactly("The harbour master resigns");
    }

    @Test
    void wordsThatOnlyTheFiltersKeepApart_areNotRelaxed() {
        Filters times = new Filters(
                Map.of(FacetName.PROVIDER, new Filters.Selection(Set.of("Times"), Set.of())), null, null, null, null);

        assertThat(service.search(SearchRequest.of("harbour trams").withFilters(times)).total()).isZero();
        assertThat(titles(service.search(SearchRequest.of("harbuor").withFilters(times))))
                .containsExactly("The harbour master resigns");
    }

    @Test
    void secondPage_isOfTheSameAnswer() {
        SearchRequest request = SearchRequest.of("harbour zeppelin").withPage(1, 1);
        SearchResult first = service.search(request);

        assertThat(first.total()).isEqualTo(2);
        assertThat(titles(service.search(request.withPage(2, 1)))).hasSize(1)
                .doesNotContainAnyElementsOf(titles(first));
        assertThat(titles(service.search(request.withCursor(first.next())))).hasSize(1)
                .doesNotContainAnyElementsOf(titles(first));
    }

    private SearchResult ask(String text) {
        return service.search(SearchRequest.of(text));
    }

    private static List<String> titles(SearchResult result) {
        return result.hits().stream().map(hit -> hit.article().title()).toList();
    }
}
