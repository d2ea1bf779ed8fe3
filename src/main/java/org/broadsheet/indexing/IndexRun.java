package org.broadsheet.indexing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.broadsheet.search.ArticleIndexer;
import org.broadsheet.search.ArticleIndexer.SourceLocation;
import org.broadsheet.search.IndexState.SourceState;
import org.broadsheet.source.Source;

/**
 * Brings an index to hold what its sources hold, in one commit.
 *
 * <p>If the indexer begins with what the index held, this is an update: articles whose file is as it was stay
 * untouched, and those of other sources too. If it begins empty, it is a rebuild: every article counts as added.
 */
public final class IndexRun {

    private final ArticleIndexer indexer;
    private final IndexingSettings settings;
    private final IndexProgress progress;

    /** @param indexer of a run that has just begun; it is left to the caller to close */
    public IndexRun(ArticleIndexer indexer, IndexingSettings settings, IndexProgress progress) {
        this.indexer = indexer;
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * Reads the sources and commits what differs; nothing is committed if nothing does. Whatever is thrown, the index
     * is as it was.
     *
     * @param sources if none are given, all those that the index knows
     * @throws org.broadsheet.source.SourceException if one of them cannot be read
     * @throws org.broadsheet.search.EngineException if the index cannot be written
     * @throws IndexRunException if neither the caller nor the index names a source, or they name two alike
     */
    public IndexReport run(List<Source> sources) {
        Map<String, String> locations = new LinkedHashMap<>();
        for (SourceState known : indexer.sources()) {
            locations.put(known.name(), known.location());
        }
        Map<String, String> known = new LinkedHashMap<>(locations);
        List<Source> read = sources.isEmpty() ? sourcesAt(known) : sources;
        for (Source source : read) {
            refuseNamesake(source, locations.put(source.name(), source.location().toString()));
        }
        Tally tally = new Tally();
        try (Workers workers = new Workers(settings.threads())) {
            FileCount files = new FileCount(progress);
            for (Source source : read) {
                new SourceRun(source, indexer, settings, tally, workers, files).run();
            }
        }
        IndexReport report = tally.report();
        if (!report.changedNothing() || !locations.equals(known) || report.rejected() != indexer.rejected()) {
            List<SourceLocation> all = new ArrayList<>();
            locations.forEach((name, location) -> all.add(new SourceLocation(name, location)));
            indexer.commit(all, report.rejected());
        }
        return report;
    }

    private static List<Source> sourcesAt(Map<String, String> locations) {
        if (locations.isEmpty()) {
            throw new IndexRunException("the index knows no source yet: name those to be read");
        }
        return locations.entrySet()
                .stream()
                .map(source -> Source.of(source.getKey(), Path.of(source.getValue())))
                .toList();
    }

    /**
     * Another folder of the same name would replace the articles of the first: that is what is meant if the folder has
     * moved, and a loss if it has not.
     */
    private static void refuseNamesake(Source source, String before) {
        if (before != null && !before.equals(source.location().toString()) && Files.exists(Path.of(before))) {
            throw new IndexRunException("the index holds \"" + source.name() + "\" from " + before
                    + ": give this source another name (NAME=" + source.location() + "), or rebuild the index");
        }
    }
}
