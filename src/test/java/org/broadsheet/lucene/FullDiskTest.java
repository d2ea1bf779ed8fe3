package org.broadsheet.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.FilterIndexOutput;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.broadsheet.article.Articles;
import org.broadsheet.search.ArticleIndexer;
import org.broadsheet.search.ArticleIndexer.Mode;
import org.broadsheet.search.ArticleIndexer.SourceLocation;
import org.broadsheet.search.ArticleSearcher;
import org.broadsheet.search.EngineException;
import org.broadsheet.search.FileStamp;
import org.broadsheet.search.IndexState;
import org.broadsheet.search.IndexedArticle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A disk that becomes full while an index is written, at any byte. */
class FullDiskTest {

    @TempDir
    private Path index;

    /** A folder on a disk with room for so many bytes. */
    private static final class SmallDisk extends FilterDirectory {
        private final AtomicLong room;

        SmallDisk(Directory directory, long room) {
            super(directory);
            this.room = new AtomicLong(room);
        }

        @Override
        public IndexOutput createOutput(String name, IOContext context) throws IOException {
            return limited(super.createOutput(name, context));
        }

        @Override
        public IndexOutput createTempOutput(String prefix, String suffix, IOContext context) throws IOException {
            return limited(super.createTempOutput(prefix, suffix, context));
        }

        private IndexOutput limited(IndexOutput output) {
            return new FilterIndexOutput("limited", output.getName(), output) {
                @Override
                public void writeByte(byte b) throws IOException {
                    take(1);
                    super.writeByte(b);
                }

                @Override
                public void writeBytes(byte[] bytes, int offset, int length) throws IOException {
                    take(length);
                    super.writeBytes(bytes, offset, length);
                }
            };
        }

        private void take(int bytes) throws IOException {
            if (room.addAndGet(-bytes) < 0) {
                throw new IOException("No space left on device");
            }
        }
    }

    private IndexState write(Mode mode, long room) {
        LuceneEngine.Settings settings = LuceneEngine.Settings.of(index).once();
        try (ArticleIndexer indexer = new LuceneIndexer(settings, mode,
                () -> new WriterFolder(settings, new SmallDisk(FSDirectory.open(index), room)))) {
            for (int i = 0; i < 30; i++) {
                indexer.put(new IndexedArticle(Articles.titled("Number " + i).build(), new FileStamp(1, 1, "hash")));
            }
            return indexer.commit(List.of(new SourceLocation("test", "/archive/test")), 0);
        }
    }

    @Test
    void diskFull_atAnyByte_leavesTheOldIndexAndSaysSo() {
        LuceneEngine.Settings settings = LuceneEngine.Settings.of(index).once();
        IndexState old = write(Mode.REBUILD, Long.MAX_VALUE);
        int failures = 0;
        for (Mode mode : Mode.values()) {
            long room = 0;
            for (boolean full = true; full; room += 1 + room / 3) {
                try {
                    IndexState next = write(mode, room);
                    full = false;
                    old = next;
                } catch (EngineException e) {
                    failures++;
                    assertThat(e).hasMessageContaining("No space left on device").hasMessageContaining("make room");
                }
                try (ArticleSearcher searcher = LuceneEngine.searcher(settings)) {
                    assertThat(searcher.state()).isEqualTo(old);
                    assertThat(searcher.article(Articles.titled("Number 7").build().id())).isPresent();
                }
            }
        }
        assertThat(failures).isGreaterThan(30);
    }
}
