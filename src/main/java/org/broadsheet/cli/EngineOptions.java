package org.broadsheet.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.broadsheet.field.Analysis;
import org.broadsheet.lucene.LuceneEngine;
import org.broadsheet.search.ArticleIndexer;
import org.broadsheet.search.ArticleSearcher;
import org.broadsheet.search.EngineException;
import org.broadsheet.search.IndexState;
import org.broadsheet.search.InvalidRequestException;
import picocli.CommandLine.Option;

/** Which index a command works on. */
final class EngineOptions {

    @Option(names = "--index", paramLabel = "FOLDER", defaultValue = "index", description = "Where the index is (default: ${DEFAULT-VALUE}).")
    private Path index;

    @Option(names = "--language", paramLabel = "NAME", description = "The language of the articles, for plurals and "
            + "the like, when an index is built (default: that of the index, else english).")
    private String language;

    /** How texts become terms in this index. */
    Analysis analysis() {
        try {
            return Analysis.of(language != null ? language : LuceneEngine.language(index).orElse("english"));
        } catch (IllegalArgumentException e) {
            throw new InvalidRequestException("language", e.getMessage());
        }
    }

    private LuceneEngine.Settings settings() {
        return LuceneEngine.Settings.of(index).in(analysis());
    }

    /** A searcher that lives as long as its command, which is not long. */
    ArticleSearcher searcher() {
        return LuceneEngine.searcher(settings().once());
    }

    /** A searcher that shows new commits. */
    ArticleSearcher followingSearcher() {
        return LuceneEngine.searcher(settings());
    }

    ArticleIndexer indexer(ArticleIndexer.Mode mode) {
        return LuceneEngine.indexer(settings(), mode);
    }

    /** Whether the folder may be written to; also if there is none yet. */
    boolean isWritable() {
        return !Files.exists(index) || Files.isWritable(index);
    }

    /** Saves the index in a file. */
    IndexState backup(Path file) {
        return LuceneEngine.backup(settings(), file.toAbsolutePath());
    }

    /** Brings the index to hold what was saved in a file. */
    IndexState restore(Path file) {
        return LuceneEngine.restore(settings(), file.toAbsolutePath());
    }

    /** What the index holds; empty if there is none that could be read. */
    Optional<IndexState> state() {
        try (ArticleSearcher searcher = searcher()) {
            return Optional.of(searcher.state());
        } catch (EngineException e) {
            return Optional.empty();
        }
    }
}
