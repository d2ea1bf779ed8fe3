package org.broadsheet.opensearch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

import org.broadsheet.article.Articles;
import org.broadsheet.query.ArticleQuery;
import org.broadsheet.search.ArticleIndexer;
import org.broadsheet.search.ArticleSearcher;
import org.broadsheet.search.Deadline;
import org.broadsheet.search.EngineAnswer;
import org.broadsheet.search.EngineException;
import org.broadsheet.search.EngineRequest;
import org.broadsheet.search.Facet;
import org.broadsheet.search.FacetName;
import org.broadsheet.search.FileStamp;
import org.broadsheet.search.Filters;
import org.broadsheet.search.IndexedArticle;
import org.broadsheet.search.SortOrder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Nodes that are killed without a word, while others go on: three nodes, three parts, two copies of each. */
class NodeLossIT {

    private static final int NODES = 3;
    private static final int OLD = 300;
    private static final int NEW = 600;
    private static final ArticleQuery ROBOTS = new ArticleQuery.Word("robots", true);

    private TestCluster cluster;
    private OpenSearchEngine.Settings settings;

    @BeforeEach
    void start() {
        cluster = TestCluster.of(NODES);
        settings = OpenSearchEngine.Settings.of(cluster.connection()).spread(NODES, 1);
        write(ArticleIndexer.Mode.REBUILD, 0, OLD, () -> {});
        cluster.awaitGreen();
    }

    @AfterEach
    void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    void nodeLost_searchesAndIndexingGoOn_andNothingIsLost() throws Exception {
        AtomicBoolean searching = new AtomicBoolean(true);
        try (ArticleSearcher searcher = OpenSearchEngine.searcher(settings);
                ExecutorService readers = Executors.newFixedThreadPool(2)) {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                answers.add(readers.submit(search(searcher, searching)));
            }
            try {
                // A node dies in the middle of an update, which ends all the same.
                write(ArticleIndexer.Mode.UPDATE, OLD, NEW, () -> cluster.node(1).kill());
                TestCluster.await(() -> count(searcher) == NEW);
                cluster.node(1).start();
                cluster.awaitNodes(NODES);
                cluster.awaitGreen();
                // Now the one that the cluster was led by.
                cluster.node(0).kill();
                cluster.awaitNodes(NODES - 1);
                assertThat(count(searcher)).isEqualTo(NEW);
                write(ArticleIndexer.Mode.REBUILD, 0, OLD, () -> {});
                TestCluster.await(() -> count(searcher) == OLD);
                cluster.node(0).start();
                cluster.awaitNodes(NODES);
                cluster.awaitGreen();
            } finally {
                searching.set(false);
            }
            for (Future<Integer> each : answers) {
                assertThat(each.get()).isPositive();
            }
        }
    }

    @Test
    void allNodesLost_aClearError_andFullServiceWhenTheyReturn() throws Exception {
        try (ArticleSearcher searcher = OpenSearchEngine.searcher(settings)) {
            for (int i = 0; i < NODES; i++) {
                cluster.node(i).kill();
            }
            assertThatThrownBy(() -> count(searcher)).isInstanceOf(EngineException.class)
                    .hasMessageContaining("no OpenSearch cluster answers at " + cluster.node(0).url());
            TestCluster.await(() -> searcher.trouble().isPresent());
            assertThatThrownBy(() -> OpenSearchEngine.searcher(settings)).isInstanceOf(EngineException.class)
                    .hasMessageContaining("--opensearch-url");

            for (int i = 0; i < NODES; i++) {
                cluster.node(i).start();
            }
            cluster.awaitNodes(NODES);
            cluster.awaitGreen();
            TestCluster.await(() -> searcher.trouble().isEmpty());
            assertWhole(ask(searcher), OLD);
        }
        write(ArticleIndexer.Mode.UPDATE, OLD, NEW, () -> {});
    }

    /** Asks until told to stop: no answer may fail, and each is one of the states that there have been. */
    private static Callable<Integer> search(ArticleSearcher searcher, AtomicBoolean searching) {
        return () -> {
            int answered = 0;
            while (searching.get()) {
                EngineAnswer answer = ask(searcher);
                assertThat(answer.total()).isIn((long) OLD, (long) NEW);
                assertWhole(answer, answer.total());
                answered++;
            }
            return answered;
        };
    }

    private static void assertWhole(EngineAnswer answer, long total) {
        assertThat(answer.total()).isEqualTo(total);
        assertThat(answer.hits()).hasSize(10);
        Facet.Values topics = (Facet.Values) answer.facets().get(FacetName.TOPIC);
        assertThat(topics.values()).containsExactly(new Facet.ValueCount("AI", total, false, false));
    }

    private static EngineAnswer ask(ArticleSearcher searcher) {
        return searcher.search(new EngineRequest(ROBOTS, Filters.NONE, SortOrder.RELEVANCE, 0, 10, null,
                java.util.EnumSet.of(FacetName.TOPIC), true, false, Deadline.in(Duration.ofSeconds(20))));
    }

    private static long count(ArticleSearcher searcher) {
        return searcher.count(ROBOTS, Filters.NONE, Deadline.in(Duration.ofSeconds(20)));
    }

    /** In several batches, with something that happens as soon as there is an index to write to. */
    private void write(ArticleIndexer.Mode mode, int from, int to, Runnable between) {
        String text = "A robot is a machine that does what it was told to. ".repeat(400);
        try (ArticleIndexer indexer = OpenSearchEngine.indexer(settings, mode)) {
            for (int i = from; i < to; i++) {
                if (i == from + 1) {
                    between.run();
                }
                indexer.put(new IndexedArticle(
                        Articles.titled("Robots " + i).body(text).topics("AI").path("test/" + i).build(),
                        new FileStamp(i, i, "hash " + i)));
            }
            assertThat(indexer.refused()).isEmpty();
            assertThat(indexer.commit(List.of(new ArticleIndexer.SourceLocation("test", "/archive/test")), 0)
                    .articles()).isEqualTo(to);
        }
    }
}
