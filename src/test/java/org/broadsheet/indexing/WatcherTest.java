package org.broadsheet.indexing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.broadsheet.search.EngineException;
import org.broadsheet.source.Source;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class WatcherTest {

    private static final Duration LONG = Duration.ofHours(1);
    private static final WatchSettings SETTINGS = new WatchSettings(Duration.ofMillis(50), Duration.ofSeconds(10), LONG,
            LONG, Duration.ofMillis(10));

    @TempDir
    private Path folder;
    private Archive archive;
    private final BlockingQueue<List<String>> runs = new LinkedBlockingQueue<>();

    @BeforeEach
    void twoSources() {
        archive = new Archive(folder);
        archive.write("news/a.md", "First");
        archive.write("blog/b.md", "Second");
    }

    private Watcher watch(WatchSettings settings, String... names) {
        List<Source> sources = Source
                .all(List.of(names).stream().map(name -> folder.resolve(name).toString()).toList());
        return new Watcher(sources, changed -> runs.add(changed.stream().map(Source::name).toList()), settings).start();
    }

    private List<String> nextRun() throws InterruptedException {
        return runs.poll(30, TimeUnit.SECONDS);
    }

    @Test
    void start_looksAtEverything_thenAtWhatChanges() throws Exception {
        try (Watcher _ = watch(SETTINGS, "news", "blog")) {
            assertThat(nextRun()).containsExactly("news", "blog");
            archive.write("blog/deep/er/c.md", "Third");
            assertThat(nextRun()).containsExactly("blog");
            archive.write("blog/deep/er/c.md", "Third, mended");
            assertThat(nextRun()).containsExactly("blog");
            archive.delete("news/a.md");
            assertThat(nextRun()).containsExactly("news");
        }
    }

    @Test
    void burst_isOneRun() throws Exception {
        WatchSettings patient = new WatchSettings(Duration.ofSeconds(1), Duration.ofMinutes(1), LONG, LONG, LONG);
        try (Watcher _ = watch(patient, "news")) {
            nextRun();
            for (int i = 0; i < 500; i++) {
                archive.write("news/" + i + ".md", "Number " + i);
            }
            assertThat(nextRun()).containsExactly("news");
        }
        assertThat(runs).isEmpty();
    }

    @Test
    void hiddenFiles_areNoChange() throws Exception {
        Files.createDirectories(folder.resolve("news/.git"));
        try (Watcher _ = watch(SETTINGS, "news", "blog")) {
            nextRun();
            archive.write("news/.git/x.md", "Hidden");
            archive.write("news/.y.md", "Hidden");
            archive.write("blog/c.md", "Third"); // told after those
            assertThat(nextRun()).containsExactly("blog");
        }
    }

    @Test
    void archiveFile_thatIsReplaced() throws Exception {
        Path lines = Files.writeString(folder.resolve("lines.ndjson"), "{\"title\": \"One\"}\n");
        try (Watcher _ = watch(SETTINGS, "lines.ndjson", "blog")) {
            assertThat(nextRun()).containsExactly("lines", "blog");
            replace(lines, "{\"title\": \"Two\"}\n");
            assertThat(nextRun()).as("all, as what is watched has become another file").contains("lines");
        }
    }

    private void replace(Path file, String content) throws IOException {
        Path other = Files.writeString(folder.resolve("other"), content);
        Files.move(other, file, StandardCopyOption.ATOMIC_MOVE);
    }

    @Test
    void folder_thatIsReplaced_isWatchedAnew() throws Exception {
        try (Watcher _ = watch(SETTINGS, "news")) {
            nextRun();
            Files.move(folder.resolve("news"), folder.resolve("old"));
            archive.write("news/new.md", "New");
            assertThat(nextRun()).containsExactly("news");
            runs.clear();
            archive.write("news/newer.md", "Newer");
            assertThat(nextRun()).containsExactly("news");
        }
    }

    @Test
    void runThatFails_isTriedAgain() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        List<Source> sources = Source.all(List.of(folder.resolve("news").toString()));
        try (Watcher _ = new Watcher(sources, changed -> {
            if (attempts.incrementAndGet() < 3) {
                throw new EngineException("the index is being written by another command");
            }
            runs.add(List.of("done"));
        }, SETTINGS).start()) {
            assertThat(nextRun()).containsExactly("done");
        }
        assertThat(attempts).hasValue(3);
    }

    @Test
    void rescan_comesWithoutAnyChange() throws Exception {
        WatchSettings eager = new WatchSettings(Duration.ofMillis(1), LONG, Duration.ofMillis(10), LONG, LONG);
        try (Watcher _ = watch(eager, "news")) {
            for (int i = 0; i < 3; i++) {
                assertThat(nextRun()).containsExactly("news");
            }
        }
    }
}
