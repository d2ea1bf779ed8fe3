package org.broadsheet.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

import org.broadsheet.search.ArticleEngineContract;
import org.broadsheet.search.ArticleIndexer;
import org.broadsheet.search.ArticleSearcher;
import org.broadsheet.search.EngineUnderTest;
import org.broadsheet.search.OpenedEngine;
import org.junit.jupiter.api.io.TempDir;

/** The embedded engine keeps the contract. */
class LuceneEngineTest extends ArticleEngineContract {

    @TempDir
    Path folder;

    @Override
    protected EngineUnderTest newEngine() {
        try {
            return underTest(Files.createTempDirectory(folder, "index"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An engine on a folder, its index empty. */
    static EngineUnderTest underTest(Path index) {
        return underTest(index, LuceneEngine::searcher);
    }

    /** The same, its searchers opened in a way of their own. */
    static EngineUnderTest underTest(Path index, Function<LuceneEngine.Settings, ArticleSearcher> opening) {
        LuceneEngine.Settings settings = LuceneEngine.Settings.of(index).once();
        try (ArticleIndexer empty = LuceneEngine.indexer(settings, ArticleIndexer.Mode.REBUILD)) {
            empty.commit(List.of(), 0);
        }
        return new OpenedEngine() {
            @Override
            protected ArticleSearcher open(boolean following) {
                return opening.apply(following
                        ? new LuceneEngine.Settings(index, settings.analysis(), Duration.ofMillis(10),
                                settings.writeBufferMegabytes())
                        : settings);
            }

            @Override
            public ArticleIndexer indexer(ArticleIndexer.Mode mode) {
                return LuceneEngine.indexer(settings, mode);
            }
        };
    }
}
