package org.broadsheet.opensearch;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.broadsheet.analysis.Analyzers;
import org.broadsheet.article.Article;
import org.broadsheet.search.ArticleIndexer;
import org.broadsheet.search.EngineException;
import org.broadsheet.search.FileStamp;
import org.broadsheet.search.IndexState;
import org.broadsheet.search.IndexState.SourceState;
import org.broadsheet.search.IndexedArticle;

/**
 * One run of writing. It fills an index of its own, for an update a clone of the one before, which nobody reads until
 * the commit makes it the newest.
 */
final class OpenSearchIndexer implements ArticleIndexer {

    /** Versions of changes within one run; a run that makes more would have to write a thousand a second for weeks. */
    private static final int VERSIONS_BITS = 32;
    /** Stamps that are noted at a time: each means to write an article anew. */
    private static final int RESTAMPED = 500;

    private final OpenSearchEngine.Settings settings;
    private final Cluster cluster;
    private final Commits commits;
    private final WriterLock lock;
    private final Commits.Commit base; // the newest commit as the run began; null if there was none
    private final Commits.Commit held; // the same, but null in a rebuild
    private final ArticleDocuments documents;
    private final BulkWriter bulk;
    private final Map<String, FileStamp> stamps = new LinkedHashMap<>();
    private TargetIndex target; // null until something is written
    private boolean committed;

    OpenSearchIndexer(OpenSearchEngine.Settings settings, Mode mode) {
        this.settings = settings;
        documents = new ArticleDocuments(new Analyzers(settings.analysis()));
        cluster = new Cluster(settings.connection());
        commits = new Commits(cluster, settings);
        WriterLock opened = null;
        try {
            commits.requireReachable();
            opened = new WriterLock(cluster, settings);
            lock = opened;
            base = (mode == Mode.REBUILD ? commits.newestOfAnyFormat() : commits.newest()).orElse(null);
            commits.delete(commits.stale());
        } catch (RuntimeException e) {
            abandon(opened);
            throw e;
        }
        held = mode == Mode.REBUILD ? null : base;
        bulk = new BulkWriter(cluster, number() << VERSIONS_BITS);
    }

    @Override
    public void put(IndexedArticle article) {
        lock.require();
        bulk.put(target().name(), article.article(), documents.json(article));
    }

    @Override
    public void remove(String id) {
        lock.require();
        bulk.remove(target().name(), id);
    }

    /** To change one field of a document is to write all of it anew, so this is done with many at a time. */
    @Override
    public void restamp(String id, FileStamp stamp) {
        lock.require();
        Map<String, FileStamp> full = Map.of();
        synchronized (stamps) {
            stamps.put(id, stamp);
            if (stamps.size() >= RESTAMPED) {
                full = new LinkedHashMap<>(stamps);
                stamps.clear();
            }
        }
        restamp(full);
    }

    private void restamp(Map<String, FileStamp> stamped) {
        if (stamped.isEmpty()) {
            return;
        }
        bulk.flush();
        TargetIndex index = target();
        index.refresh();
        for (Article article : index.articles(List.copyOf(stamped.keySet()))) {
            bulk.put(index.name(), article,
                    documents.json(new IndexedArticle(article, stamped.get(article.id()))));
        }
    }

    @Override
    public Map<String, FileStamp> held(String source) {
        return held == null ? new HashMap<>() : new TargetIndex(cluster, held.index()).stamps(source);
    }

    @Override
    public List<SourceState> sources() {
        return held == null ? List.of() : held.state().sources();
    }

    @Override
    public long rejected() {
        return held == null ? 0 : held.state().rejected();
    }

    @Override
    public List<Refusal> refused() {
        finishWriting();
        return bulk.refused();
    }

    @Override
    public IndexState commit(List<SourceLocation> sources, long rejected) {
        finishWriting();
        lock.confirm();
        TargetIndex index = target();
        index.refresh();
        index.awaitCopies(settings);
        IndexState state = stateAt(Instant.now().truncatedTo(ChronoUnit.MILLIS), index, sources, rejected);
        commits.describe(index.name(), state);
        lock.confirm();
        commits.publish(index.name(), base);
        committed = true;
        return state;
    }

    /** Ends the run. What the commit replaced stays until the next run begins, so that whoever reads it can finish. */
    @Override
    public void close() {
        try {
            if (target != null && !committed) {
                commits.deleteIfItCan(target.name());
            }
        } catch (EngineException | IndexGoneException e) {
            // The next run finds it and removes it.
        } finally {
            abandon(lock);
        }
    }

    private void finishWriting() {
        Map<String, FileStamp> last;
        synchronized (stamps) {
            last = new LinkedHashMap<>(stamps);
            stamps.clear();
        }
        restamp(last);
        bulk.flush();
    }

    /** Made when the first change comes: many updates find nothing to change. */
    private synchronized TargetIndex target() {
        if (target == null) {
            String name = commits.nameOf(number());
            TargetIndex made = new TargetIndex(cluster, name);
            if (held == null) {
                made.create(settings);
            } else {
                made.cloneOf(held.index(), settings);
            }
            made.awaitCopies(settings);
            target = made;
        }
        return target;
    }

    /** Of the commit to come. */
    private long number() {
        return base == null || base.state() == null ? 1 : base.state().number() + 1;
    }

    private IndexState stateAt(Instant now, TargetIndex index, List<SourceLocation> locations, long rejected) {
        TargetIndex.Counts counts = index.counts(now);
        List<SourceState> sources = new ArrayList<>();
        for (SourceLocation source : locations) {
            sources.add(new SourceState(source.name(), source.location(),
                    counts.bySource().getOrDefault(source.name(), 0L), source.stamp()));
        }
        return new IndexState(UUID.randomUUID().toString(), number(), now, counts.newest(), counts.articles(), sources,
                rejected);
    }

    private void abandon(WriterLock opened) {
        if (opened != null) {
            opened.close();
        }
        cluster.close();
    }
}
