package org.broadsheet.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.broadsheet.field.Analysis;
import org.broadsheet.search.ArticleIndexer;
import org.broadsheet.search.ArticleSearcher;
import org.broadsheet.search.EngineException;
import org.broadsheet.search.IndexState;

/**
 * The embedded engine: an index in a folder.
 *
 * <p>Any number of processes may search an index while one writes it. A writer's commit is seen as a whole or not at
 * all, whatever happens to the writer before it.
 */
public final class LuceneEngine {

    /**
     * @param index the folder of the index
     * @param analysis how texts become terms; an index can only be searched with the one that it was built with
     * @param refresh how often a searcher looks for a newer commit; zero for never
     * @param writeBufferMegabytes how much a writer keeps in memory before it writes a segment
     */
    public record Settings(Path index, Analysis analysis, Duration refresh, int writeBufferMegabytes) {

        /** Half a second: a commit shows within 2 s even on a busy machine, and looking costs one listing of a folder. */
        private static final Duration REFRESH = Duration.ofMillis(500);
        /** 128 MB: segments of some 100,000 articles; more memory made no measurable difference. */
        private static final int WRITE_BUFFER = 128;

        /** For an index in English. */
        public static Settings of(Path index) {
            return new Settings(index, Analysis.ENGLISH, REFRESH, WRITE_BUFFER);
        }

        /** The same, for texts in another language. */
        public Settings in(Analysis other) {
            return new Settings(index, other, refresh, writeBufferMegabytes);
        }

        /** The same, for a searcher that answers and ends: it never looks for a newer commit. */
        public Settings once() {
            return new Settings(index, analysis, Duration.ZERO, writeBufferMegabytes);
        }
    }

    private LuceneEngine() {}

    /**
     * The language that an index was built in, so that it need not be told to whoever searches it. Empty if there is no
     * index, or none that can be read: what opens it next says why.
     */
    public static Optional<String> language(Path index) {
        if (!Files.isDirectory(index)) {
            return Optional.empty();
        }
        try (Directory directory = FSDirectory.open(index)) {
            return CommitData.language(SegmentInfos.readLatestCommit(directory).getUserData());
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /**
     * Opens an index for searching.
     *
     * @throws EngineException if there is no index in the folder, or it cannot be read
     */
    public static ArticleSearcher searcher(Settings settings) {
        return new LuceneSearcher(settings);
    }

    /**
     * Writes a snapshot of an index into one file, while others may search and write the index.
     *
     * @return what it holds
     * @throws EngineException if there is no index, or it or the file is out of reach
     */
    public static IndexState backup(Settings settings, Path file) {
        return new Backup(settings).write(file);
    }

    /**
     * Replaces what an index holds, in one commit, by what a backup holds.
     *
     * @throws EngineException if the backup is damaged, or the index cannot be written; then it is as it was
     */
    public static IndexState restore(Settings settings, Path file) {
        return new Restore(settings, file).run();
    }

    /**
     * Begins a run that writes an index, in a new folder if there is none.
     *
     * @throws EngineException if another run is under way, or the folder cannot be written
     */
    public static ArticleIndexer indexer(Settings settings, ArticleIndexer.Mode mode) {
        return new LuceneIndexer(settings, mode);
    }
}
