package org.broadsheet.search;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.broadsheet.article.Article;
import org.broadsheet.article.Articles;
import org.broadsheet.query.DateRange;
import org.broadsheet.query.NumberRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the service does above every engine, on the naive one. */
class SearchServiceTest {

    private static final DateRange APRIL = DateRange.ofDays(LocalDate.of(2021, 4, 1), LocalDate.of(2021, 4, 30));

    private final NaiveEngine engine = NaiveEngine.of(archive());
    private final SearchService service = new SearchService(engine.searcher(), SearchSettings.DEFAULT);

    /** 60 articles about recognition in 2020, one of them in May 2021, and one with a typo. */
    private static Article[] archive() {
        List<Article> articles = new ArrayList<>();
        IntStream.range(0, 60)
                .forEach(i -> articles.add(Articles.titled("Facial recognition of robots")
                        .path("news/" + i + ".md")
                        .provider(i % 2 == 0 ? "Reason" : "Wired")
                        .date(Instant.parse(i == 0 ? "2021-05-20T00:00:00Z" : "2020-01-01T00:00:00Z").plusSeconds(i))
                        .quality(i)
                        .build()));
        articles.add(Articles.titled("Facial recogniton of people").path("news/typo.md").provider("Wired").build());
        return articles.toArray(Article[]::new);
    }

    private static Filters filters(String provider, DateRange dates, String quality) {
        return new Filters(provider == null
                ? Map.of()
                : Map.of(FacetName.PROVIDER, new Filters.Selection(Set.of(provider), Set.of())), dates,
                quality == null ? null : NumberRange.parse(quality).orElseThrow(), null, null);
    }

    private List<String> advice(String text, Filters filters) {
        SearchResult result = service.search(SearchRequest.of(text).withFilters(filters));
        assertThat(result.total()).isZero();
        assertThat(result.advice()).allSatisfy(
                advice -> assertThat(service.search(advice.request()).total()).isEqualTo(advice.total()));
        return result.advice().stream().map(advice -> advice.message() + ": " + advice.total()).toList();
    }

    /** The second is answered in another spelling, the third by fewer words. */
    @ParameterizedTest
    @ValueSource(strings = {"robots", "robtos", "people robots"})
    void facetValues_areThoseOfTheAnswer(String text) {
        Filters filters = filters("Reason", null, "10..");
        SearchRequest request = SearchRequest.of(text).withFilters(filters);
        SearchResult result = service.search(request);
        assertThat(result.total()).isPositive();
        Facet.Values facet = (Facet.Values) result.facets().get(FacetName.PROVIDER);
        Facet.Listing listing = service.facetValues(FacetName.PROVIDER, "", request, 10);
        assertThat(listing.notices()).isEqualTo(result.notices());
        assertThat(listing.values())
                .hasSize(2)
                .containsExactlyInAnyOrderElementsOf(facet.values());
    }

    @Test
    void relaxed_isWhatAnswersSomethingElse() {
        assertThat(service.search(SearchRequest.of("robots")).relaxed()).isFalse();
        assertThat(service.search(SearchRequest.of("robtos")).relaxed()).isTrue();
        assertThat(service.search(SearchRequest.of("qwertzuiop")).relaxed()).isFalse();
    }

    @Test
    void advice_whichFilterToRemove_mostArticlesFirst() {
        assertThat(advice("\"facial recognition\"", filters("Reason", null, "100..")))
                .containsExactly("Without the filter by quality: 30", "Without any filter: 60");
        assertThat(advice("\"facial recognition\"", filters("Wired", null, "58..58")))
                .containsExactly("Without the filter by quality: 30", "Without the filter by provider: 1",
                        "Without any filter: 60");
    }

    @Test
    void advice_datesFurtherApart() {
        assertThat(advice("\"facial recognition\"", filters(null, APRIL, null)))
                .containsExactly("With dates further apart: 1", "Without the filter by date: 60");
    }

    @Test
    void advice_anotherSpellingOfWhatIsNeverChanged() {
        assertThat(advice("\"facail recognition\"", Filters.NONE))
                .containsExactly("Search for “\"facial recognition\"”: 60");
        assertThat(advice("title:robtos -wired", Filters.NONE)).containsExactly("Search for “title:robots -wired”: 30");
    }

    @Test
    void advice_withoutQuotationMarks() {
        assertThat(advice("\"robots recognition\"", Filters.NONE))
                .containsExactly("Search without quotation marks: 60");
    }

    @Test
    void advice_noneWhereNothingHelps_orSomethingIsFound() {
        assertThat(advice("\"qwertzuiop\"", filters("Reason", null, null))).isEmpty();
        assertThat(service.search(SearchRequest.of("robots")).advice()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"recogniton, recognition", "facial recogniton, facial recognition",
            "recogniton -recognitonx, recognition -recognitonx", "recogniton title:facial, recognition title:facial"})
    void suggestion_withFewMatches(String text, String suggestion) {
        SearchResult result = service.search(SearchRequest.of(text));

        assertThat(result.total()).isEqualTo(1);
        assertThat(result.suggestion()).isEqualTo(suggestion);
        assertThat(result.notices()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"people", "recognition", "\"recogniton\"", "recogniton AND facial", "of people"})
    void suggestion_noneWhereTheSpellingIsMeant(String text) {
        assertThat(service.search(SearchRequest.of(text)).suggestion()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-people", "quality:10..20", "date:2020", "date:2020 OR quality:3",
            "quality:5.. -wired"})
    void sort_newestFirstWhereNothingRanks(String text) {
        List<Instant> dates = service.search(SearchRequest.of(text))
                .hits()
                .stream()
                .map(hit -> hit.article().publishedDateTime())
                .toList();

        assertThat(dates).hasSizeGreaterThan(1).isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    @Test
    void cursor_whenACommitComesInBetween() {
        ArticleSearcher searcher = engine.searcher();
        SearchRequest request = SearchRequest.of("recognition").withPage(1, 5);
        String next = service.search(request).next();
        SearchService raced = new SearchService(commitBeforeSearch(searcher), SearchSettings.DEFAULT);

        assertThatThrownBy(() -> raced.search(request.withCursor(next))).isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("start again");
    }

    /** The same searcher; just before it searches, a new commit is made. */
    private ArticleSearcher commitBeforeSearch(ArticleSearcher searcher) {
        return (ArticleSearcher) Proxy.newProxyInstance(ArticleSearcher.class.getClassLoader(),
                new Class<?>[]{ArticleSearcher.class}, (_, method, arguments) -> {
                    if (method.getName().equals("search")) {
                        try (ArticleIndexer indexer = engine.indexer(ArticleIndexer.Mode.UPDATE)) {
                            indexer.commit(List.of(), 0);
                        }
                    }
                    return method.invoke(searcher, arguments);
                });
    }
}
