package org.broadsheet.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.broadsheet.article.Articles;
import org.broadsheet.search.ArticleIndexer;
import org.broadsheet.search.ArticleIndexer.Mode;
import org.broadsheet.search.ArticleIndexer.SourceLocation;
import org.broadsheet.search.FileStamp;
import org.broadsheet.search.IndexedArticle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What a run leaves behind: a search pays for each segment, an update for each that is made anew. */
class SegmentsTest {

    @TempDir
    private Path folder;

    @Test
    void rebuild_byManyThreads_leavesOne() throws Exception {
        write(Mode.REBUILD, 4);
        assertThat(segments()).isOne();
    }

    @Test
    void update_addsItsOwn() throws Exception {
        write(Mode.REBUILD, 4);
        write(Mode.UPDATE, 1);
        assertThat(segments()).isEqualTo(2);
    }

    /** Each thread that writes has a segment of its own. */
    private void write(Mode mode, int threads) throws InterruptedException, ExecutionException {
        try (ArticleIndexer indexer = LuceneEngine.indexer(LuceneEngine.Settings.of(folder), mode);
                ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<? extends Future<?>> written = IntStream.range(0, 200)
                    .mapToObj(number -> pool.submit(() -> indexer.put(article(mode + " " + number))))
                    .toList();
            for (Future<?> each : written) {
                each.get();
            }
            indexer.commit(List.of(new SourceLocation("test", "/archive/test")), 0);
        }
    }

    private static IndexedArticle article(String title) {
        return new IndexedArticle(Articles.titled(title).build(), new FileStamp(1, 1, title));
    }

    private int segments() throws IOException {
        try (Directory directory = FSDirectory.open(folder); DirectoryReader reader = DirectoryReader.open(directory)) {
            return reader.leaves().size();
        }
    }
}
