package org.broadsheet.opensearch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;

import org.broadsheet.article.Articles;
import org.broadsheet.opensearch.OpenSearchEngine.Settings;
import org.broadsheet.query.ArticleQuery;
import org.broadsheet.search.ArticleIndexer;
import org.broadsheet.search.ArticleIndexer.Mode;
import org.broadsheet.search.ArticleSearcher;
import org.broadsheet.search.EngineException;
import org.broadsheet.search.FileStamp;
import org.broadsheet.search.Filters;
import org.broadsheet.search.IndexedArticle;
import org.broadsheet.search.SortOrder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Two runs that want to write one index: one does, the other says why it does not, and nothing is mixed. */
class TwoRunsIT {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String LOCKS = "/broadsheet-locks/_doc/";
    private static final int ARTICLES = 40;

    private final TestCluster cluster = TestCluster.shared();
    private final Settings settings = Settings.of(cluster.connection())
            .named("race" + NUMBER.incrementAndGet())
            .spread(1, 0)
            .once();

    @AfterEach
    void delete() throws InterruptedException {
        cluster.ask("DELETE", "/" + settings.name() + "-*");
        cluster.ask("DELETE", LOCKS + settings.name());
    }

    private static void put(ArticleIndexer indexer, String word) {
        for (int i = 0; i < ARTICLES; i++) {
            indexer.put(new IndexedArticle(Articles.titled(word + " " + i).path("test/" + i).build(),
                    new FileStamp(i, i, word + i)));
        }
    }

    private static void commit(ArticleIndexer indexer) {
        indexer.commit(List.of(new ArticleIndexer.SourceLocation("test", "/archive/test")), 0);
    }

    private void write(String word) {
        try (ArticleIndexer indexer = OpenSearchEngine.indexer(settings, Mode.REBUILD)) {
            put(indexer, word);
            commit(indexer);
        }
    }

    /** The first word of all titles, each once. */
    private List<String> held() {
        List<String> titles = new ArrayList<>();
        try (ArticleSearcher searcher = OpenSearchEngine.searcher(settings)) {
            searcher.export(new ArticleQuery.Everything(), Filters.NONE, SortOrder.NEWEST,
                    found -> titles.add(found.title().split(" ")[0]));
        }
        assertThat(titles).hasSize(ARTICLES);
        return titles.stream().distinct().toList();
    }

    private long indices() throws InterruptedException {
        return StreamSupport
                .stream(cluster.ask("GET", "/_cat/indices/" + settings.name() + "-*?format=json").spliterator(), false)
                .count();
    }

    /** There is no index yet, nor, in the first round, one for locks. */
    @RepeatedTest(3)
    void firstCommit_isOneRuns_andTheOtherSaysSo() throws Exception {
        int runs = 4;
        CyclicBarrier begin = new CyclicBarrier(runs);
        CyclicBarrier allTried = new CyclicBarrier(runs);
        List<String> words = List.of("Alpha", "Beta", "Gamma", "Delta");
        List<Future<String>> ends = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(runs)) {
            for (String word : words) {
                ends.add(threads.submit(run(word, begin, allTried)));
            }
        }
        List<String> said = new ArrayList<>();
        for (Future<String> end : ends) {
            said.add(end.get());
        }
        List<String> written = said.stream().filter(words::contains).toList();
        assertThat(written).as(said.toString()).hasSize(1);
        assertThat(said).filteredOn(end -> !words.contains(end))
                .allSatisfy(end -> assertThat(end).contains("is being written by another command")
                        .contains(settings.name())
                        .doesNotContain("\n"));
        assertThat(held()).isEqualTo(written);
        assertThat(indices()).isEqualTo(1);
    }

    /** What it wrote, or why it did not. The one that may write begins to when all others have tried. */
    private Callable<String> run(String word, CyclicBarrier begin, CyclicBarrier allTried) {
        return () -> {
            begin.await(1, TimeUnit.MINUTES);
            ArticleIndexer opened;
            try {
                opened = OpenSearchEngine.indexer(settings, Mode.REBUILD);
            } catch (EngineException e) {
                allTried.await(1, TimeUnit.MINUTES);
                return e.getMessage();
            }
            try (ArticleIndexer indexer = opened) {
                allTried.await(1, TimeUnit.MINUTES);
                put(indexer, word);
                commit(indexer);
                return word;
            }
        };
    }

    /** A run that the cluster lost sight of for so long that another one took over, which then removes what it wrote. */
    @ParameterizedTest
    @EnumSource
    void runThatWasTakenFor_gone_commitsNothing(Mode mode) throws Exception {
        write("Old");
        try (ArticleIndexer lost = OpenSearchEngine.indexer(settings, mode)) {
            put(lost, "Lost");
            assertThat(lost.refused()).isEmpty();
            cluster.ask("DELETE", LOCKS + settings.name() + "?refresh");
            try (ArticleIndexer next = OpenSearchEngine.indexer(settings, Mode.REBUILD)) {
                put(next, "Next");
                put(lost, "Lost");
                assertThatThrownBy(() -> commit(lost)).isInstanceOf(EngineException.class)
                        .hasMessageContaining("another command has written the index")
                        .hasMessageNotContaining("\n");
                assertThat(held()).as("the other has not ended either").containsExactly("Old");
                commit(next);
            }
            assertThatThrownBy(() -> commit(lost)).isInstanceOf(EngineException.class);
        }
        assertThat(held()).containsExactly("Next");
        write("Last");
        assertThat(held()).containsExactly("Last");
        assertThat(indices()).as("nothing is left behind").isEqualTo(2); // with the one before
    }

    /** Should both hold the lock all the same, the cluster itself has to choose, also where there was no commit before. */
    @Test
    void firstCommitOfTwo_wins_andTheOtherSaysSo() {
        OpenSearchEngine.Connection hurried = cluster.connection().waiting(Duration.ofMillis(100));
        Settings impatient = new Settings(hurried, settings.name(), settings.analysis(), Duration.ZERO, 1, 0);
        try (Cluster reached = new Cluster(hurried)) {
            Commits commits = new Commits(reached, impatient);
            List<String> indices = List.of(commits.nameOf(1), commits.nameOf(1));
            indices.forEach(index -> new TargetIndex(reached, index).create(impatient));

            commits.publish(indices.getFirst(), null);

            assertThatThrownBy(() -> commits.publish(indices.getLast(), null)).isInstanceOf(EngineException.class)
                    .hasMessageContaining("another command has written the index");
            assertThat(commits.newestOfAnyFormat()).map(Commits.Commit::index).contains(indices.getFirst());
            assertThat(commits.stale()).containsExactly(indices.getLast());
        }
    }

    @Test
    void indexOfSomebodyElse_isLeftAlone() throws Exception {
        cluster.ask("PUT", "/" + settings.name());
        try {
            for (Mode mode : Mode.values()) {
                assertThatThrownBy(() -> OpenSearchEngine.indexer(settings, mode).close())
                        .isInstanceOf(EngineException.class)
                        .hasMessageContaining("is an index that Broadsheet has not made")
                        .hasMessageContaining("--opensearch-index");
            }
            assertThatThrownBy(() -> OpenSearchEngine.searcher(settings))
                    .hasMessageContaining("is an index that Broadsheet has not made");
        } finally {
            cluster.ask("DELETE", "/" + settings.name());
        }
    }
}
