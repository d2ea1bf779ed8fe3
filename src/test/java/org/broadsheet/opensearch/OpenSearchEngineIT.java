package org.broadsheet.opensearch;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.broadsheet.search.ArticleEngineContract;
import org.broadsheet.search.ArticleIndexer;
import org.broadsheet.search.ArticleSearcher;
import org.broadsheet.search.EngineUnderTest;
import org.broadsheet.search.OpenedEngine;

/** The distributed engine keeps the contract. */
class OpenSearchEngineIT extends ArticleEngineContract {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Override
    protected EngineUnderTest newEngine() {
        return underTest(1);
    }

    /** An engine on the shared node, its index empty. */
    static EngineUnderTest underTest(int shards) {
        TestCluster cluster = TestCluster.shared();
        OpenSearchEngine.Settings settings = OpenSearchEngine.Settings.of(cluster.connection())
                .named("test" + NUMBER.incrementAndGet())
                .spread(shards, 0)
                .once();
        try (ArticleIndexer empty = OpenSearchEngine.indexer(settings, ArticleIndexer.Mode.REBUILD)) {
            empty.commit(List.of(), 0);
        }
        return new OpenedEngine() {
            @Override
            protected ArticleSearcher open(boolean following) {
                return OpenSearchEngine.searcher(following ? settings.refreshed(Duration.ofMillis(10)) : settings);
            }

            @Override
            public ArticleIndexer indexer(ArticleIndexer.Mode mode) {
                return OpenSearchEngine.indexer(settings, mode);
            }

            @Override
            public void close() {
                super.close();
                try {
                    cluster.ask("DELETE", "/" + settings.name() + "-*");
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        };
    }
}
