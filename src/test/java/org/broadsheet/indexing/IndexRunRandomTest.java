package org.broadsheet.indexing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.broadsheet.indexing.Archive.Content;
import org.broadsheet.lucene.LuceneEngine;
import org.broadsheet.search.ArticleIndexer;
import org.broadsheet.search.ArticleIndexer.Mode;
import org.broadsheet.search.ArticleSearcher;
import org.broadsheet.search.IndexState;
import org.broadsheet.source.Source;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Changes files at random, indexes them with the embedded engine, now and then crashes, and compares every report, and
 * what the index holds, with a plain map.
 */
class IndexRunRandomTest {

    private static final List<String> SOURCES = List.of("news", "blog");
    /** For a longer search for mistakes: {@code -Dbroadsheet.rounds=500}. */
    private static final int ROUNDS = Integer.getInteger("broadsheet.rounds", 20);

    @TempDir
    private Path folder;

    private Path index;
    /** What the index should hold: titles by path. */
    private final Map<String, String> expected = new TreeMap<>();
    private final Set<String> known = new TreeSet<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void run_afterRandomChanges_holdsWhatTheFilesHold(long seed) throws IOException {
        Random random = new Random(seed);
        Archive archive = new Archive(folder.resolve("archive"));
        SOURCES.forEach(source -> archive.write(source + "/always.md", "Always there"));
        index = folder.resolve("index");
        run(archive, Mode.REBUILD, SOURCES);
        for (int round = 0; round < ROUNDS; round++) {
            for (int changes = random.nextInt(8); changes > 0; changes--) {
                change(archive, random);
            }
            switch (random.nextInt(12)) {
                case 0 -> crash(archive, round);
                case 1 -> forget("blog");
                default -> run(archive, random);
            }
        }
    }

    private LuceneEngine.Settings engine() {
        return LuceneEngine.Settings.of(index).once();
    }

    private IndexState state() {
        try (ArticleSearcher searcher = LuceneEngine.searcher(engine())) {
            return searcher.state();
        }
    }

    private void requireExpected() {
        try (ArticleSearcher searcher = LuceneEngine.searcher(engine())) {
            assertThat(IndexRunTest.titles(searcher)).isEqualTo(expected);
            assertThat(searcher.state().articles()).isEqualTo(expected.size());
        }
    }

    /**
     * What is on the disk just before the commit is all that a killed process leaves. The index goes on from that.
     */
    private void crash(Archive archive, int round) throws IOException {
        Path left = folder.resolve("left" + round);
        IndexState before = state();
        try (ArticleIndexer indexer = LuceneEngine.indexer(engine(), round % 2 == 0 ? Mode.UPDATE : Mode.REBUILD)) {
            new IndexRun(new Forwarding(indexer) {
                @Override
                public IndexState commit(List<SourceLocation> sources, long rejected) {
                    copy(index, left);
                    return before;
                }
            }, new IndexingSettings(2, false), IndexProgress.NONE).run(sources(archive, SOURCES));
        }
        requireExpected(); // the same for a run that was not killed, and ended without a commit
        if (Files.exists(left)) {
            index = left;
        }
        assertThat(state()).isEqualTo(before);
        requireExpected();
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.list(from)) {
            Files.createDirectories(to);
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void forget(String source) {
        if (!known.remove(source)) {
            return;
        }
        expected.keySet().removeIf(path -> path.startsWith(source + "/"));
        try (ArticleIndexer indexer = LuceneEngine.indexer(engine(), Mode.UPDATE)) {
            new IndexRun(indexer, IndexingSettings.DEFAULT, IndexProgress.NONE).forget(source);
        }
        requireExpected();
    }

    private static List<Source> sources(Archive archive, List<String> names) {
        return Source.all(names.stream().map(name -> archive.source(name).toString()).toList());
    }

    private static void change(Archive archive, Random random) {
        String path = SOURCES.get(random.nextInt(SOURCES.size())) + "/" + random.nextInt(3) + "/" + random.nextInt(5)
                + ".md";
        Content content = switch (random.nextInt(8)) {
            case 0 -> new Content.Broken();
            case 1 -> new Content.Removed();
            default -> new Content.Good("Title " + random.nextInt(10)); // often of the same length
        };
        if (archive.files().containsKey(path) && random.nextInt(4) == 0) {
            archive.delete(path);
        } else {
            archive.write(path, content, random.nextBoolean());
        }
    }

    private void run(Archive archive, Random random) {
        Mode mode = random.nextInt(6) == 0 ? Mode.REBUILD : Mode.UPDATE;
        run(archive, mode, switch (random.nextInt(4)) {
            case 0 -> List.of("news");
            case 1 -> List.of("blog");
            case 2 -> SOURCES;
            default -> mode == Mode.UPDATE ? List.of() : SOURCES;
        });
    }

    private void run(Archive archive, Mode mode, List<String> sources) {
        long commit = Files.exists(index) ? state().number() : 0;
        Map<String, String> before = Map.copyOf(expected);
        if (sources.isEmpty() && known.isEmpty()) {
            return;
        }
        IndexReport wanted = expect(archive, mode, sources.isEmpty() ? List.copyOf(known) : sources);
        IndexReport report;
        try (ArticleIndexer indexer = LuceneEngine.indexer(engine(), mode)) {
            report = new IndexRun(indexer, new IndexingSettings(3, false), IndexProgress.NONE)
                    .run(sources(archive, sources));
        }
        assertThat(report.toString()).isEqualTo(wanted.toString());
        requireExpected();
        if (mode == Mode.REBUILD || !before.equals(expected)) {
            assertThat(state().number()).isEqualTo(commit + 1);
        }
    }

    /** Does to the map what the run should do to the index. */
    private IndexReport expect(Archive archive, Mode mode, List<String> sources) {
        if (mode == Mode.REBUILD) {
            expected.clear();
            known.clear();
        }
        known.addAll(sources);
        Tally tally = new Tally();
        for (String source : sources) {
            expected.keySet().removeIf(path -> {
                boolean gone = path.startsWith(source + "/") && (!archive.files().containsKey(path)
                        || archive.files().get(path) instanceof Content.Removed);
                tally.removed.add(gone ? 1 : 0);
                return gone;
            });
            archive.files().forEach((path, content) -> {
                if (path.startsWith(source + "/")) {
                    expect(path, content, tally);
                }
            });
        }
        return tally.report();
    }

    private void expect(String path, Content content, Tally tally) {
        switch (content) {
            case Content.Good(String title) -> {
                String before = expected.put(path, title);
                (before == null ? tally.added : before.equals(title) ? tally.unchanged : tally.updated).increment();
            }
            case Content.Broken() -> tally.rejected(new org.broadsheet.source.Rejection(path, 1, 1, "broken"));
            case Content.Removed() -> {
            }
        }
    }
}
