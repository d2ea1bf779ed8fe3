package org.broadsheet.indexing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.broadsheet.article.Article;
import org.broadsheet.query.ArticleQuery;
import org.broadsheet.search.ArticleIndexer;
import org.broadsheet.search.ArticleIndexer.Mode;
import org.broadsheet.search.ArticleSearcher;
import org.broadsheet.search.EngineException;
import org.broadsheet.search.Filters;
import org.broadsheet.search.IndexState;
import org.broadsheet.search.IndexedArticle;
import org.broadsheet.search.NaiveEngine;
import org.broadsheet.search.SortOrder;
import org.broadsheet.source.Rejection;
import org.broadsheet.source.Source;
import org.broadsheet.source.SourceException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class IndexRunTest {

    private static final IndexingSettings TWO_THREADS = new IndexingSettings(2, false);

    @TempDir
    private Path folder;
    private Archive archive;
    private final NaiveEngine engine = new NaiveEngine();

    @BeforeEach
    void twoArticles() {
        archive = new Archive(folder);
        archive.write("news/a.md", "First");
        archive.write("news/b.md", "Second");
    }

    @Test
    void update_ofNoIndex_addsAll() {
        assertThat(update("news")).hasToString("2 added, 0 updated, 0 removed, 0 unchanged, 0 rejected");
        assertThat(titles(engine)).containsExactly(Map.entry("news/a.md", "First"), Map.entry("news/b.md", "Second"));
        assertThat(engine.searcher().state().sources())
                .singleElement()
                .returns("news", IndexState.SourceState::name)
                .returns(archive.source("news").toString(), IndexState.SourceState::location)
                .returns(2L, IndexState.SourceState::articles);
    }

    @Test
    void update_withNothingChanged_makesNoCommit() {
        update("news");
        IndexState before = engine.searcher().state();
        assertThat(update("news")).hasToString("0 added, 0 updated, 0 removed, 2 unchanged, 0 rejected");
        assertThat(engine.searcher().state()).isEqualTo(before);
    }

    @Test
    void articleThatTheIndexDoesNotTake_isRejected() {
        update("news");
        archive.write("news/a.md", "First, mended");
        archive.write("news/c.md", "Third");
        List<ArticleIndexer.Refusal> refusals = List.of(refusal("news/a.md"), refusal("news/c.md"));
        try (ArticleIndexer refusing = new Forwarding(engine.indexer(ArticleIndexer.Mode.UPDATE)) {
            @Override
            public List<Refusal> refused() {
                return refusals;
            }
        }) {
            IndexReport report = new IndexRun(refusing, TWO_THREADS, IndexProgress.NONE)
                    .run(List.of(Source.of("news", archive.source("news"))));
            assertThat(report).hasToString("0 added, 0 updated, 0 removed, 1 unchanged, 2 rejected");
            assertThat(report.rejections()).extracting(Rejection::toString)
                    .containsExactly("news/a.md:1:1: it is too long", "news/c.md:1:1: it is too long");
        }
    }

    private static ArticleIndexer.Refusal refusal(String path) {
        return new ArticleIndexer.Refusal(Article.idOf(path), path, "it is too long");
    }

    @Test
    void update_ofOneSource_leavesTheOthersAlone() {
        archive.write("blog/c.md", "Third");
        update("news", "blog");
        archive.delete("blog/c.md");
        archive.write("blog/d.md", "Fourth");
        archive.write("news/a.md", "First, mended");
        assertThat(update("news")).hasToString("0 added, 1 updated, 0 removed, 1 unchanged, 0 rejected");
        assertThat(titles(engine)).containsKey("blog/c.md").doesNotContainKey("blog/d.md");
        assertThat(update()).hasToString("1 added, 0 updated, 1 removed, 2 unchanged, 0 rejected");
    }

    @Test
    void update_ofAFileGoneBad_keepsItsLastGoodVersionAndReportsItEachTime() {
        update("news");
        archive.write("news/a.md", new Archive.Content.Broken(), true);
        for (int time = 0; time < 2; time++) {
            IndexReport report = update("news");
            assertThat(report).hasToString("0 added, 0 updated, 0 removed, 1 unchanged, 1 rejected");
            assertThat(report.rejections()).extracting(Rejection::path).containsExactly("news/a.md");
        }
        assertThat(titles(engine)).containsEntry("news/a.md", "First");
        assertThat(engine.searcher().state().rejected()).isEqualTo(1);

        archive.write("news/a.md", "First");
        assertThat(update("news")).hasToString("0 added, 0 updated, 0 removed, 2 unchanged, 0 rejected");
        assertThat(engine.searcher().state().rejected()).as("the commit says how the last run went").isZero();
    }

    @Test
    void rebuild_dropsBadFilesAndOtherSources() {
        archive.write("blog/c.md", "Third");
        update("news", "blog");
        archive.write("news/a.md", new Archive.Content.Broken(), true);
        assertThat(run(Mode.REBUILD, TWO_THREADS, "news"))
                .hasToString("1 added, 0 updated, 0 removed, 0 unchanged, 1 rejected");
        assertThat(titles(engine)).containsOnlyKeys("news/b.md");
        assertThat(engine.searcher().state().sources()).extracting(IndexState.SourceState::name)
                .containsExactly("news");
    }

    @Test
    void onlyPublished_leavesOutAndRemovesTheUnpublished() throws Exception {
        Files.writeString(archive.source("news").resolve("a.md"), "---\ntitle: First\npublished: false\n---\n");
        update("news");
        IndexingSettings settings = new IndexingSettings(2, true);
        assertThat(run(Mode.UPDATE, settings, "news"))
                .hasToString("0 added, 0 updated, 1 removed, 1 unchanged, 0 rejected");
        assertThat(run(Mode.REBUILD, settings, "news"))
                .hasToString("1 added, 0 updated, 0 removed, 0 unchanged, 0 rejected");
    }

    @Test
    void source_missing_harmsNothing() {
        update("news");
        IndexState before = engine.searcher().state();
        assertThatExceptionOfType(SourceException.class).isThrownBy(() -> update("news", "no-such-folder"))
                .withMessageContaining("no-such-folder");
        assertThat(engine.searcher().state()).isEqualTo(before);
    }

    @Test
    void source_ofTheSameNameElsewhere_isRefusedUnlessTheFirstHasMoved() throws Exception {
        update("news");
        Archive other = new Archive(folder.resolve("elsewhere"));
        other.write("news/z.md", "Last");
        List<Source> sources = Source.all(List.of(other.source("news").toString()));
        assertThatExceptionOfType(IndexRunException.class).isThrownBy(() -> run(Mode.UPDATE, TWO_THREADS, sources))
                .withMessageContaining("give this source another name");
        assertThat(titles(engine)).hasSize(2);

        Files.move(archive.source("news"), folder.resolve("old"));
        assertThat(run(Mode.UPDATE, TWO_THREADS, sources))
                .hasToString("1 added, 0 updated, 2 removed, 0 unchanged, 0 rejected");
    }

    @Test
    void source_goneSinceItWasIndexed_isNamedWithWhatToDo() throws Exception {
        update("news");
        Files.move(archive.source("news"), folder.resolve("elsewhere"));
        assertThatExceptionOfType(IndexRunException.class).isThrownBy(this::update)
                .withMessageContaining("index --remove news");
        assertThat(titles(engine)).hasSize(2);
    }

    @Test
    void file_asOldAsTheRunThatReadIt_isReadAgain() throws Exception {
        Path file = archive.source("news").resolve("a.md");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
        update("news");
        FileTime time = Files.getLastModifiedTime(file);
        Files.writeString(file, "---\ntitle: Fixed\n---\n");
        Files.setLastModifiedTime(file, time);

        assertThat(update("news")).hasToString("0 added, 1 updated, 0 removed, 1 unchanged, 0 rejected");
    }

    @Test
    void file_olderThanTheRunThatReadIt_isNotOpened() throws Exception {
        update("news");
        Path file = archive.source("news").resolve("a.md");
        FileTime time = Files.getLastModifiedTime(file);
        Files.writeString(file, "---\ntitle: Fixed\n---\n"); // of the same size
        Files.setLastModifiedTime(file, time);

        assertThat(update("news")).hasToString("0 added, 0 updated, 0 removed, 2 unchanged, 0 rejected");
    }

    @Test
    void files_touched_areReadOnceAndNotEachTime() throws Exception {
        for (int i = 0; i < 1_100; i++) {
            archive.write("news/more/" + i + ".md", "Number " + i);
        }
        update("news");
        IndexState first = engine.searcher().state();
        for (int i = 0; i < 1_100; i++) {
            archive.write("news/more/" + i + ".md", "Number " + i);
        }
        assertThat(update("news")).hasToString("0 added, 0 updated, 0 removed, 1102 unchanged, 0 rejected");
        IndexState second = engine.searcher().state();
        assertThat(second.number()).isEqualTo(first.number() + 1);
        update("news");
        assertThat(engine.searcher().state()).isEqualTo(second);
    }

    @Test
    void packedSource_unchanged_isNotOpened() throws Exception {
        Path lines = Files.writeString(folder.resolve("lines.ndjson"), "{\"title\": \"One\"}\n{\"title\": \"Two\"}\n");
        FileTime old = FileTime.from(Instant.now().minusSeconds(60));
        Files.setLastModifiedTime(lines, old);
        List<Source> sources = Source.all(List.of(lines.toString()));
        run(Mode.UPDATE, TWO_THREADS, sources);
        Files.writeString(lines, "{\"title\": \"Six\"}\n{\"title\": \"Ten\"}\n");
        Files.setLastModifiedTime(lines, old);
        assertThat(run(Mode.UPDATE, TWO_THREADS, sources))
                .hasToString("0 added, 0 updated, 0 removed, 2 unchanged, 0 rejected");

        Files.setLastModifiedTime(lines, FileTime.from(Instant.now().minusSeconds(30)));
        assertThat(run(Mode.UPDATE, TWO_THREADS, sources))
                .hasToString("0 added, 2 updated, 0 removed, 0 unchanged, 0 rejected");
    }

    @Test
    void packedSource_withABadArticle_isReadEachTime() throws Exception {
        Path lines = Files.writeString(folder.resolve("lines.ndjson"), "{\"title\": \"One\"}\n{}\n");
        Files.setLastModifiedTime(lines, FileTime.from(Instant.now().minusSeconds(60)));
        List<Source> sources = Source.all(List.of(lines.toString()));
        run(Mode.UPDATE, TWO_THREADS, sources);
        assertThat(run(Mode.UPDATE, TWO_THREADS, sources))
                .hasToString("0 added, 0 updated, 0 removed, 1 unchanged, 1 rejected");
    }

    @Test
    void forget_removesOneSourceAndItsArticles() {
        archive.write("blog/c.md", "Third");
        update("news", "blog");
        try (ArticleIndexer indexer = engine.indexer(Mode.UPDATE)) {
            IndexRun run = new IndexRun(indexer, TWO_THREADS, IndexProgress.NONE);
            assertThatExceptionOfType(IndexRunException.class).isThrownBy(() -> run.forget("new"))
                    .withMessageContaining("it knows news, blog");
            assertThat(run.forget("news")).hasToString("0 added, 0 updated, 2 removed, 0 unchanged, 0 rejected");
        }
        assertThat(titles(engine)).containsOnlyKeys("blog/c.md");
        assertThat(update()).hasToString("0 added, 0 updated, 0 removed, 1 unchanged, 0 rejected");
    }

    @Test
    void update_withoutAnySource_saysSo() {
        assertThatExceptionOfType(IndexRunException.class).isThrownBy(this::update).withMessageContaining("no source");
    }

    @Test
    void failureOfAWorker_endsTheRunWithNothingCommitted() {
        for (int i = 0; i < 500; i++) {
            archive.write("news/more/" + i + ".md", "Number " + i);
        }
        try (ArticleIndexer indexer = new FullDisk(engine.indexer(Mode.UPDATE))) {
            List<Source> sources = Source.all(List.of(archive.source("news").toString()));
            assertThatExceptionOfType(EngineException.class)
                    .isThrownBy(() -> new IndexRun(indexer, TWO_THREADS, IndexProgress.NONE).run(sources))
                    .withMessage("the disk is full");
        }
        assertThat(titles(engine)).isEmpty();
    }

    @Test
    void progress_countsEveryFile() {
        archive.write("news/c.md", new Archive.Content.Broken(), true);
        List<Long> seen = new ArrayList<>();
        try (ArticleIndexer indexer = engine.indexer(Mode.UPDATE)) {
            new IndexRun(indexer, TWO_THREADS, seen::add).run(Source.all(List.of(archive.source("news").toString())));
        }
        assertThat(seen).containsExactly(1L, 2L, 3L);
    }

    private static Map<String, String> titles(NaiveEngine engine) {
        return titles(engine.searcher());
    }

    /** What the index holds: titles by path. */
    static Map<String, String> titles(ArticleSearcher searcher) {
        Map<String, String> titles = new TreeMap<>();
        searcher.export(new ArticleQuery.Everything(), Filters.NONE, SortOrder.NEWEST,
                article -> titles.put(article.path(), article.title()));
        return titles;
    }

    private IndexReport update(String... names) {
        return run(Mode.UPDATE, TWO_THREADS, names);
    }

    private IndexReport run(Mode mode, IndexingSettings settings, String... names) {
        return run(mode, settings,
                Source.all(List.of(names).stream().map(name -> archive.source(name).toString()).toList()));
    }

    private IndexReport run(Mode mode, IndexingSettings settings, List<Source> sources) {
        try (ArticleIndexer indexer = engine.indexer(mode)) {
            return new IndexRun(indexer, settings, IndexProgress.NONE).run(sources);
        }
    }

    /** Takes fifty articles and no more. */
    private static final class FullDisk extends Forwarding {
        private int room = 50;

        private FullDisk(ArticleIndexer indexer) {
            super(indexer);
        }

        @Override
        public synchronized void put(IndexedArticle article) {
            if (room-- == 0) {
                throw new EngineException("the disk is full");
            }
            super.put(article);
        }
    }
}
