package org.broadsheet.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.broadsheet.article.Articles;
import org.broadsheet.search.ArticleIndexer;
import org.broadsheet.search.ArticleIndexer.Mode;
import org.broadsheet.search.ArticleIndexer.SourceLocation;
import org.broadsheet.search.ArticleSearcher;
import org.broadsheet.search.Deadline;
import org.broadsheet.search.EngineException;
import org.broadsheet.search.FileStamp;
import org.broadsheet.search.IndexedArticle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** An index whose files are damaged, or of another format: said in one line, and mended by a rebuild. */
class DamageTest {

    @TempDir
    private Path index;
    private LuceneEngine.Settings settings;
    private LuceneEngine.Settings following;

    /** What can happen to files. */
    enum Damage {
        COMMIT_CUT {
            @Override
            void happen(Path index) throws IOException {
                Path commit = first(index, "segments_");
                Files.write(commit, truncated(Files.readAllBytes(commit)));
            }
        },
        COMMIT_EMPTY {
            @Override
            void happen(Path index) throws IOException {
                Files.write(first(index, "segments_"), new byte[0]);
            }
        },
        COMMIT_GARBAGE {
            @Override
            void happen(Path index) throws IOException {
                byte[] garbage = new byte[300];
                new Random(1).nextBytes(garbage);
                Files.write(first(index, "segments_"), garbage);
            }
        },
        SEGMENT_GONE {
            @Override
            void happen(Path index) throws IOException {
                Files.delete(first(index, "_", ".cfs"));
            }
        },
        SEGMENT_INFO_GONE {
            @Override
            void happen(Path index) throws IOException {
                Files.delete(first(index, "_", ".si"));
            }
        },
        SEGMENT_CUT {
            @Override
            void happen(Path index) throws IOException {
                Path segment = first(index, "_", ".cfs");
                byte[] bytes = Files.readAllBytes(segment);
                Files.delete(segment); // and not cut where a reader has it mapped: no program survives that
                Files.write(segment, truncated(bytes));
            }
        },
        OTHER_FORMAT {
            @Override
            void happen(Path index) throws IOException {
                changeCommit(index, "broadsheet.format", "0");
            }
        },
        OTHER_FIELDS {
            @Override
            void happen(Path index) throws IOException {
                changeCommit(index, "broadsheet.fields", "0");
            }
        };

        abstract void happen(Path index) throws IOException;

        /** Commits the same articles as a program would that writes them in another way. */
        private static void changeCommit(Path index, String key, String value) throws IOException {
            try (Directory directory = FSDirectory.open(index);
                    IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig().setCommitOnClose(false))) {
                Map<String, String> data = new HashMap<>();
                writer.getLiveCommitData().forEach(entry -> data.put(entry.getKey(), entry.getValue()));
                if (data.put(key, value) == null) {
                    throw new AssertionError("no commit has " + key);
                }
                writer.setLiveCommitData(data.entrySet());
                writer.commit();
            }
        }

        private static byte[] truncated(byte[] bytes) {
            return java.util.Arrays.copyOf(bytes, bytes.length / 2);
        }

        private static Path first(Path index, String beginning, String... ending) throws IOException {
            try (Stream<Path> files = Files.list(index)) {
                return files.filter(file -> file.getFileName().toString().startsWith(beginning))
                        .filter(file -> ending.length == 0 || file.toString().endsWith(ending[0]))
                        .findFirst()
                        .orElseThrow();
            }
        }
    }

    @BeforeEach
    void anIndex() {
        settings = LuceneEngine.Settings.of(index).once();
        following = new LuceneEngine.Settings(index, settings.analysis(), Duration.ofMillis(10), 16);
        write(Mode.REBUILD, "Old");
        write(Mode.UPDATE, "Older");
    }

    private void write(Mode mode, String title) {
        try (ArticleIndexer indexer = LuceneEngine.indexer(settings, mode)) {
            indexer.put(new IndexedArticle(Articles.titled(title).build(), new FileStamp(1, 1, title)));
            indexer.commit(List.of(new SourceLocation("test", "/archive/test")), 0);
        }
    }

    private long articles() {
        try (ArticleSearcher searcher = LuceneEngine.searcher(settings)) {
            return searcher.state().articles();
        }
    }

    @ParameterizedTest
    @EnumSource
    void damage_isToldWithWhatMendsIt_andARebuildDoes(Damage damage) throws IOException {
        damage.happen(index);

        assertThatExceptionOfType(EngineException.class).isThrownBy(this::articles)
                .withMessageContaining("broadsheet index --rebuild --index " + index);
        assertThatExceptionOfType(EngineException.class).isThrownBy(() -> write(Mode.UPDATE, "New"))
                .withMessageContaining("broadsheet index --rebuild --index " + index);
        write(Mode.REBUILD, "New");
        assertThat(articles()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void rebuild_ofADamagedIndex_isSeenByAServer(Damage damage) throws IOException {
        try (ArticleSearcher server = LuceneEngine.searcher(following)) {
            damage.happen(index);
            assertThat(server.state().articles()).isEqualTo(2);
            write(Mode.REBUILD, "New");
            await(() -> server.state().articles() == 1 && server.trouble().isEmpty());
            assertThat(server.article(Articles.titled("New").build().id())).isPresent();
        }
    }

    @Test
    void server_tellsOfTheDamageItMeets_andGoesOn() throws IOException {
        try (ArticleSearcher server = LuceneEngine.searcher(following)) {
            Damage.COMMIT_CUT.happen(index);
            await(() -> server.trouble().isPresent());
            assertThat(server.trouble().orElseThrow()).contains("damaged", "index --rebuild");
            assertThat(server.article(Articles.titled("Old").build().id())).isPresent();
        }
    }

    @Test
    void folderWipedAndFilledAnew_isSeenByAServer() throws IOException {
        try (ArticleSearcher server = LuceneEngine.searcher(following)) {
            try (Stream<Path> files = Files.list(index)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            write(Mode.REBUILD, "New");
            write(Mode.UPDATE, "Newer"); // as many changes as before
            await(() -> server.article(Articles.titled("Newer").build().id()).isPresent());
        }
    }

    @Test
    void abandonedRebuildOfADamagedIndex_leavesTheMessage() throws IOException {
        Damage.COMMIT_GARBAGE.happen(index);
        try (ArticleIndexer indexer = LuceneEngine.indexer(settings, Mode.REBUILD)) {
            indexer.remove("nobody");
        }
        assertThatExceptionOfType(EngineException.class).isThrownBy(this::articles)
                .withMessageContaining("index --rebuild");
        write(Mode.REBUILD, "New");
        assertThat(articles()).isEqualTo(1);
    }

    /** For much longer than it may take, since machines that run tests are busy. */
    static void await(java.util.function.BooleanSupplier condition) {
        Deadline deadline = Deadline.in(Duration.ofSeconds(20));
        while (!condition.getAsBoolean()) {
            deadline.check();
            Thread.onSpinWait();
        }
    }
}
