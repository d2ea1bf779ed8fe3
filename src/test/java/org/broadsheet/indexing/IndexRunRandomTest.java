package org.broadsheet.indexing;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.broadsheet.indexing.Archive.Content;
import org.broadsheet.search.ArticleIndexer;
import org.broadsheet.search.ArticleIndexer.Mode;
import org.broadsheet.search.NaiveEngine;
import org.broadsheet.source.Source;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.indexing.IndexRunTest.titles;

/** Changes files at random and compares every report, and what the index holds, with a plain map. */
class IndexRunRandomTest {

    private static final List<String> SOURCES = List.of("news", "blog");
    private static final int ROUNDS = 60;

    @TempDir
    private Path folder;

    private final NaiveEngine engine = new NaiveEngine();
    /** What the index should hold: titles by path. */
    private final Map<String, String> expected = new TreeMap<>();
    private final Set<String> known = new TreeSet<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void run_afterRandomChanges_holdsWhatTheFilesHold(long seed) {
        Random random = new Random(seed);
        Archive archive = new Archive(folder);
        SOURCES.forEach(source -> archive.write(source + "/always.md", "Always there"));
        for (int round = 0; round < ROUNDS; round++) {
            for (int changes = random.nextInt(8); changes > 0; changes--) {
                change(archive, random);
            }
            run(archive, random);
        }
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
        List<String> sources = switch (random.nextInt(4)) {
            case 0 -> List.of("news");
            case 1 -> List.of("blog");
            case 2 -> SOURCES;
            default -> mode == Mode.UPDATE && !known.isEmpty() ? List.of() : SOURCES;
        };
        long commit = engine.searcher().state().number();
        Map<String, String> before = Map.copyOf(expected);
        IndexReport wanted = expect(archive, mode, sources.isEmpty() ? List.copyOf(known) : sources);
        IndexReport report;
        try (ArticleIndexer indexer = engine.indexer(mode)) {
            report = new IndexRun(indexer, new IndexingSettings(3, false), IndexProgress.NONE)
                    .run(Source.all(sources.stream().map(name -> archive.source(name).toString()).toList()));
        }
        assertThat(report.toString()).isEqualTo(wanted.toString());
        assertThat(titles(engine)).isEqualTo(expected);
        if (mode == Mode.REBUILD || !before.equals(expected)) {
            assertThat(engine.searcher().state().number()).isEqualTo(commit + 1);
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
