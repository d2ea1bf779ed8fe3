package org.broadsheet.cli;

import java.util.List;
import java.util.Set;

import org.broadsheet.article.SafeText;
import org.broadsheet.indexing.IndexProgress;
import org.broadsheet.indexing.IndexReport;
import org.broadsheet.indexing.IndexRun;
import org.broadsheet.indexing.IndexingSettings;
import org.broadsheet.search.ArticleIndexer;
import org.broadsheet.source.Source;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

/** A run of indexing as a command shows it. */
record Indexing(EngineOptions engine, IndexingSettings settings, Output output) {

    /**
     * Reads the sources into the index, and names the files that could not be used.
     *
     * @param sources in an update, none means those that the index knows
     */
    IndexReport run(ArticleIndexer.Mode mode, List<Source> sources) {
        IndexReport report;
        try (ArticleIndexer indexer = engine.indexer(mode); ProgressDisplay progress = new ProgressDisplay(output)) {
            if (mode == ArticleIndexer.Mode.REBUILD) {
                nameDropped(sources); // now that no other run can change what there is to drop
            }
            report = new IndexRun(indexer, settings, progress).run(sources);
        }
        tellRejections(report);
        return report;
    }

    /** An update that shows no progress and leaves it to the caller to tell what came of it. */
    IndexReport quietly(List<Source> sources) {
        try (ArticleIndexer indexer = engine.indexer(ArticleIndexer.Mode.UPDATE)) {
            return new IndexRun(indexer, settings, IndexProgress.NONE).run(sources);
        }
    }

    void tellRejections(IndexReport report) {
        report.rejections().forEach(rejection -> output.err().println(SafeText.of(rejection.toString())));
        long unlisted = report.rejected() - report.rejections().size();
        if (unlisted > 0) {
            output.err().println("and " + unlisted + " more");
        }
    }

    /** Takes a source out of the index. */
    IndexReport forget(String source) {
        try (ArticleIndexer indexer = engine.indexer(ArticleIndexer.Mode.UPDATE)) {
            return new IndexRun(indexer, settings, IndexProgress.NONE).forget(source);
        }
    }

    private void nameDropped(List<Source> kept) {
        Set<String> names = kept.stream().map(Source::name).collect(toSet());
        String dropped = engine.state()
                .stream()
                .flatMap(state -> state.sources().stream())
                .filter(source -> !names.contains(source.name()))
                .map(source -> source.name() + " (" + Counted.articles(source.articles()) + " from " + source.location()
                        + ")")
                .collect(joining(", "));
        if (!dropped.isEmpty()) {
            output.err().println(SafeText.of("The rebuild drops " + dropped + "."));
        }
    }
}
