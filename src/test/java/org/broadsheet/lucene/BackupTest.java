package org.broadsheet.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

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
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class BackupTest {

    @TempDir
    private Path folder;

    private LuceneEngine.Settings index(String name) {
        return LuceneEngine.Settings.of(folder.resolve(name)).once();
    }

    private static IndexState write(LuceneEngine.Settings index, Mode mode, String... titles) {
        try (ArticleIndexer indexer = LuceneEngine.indexer(index, mode)) {
            for (String title : titles) {
                indexer.put(new IndexedArticle(Articles.titled(title).build(), new FileStamp(1, 1, title)));
            }
            return indexer.commit(List.of(new SourceLocation("test", "/archive/test")), 0);
        }
    }

    private static IndexState state(LuceneEngine.Settings index) {
        try (ArticleSearcher searcher = LuceneEngine.searcher(index)) {
            return searcher.state();
        }
    }

    @Test
    void restore_bringsBackWhatWasSaved() {
        Path file = folder.resolve("saved");
        IndexState saved = write(index("a"), Mode.REBUILD, "One", "Two");
        LuceneEngine.backup(index("a"), file);
        IndexState later = write(index("a"), Mode.REBUILD, "Three");

        LuceneEngine.restore(index("a"), file);
        LuceneEngine.restore(index("b"), file);

        for (String name : List.of("a", "b")) {
            IndexState restored = state(index(name));
            assertThat(restored.articles()).isEqualTo(2);
            assertThat(restored.sources()).isEqualTo(saved.sources());
            assertThat(restored.builtAt()).isEqualTo(saved.builtAt());
            assertThat(restored.id()).isNotEqualTo(saved.id());
            try (ArticleIndexer indexer = LuceneEngine.indexer(index(name), Mode.UPDATE)) {
                assertThat(indexer.held("test")).hasSize(2);
            }
        }
        assertThat(state(index("a")).number()).isGreaterThan(later.number());
        assertThat(folder.resolve("b")).isDirectoryNotContaining("glob:**restore*");
    }

    @Test
    void byteFlipped_anywhere_isSeenBeforeAnythingIsTouched() throws IOException {
        Path file = folder.resolve("saved");
        write(index("a"), Mode.REBUILD, "One");
        LuceneEngine.backup(index("a"), file);
        byte[] whole = Files.readAllBytes(file);
        Path damaged = folder.resolve("damaged");
        // Every byte of the ends, where the zip and its checksum describe themselves, and some of each part between.
        for (int at = 0; at < whole.length; at += at < 200 || at > whole.length - 300 ? 1 : 41) {
            byte[] bytes = whole.clone();
            bytes[at] ^= (byte) (1 << (at % 8));
            Files.write(damaged, bytes);
            assertThatExceptionOfType(EngineException.class).as("byte %d", at)
                    .isThrownBy(() -> LuceneEngine.restore(index("b"), damaged))
                    .withMessageContaining("is damaged");
        }
        assertThat(folder.resolve("b")).doesNotExist();
    }

    @Test
    void fileThatIsNoBackup_isRefused() throws IOException {
        for (String content : List.of("", "text", "0".repeat(1_000))) {
            Path file = Files.writeString(folder.resolve("other"), content);
            assertThatExceptionOfType(EngineException.class)
                    .isThrownBy(() -> LuceneEngine.restore(index("b"), file));
        }
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(() -> LuceneEngine.restore(index("b"), folder.resolve("none")))
                .withMessageContaining("there is no backup");
    }

    @Test
    void backup_ofNoIndex_saysHowToMakeOne() {
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(() -> LuceneEngine.backup(index("none"), folder.resolve("saved")))
                .withMessageContaining("there is no index");
        assertThat(folder.resolve("none")).doesNotExist();
        assertThat(folder.resolve("saved")).doesNotExist();
    }

    @Test
    void restore_whileAnotherCommandWrites_isRefused() {
        Path file = folder.resolve("saved");
        write(index("a"), Mode.REBUILD, "One");
        LuceneEngine.backup(index("a"), file);
        try (ArticleIndexer _ = LuceneEngine.indexer(index("a"), Mode.UPDATE)) {
            assertThatExceptionOfType(EngineException.class)
                    .isThrownBy(() -> LuceneEngine.restore(index("a"), file))
                    .withMessageContaining("another command");
        }
    }

    @Test
    void restore_mendsADamagedIndex() throws IOException {
        Path file = folder.resolve("saved");
        write(index("a"), Mode.REBUILD, "One");
        LuceneEngine.backup(index("a"), file);
        DamageTest.Damage.COMMIT_GARBAGE.happen(folder.resolve("a"));

        LuceneEngine.restore(index("a"), file);

        assertThat(state(index("a")).articles()).isEqualTo(1);
    }

    @Test
    void backup_whileAnotherWrites_isOfOneCommit() throws Exception {
        write(index("a"), Mode.REBUILD, "Generation 0");
        AtomicBoolean saving = new AtomicBoolean(true);
        try (ExecutorService writer = Executors.newSingleThreadExecutor()) {
            Future<?> writing = writer.submit(() -> {
                for (int i = 1; saving.get(); i++) { // each with one article more
                    write(index("a"), i % 10 == 0 ? Mode.REBUILD : Mode.UPDATE, "Generation " + i);
                }
            });
            try {
                for (int i = 0; i < 8; i++) {
                    Path file = folder.resolve("saved");
                    IndexState saved = LuceneEngine.backup(index("a"), file);
                    LuceneEngine.restore(index("b"), file);
                    IndexState restored = state(index("b"));
                    assertThat(restored.articles()).isEqualTo(saved.articles());
                    try (ArticleIndexer indexer = LuceneEngine.indexer(index("b"), Mode.UPDATE)) {
                        assertThat(indexer.held("test")).hasSize((int) saved.articles());
                    }
                }
            } finally {
                saving.set(false);
            }
            writing.get();
        }
    }
}
