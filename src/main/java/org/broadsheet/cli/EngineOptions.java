package org.broadsheet.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

import org.broadsheet.field.Analysis;
import org.broadsheet.lucene.LuceneEngine;
import org.broadsheet.opensearch.OpenSearchEngine;
import org.broadsheet.search.ArticleIndexer;
import org.broadsheet.search.ArticleSearcher;
import org.broadsheet.search.EngineException;
import org.broadsheet.search.IndexState;
import org.broadsheet.search.InvalidRequestException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which index a command works on, and by which engine. */
final class EngineOptions {

    /** What searches and writes the index. */
    enum Engine {
        /** This process, in a folder. */
        LUCENE,
        /** A cluster. */
        OPENSEARCH;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(names = "--index", paramLabel = "FOLDER", defaultValue = "index", description = "Where the index is (default: ${DEFAULT-VALUE}).")
    private Path index;

    @Option(names = "--language", paramLabel = "NAME", description = "The language of the articles, for plurals and "
            + "the like, when an index is built (default: that of the index, else english).")
    private String language;

    @Option(names = "--engine", paramLabel = "ENGINE", defaultValue = "lucene", description = "lucene, in a folder, or opensearch, on a cluster (default: ${DEFAULT-VALUE}).")
    private Engine engine;

    @Mixin
    private OpenSearchOptions cluster;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    private Analysis analysis; // null until it is asked for, since to know it may mean to ask a cluster

    /** How texts become terms in this index. */
    Analysis analysis() {
        if (analysis == null) {
            try {
                analysis = Analysis.of(language != null ? language : languageOfIndex().orElse("english"));
            } catch (IllegalArgumentException e) {
                throw new InvalidRequestException("language", e.getMessage());
            }
        }
        return analysis;
    }

    private Optional<String> languageOfIndex() {
        return switch (engine) {
            case LUCENE -> LuceneEngine.language(index);
            case OPENSEARCH -> OpenSearchEngine.language(cluster());
        };
    }

    private LuceneEngine.Settings folder() {
        return LuceneEngine.Settings.of(index).in(analysis());
    }

    private OpenSearchEngine.Settings cluster() {
        return cluster.settings(((Broadsheet) command.root().userObject()).environment());
    }

    /** A searcher that lives as long as its command, which is not long. */
    ArticleSearcher searcher() {
        return switch (engine) {
            case LUCENE -> LuceneEngine.searcher(folder().once());
            case OPENSEARCH -> OpenSearchEngine.searcher(cluster().in(analysis()).once());
        };
    }

    /** A searcher that shows new commits. */
    ArticleSearcher followingSearcher() {
        return switch (engine) {
            case LUCENE -> LuceneEngine.searcher(folder());
            case OPENSEARCH -> OpenSearchEngine.searcher(cluster().in(analysis()));
        };
    }

    ArticleIndexer indexer(ArticleIndexer.Mode mode) {
        return switch (engine) {
            case LUCENE -> LuceneEngine.indexer(folder(), mode);
            case OPENSEARCH -> OpenSearchEngine.indexer(cluster().in(analysis()), mode);
        };
    }

    /** Whether the index may be written to; also if there is none yet. */
    boolean isWritable() {
        return engine == Engine.OPENSEARCH || !Files.exists(index) || Files.isWritable(index);
    }

    /** Saves the index in a file. */
    IndexState backup(Path file) {
        requireFolder();
        return LuceneEngine.backup(folder(), file.toAbsolutePath());
    }

    /** Brings the index to hold what was saved in a file. */
    IndexState restore(Path file) {
        requireFolder();
        return LuceneEngine.restore(folder(), file.toAbsolutePath());
    }

    private void requireFolder() {
        if (engine == Engine.OPENSEARCH) {
            throw new EngineException("an index on a cluster is not kept in a file: take snapshots with OpenSearch's "
                    + "own snapshot API, or build the index anew from its sources");
        }
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
