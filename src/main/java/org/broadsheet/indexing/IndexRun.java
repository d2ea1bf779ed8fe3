package org.broadsheet.indexing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.broadsheet.article.Article;
import org.broadsheet.search.ArticleIndexer;
import org.broadsheet.search.ArticleIndexer.SourceLocation;
import org.broadsheet.search.IndexState.SourceState;
import org.broadsheet.search.SourceStamp;
import org.broadsheet.source.Rejection;
import org.broadsheet.source.Source;

/**
 * Brings an index to hold what its sources hold, in one commit.
 *
 * <p>If the indexer begins with what the index held, this is an update: articles whose file is as it was stay
 * untouched, and those of other sources too. If it begins empty, it is a rebuild: every article counts as added.
 */
public final class IndexRun {

    /**
     * So many files read in vain (touched, or changed just before the last run) are worth a commit that spares the next
     * run the same. Fewer are read within some 50 ms, and a commit would end the cursors and caches of those who search.
     */
    private static final long WORTH_A_COMMIT = 1_000;

    private final ArticleIndexer indexer;
    private final IndexingSettings settings;
    private final IndexProgress progress;
    private final Map<String, SourceState> known = new LinkedHashMap<>(); // by name

    /** @param indexer of a run that has just begun; it is left to the caller to close */
    public IndexRun(ArticleIndexer indexer, IndexingSettings settings, IndexProgress progress) {
        this.indexer = indexer;
        this.settings = settings;
        this.progress = progress;
        indexer.sources().forEach(source -> known.put(source.name(), source));
    }

    /**
     * Reads the sources and commits what differs; nothing is committed if nothing does. Whatever is thrown, the index
     * is as it was.
     *
     * @param sources if none are given, all those that the index knows
     * @throws org.broadsheet.source.SourceException if one of them cannot be read
     * @throws org.broadsheet.search.EngineException if the index cannot be written
     * @throws IndexRunException if neither the caller nor the index names a source, or they name two alike, or one that
     *     the index knows is gone
     */
    public IndexReport run(List<Source> sources) {
        List<Source> read = sources.isEmpty() ? knownSources() : sources;
        read.forEach(this::refuseNamesake);
        Map<String, SourceLocation> after = new LinkedHashMap<>();
        known.values().forEach(source -> after.put(source.name(), location(source)));
        Tally tally = new Tally();
        boolean moved = false;
        try (Workers workers = new Workers(settings.threads())) {
            FileCount files = new FileCount(progress);
            for (Source source : read) {
                SourceState before = knownAt(source);
                moved |= before == null;
                SourceStamp stamp = new SourceRun(source, before, indexer, settings, tally, workers, files).run();
                after.put(source.name(), new SourceLocation(source.name(), source.location().toString(), stamp));
            }
        }
        indexer.refused().forEach(refusal -> refused(refusal, tally));
        IndexReport report = tally.report();
        if (!report.changedNothing() || moved || report.rejected() != indexer.rejected()
                || tally.readInVain.sum() >= WORTH_A_COMMIT) {
            indexer.commit(List.copyOf(after.values()), report.rejected());
        }
        return report;
    }

    /**
     * Forgets a source with all its articles, in one commit; its files are neither read nor needed.
     *
     * @throws IndexRunException if the index does not know it
     */
    public IndexReport forget(String name) {
        if (!known.containsKey(name)) {
            throw new IndexRunException("the index knows no source \"" + name + "\": it knows "
                    + (known.isEmpty() ? "none" : String.join(", ", known.keySet())));
        }
        Collection<String> paths = indexer.held(name).keySet();
        paths.forEach(path -> indexer.remove(Article.idOf(path)));
        List<SourceLocation> others = new ArrayList<>();
        known.values()
                .stream()
                .filter(source -> !source.name().equals(name))
                .map(IndexRun::location)
                .forEach(others::add);
        indexer.commit(others, indexer.rejected());
        return new IndexReport(0, 0, paths.size(), 0, 0, List.of());
    }

    private void refused(ArticleIndexer.Refusal refusal, Tally tally) {
        String source = refusal.path().substring(0, refusal.path().indexOf('/'));
        tally.refused(new Rejection(refusal.path(), 1, 1, refusal.reason()),
                indexer.held(source).containsKey(refusal.path()));
    }

    private static SourceLocation location(SourceState source) {
        return new SourceLocation(source.name(), source.location(), source.stamp());
    }

    /** What the index knows of a source in the place where it is now; null if nothing. */
    private SourceState knownAt(Source source) {
        SourceState before = known.get(source.name());
        return before != null && before.location().equals(source.location().toString()) ? before : null;
    }

    private List<Source> knownSources() {
        if (known.isEmpty()) {
            throw new IndexRunException("the index knows no source yet: name those to be read");
        }
        return known.values().stream().map(IndexRun::sourceAt).toList();
    }

    private static Source sourceAt(SourceState known) {
        Path location = Path.of(known.location());
        if (!Files.exists(location)) {
            throw new IndexRunException("the index knows \"" + known.name() + "\" from " + location
                    + ", where there is nothing now: say where it is (index " + known.name()
                    + "=PATH) or forget it (index --remove " + known.name() + ")");
        }
        return Source.of(known.name(), location);
    }

    /**
     * Another folder of the same name would replace the articles of the first: that is what is meant if the folder has
     * moved, and a loss if it has not.
     */
    private void refuseNamesake(Source source) {
        SourceState before = known.get(source.name());
        if (before != null && knownAt(source) == null && Files.exists(Path.of(before.location()))) {
            throw new IndexRunException("the index holds \"" + source.name() + "\" from " + before.location()
                    + ": give this source another name (NAME=" + source.location() + "), or rebuild the index");
        }
    }
}
