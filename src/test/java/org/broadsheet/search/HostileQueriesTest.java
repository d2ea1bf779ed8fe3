package org.broadsheet.search;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;

import org.broadsheet.HostileQueries;
import org.broadsheet.lucene.LuceneEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * No query does harm: each gets an answer, and the answer agrees with itself. {@code -Dhostile.queries=20000} sends
 * more, {@code -Dhostile.seed=7} others.
 */
class HostileQueriesTest {

    private static final int QUERIES = Integer.getInteger("hostile.queries", 200);
    private static final long SEED = Long.getLong("hostile.seed", 20_261_120);
    private static final int ARTICLES = 400;

    @TempDir
    Path folder;

    @Test
    void search_anyText_isAnsweredConsistently() {
        LuceneEngine.Settings settings = LuceneEngine.Settings.of(folder).once();
        GeneratedArticles articles = new GeneratedArticles(new Chance(SEED));
        try (ArticleIndexer indexer = LuceneEngine.indexer(settings, ArticleIndexer.Mode.REBUILD)) {
            for (int i = 0; i < ARTICLES; i++) {
                indexer.put(EngineContract.indexed(articles.article(i)));
            }
            indexer.commit(List.of(), 0);
        }
        HostileQueries queries = new HostileQueries(SEED, GeneratedArticles.WORDS);
        Random random = new Random(SEED);
        try (ArticleSearcher searcher = LuceneEngine.searcher(settings)) {
            SearchService service = new SearchService(searcher, SearchSettings.DEFAULT);
            for (int i = 0; i < QUERIES; i++) {
                String text = queries.next();
                check(service, request(text, random));
                service.completions(text, 10);
            }
        }
    }

    private static SearchRequest request(String text, Random random) {
        SortOrder[] orders = SortOrder.values();
        SortOrder order = random.nextInt(3) > 0 ? SortOrder.RELEVANCE : orders[random.nextInt(orders.length)];
        return SearchRequest.of(text)
                .withSort(order)
                .withPage(1 + random.nextInt(2), random.nextInt(30))
                .withExplain(random.nextInt(4) == 0);
    }

    private static void check(SearchService service, SearchRequest request) {
        String shown = request.text().replaceAll("[\\p{Cntrl}\\p{Cs}]", "¤");
        SearchResult result;
        try {
            result = service.search(request);
        } catch (SearchTimeoutException e) {
            return; // a busy machine; nothing is wrong with the answer
        } catch (RuntimeException e) {
            throw new AssertionError(request.sort() + ", page " + request.page() + ": " + shown, e);
        }
        long before = (request.page() - 1L) * request.size();
        assertThat(result.hits()).as(shown)
                .hasSize(Math.clamp(result.total() - before, 0, request.size()))
                .extracting(hit -> hit.article().id())
                .doesNotHaveDuplicates();
        assertThat(result.facets().keySet()).as(shown).isEqualTo(EnumSet.allOf(FacetName.class));
        Facet.Values types = (Facet.Values) result.facets().get(FacetName.TYPE);
        assertThat(types.values().stream().mapToLong(Facet.ValueCount::count).sum() + types.other() + types.missing())
                .as(shown)
                .isEqualTo(result.total());
        assertThat(result.advice()).as(shown).allMatch(advice -> result.total() == 0 && advice.total() > 0);
    }
}
