package org.broadsheet.cli;

import java.util.List;

import org.broadsheet.indexing.IndexReport;
import org.broadsheet.indexing.IndexRun;
import org.broadsheet.indexing.IndexingSettings;
import org.broadsheet.search.ArticleIndexer;
import org.broadsheet.source.Source;

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
            report = new IndexRun(indexer, settings, progress).run(sources);
        }
        report.rejections().forEach(rejection -> output.err().println(TextBlock.harmless(rejection.toString())));
        long unlisted = report.rejected() - report.rejections().size();
        if (unlisted > 0) {
            output.err().println("and " + unlisted + " more");
        }
        return report;
    }
}
