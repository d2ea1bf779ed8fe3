package org.broadsheet.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.ExitableDirectoryReader;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.broadsheet.analysis.Analyzers;
import org.broadsheet.article.Article;
import org.broadsheet.engine.CommitWatch;
import org.broadsheet.engine.Completer;
import org.broadsheet.query.ArticleQuery;
import org.broadsheet.search.ArticleSearcher;
import org.broadsheet.search.Completion;
import org.broadsheet.search.Deadline;
import org.broadsheet.search.EngineAnswer;
import org.broadsheet.search.EngineException;
import org.broadsheet.search.EngineRequest;
import org.broadsheet.search.Facet;
import org.broadsheet.search.FacetName;
import org.broadsheet.search.Filters;
import org.broadsheet.search.Hit;
import org.broadsheet.search.IndexState;
import org.broadsheet.search.SearchTimeoutException;
import org.broadsheet.search.SortOrder;
import org.broadsheet.search.Spelling;

/** Answers from the newest commit that it has seen, and looks for newer ones in the background. */
final class LuceneSearcher implements ArticleSearcher {

    private final LuceneEngine.Settings settings;
    private final IndexTroubles troubles;
    private final Analyzers analyzers;
    private final Directory directory;
    private final ColumnCache columns = new ColumnCache(Runtime.getRuntime().maxMemory());
    private final SpareProcessors processors;
    private final CommitWatch watch;
    private volatile Snapshot current;

    LuceneSearcher(LuceneEngine.Settings settings) {
        this(settings, new SpareProcessors());
    }

    /** @param processors are closed with this */
    LuceneSearcher(LuceneEngine.Settings settings, SpareProcessors processors) {
        this.settings = settings;
        this.processors = processors;
        troubles = new IndexTroubles(settings.index());
        analyzers = new Analyzers(settings.analysis());
        try {
            if (!Files.isDirectory(settings.index())) {
                throw troubles.missing(null);
            }
            directory = FSDirectory.open(settings.index());
            current = open(DirectoryReader.open(directory));
        } catch (IndexNotFoundException e) {
            throw troubles.missing(e);
        } catch (IOException | RuntimeException e) {
            throw troubles.reading(e);
        }
        watch = new CommitWatch(this::prepare, this::refresh, settings.refresh());
    }

    /** Something that is done with a commit while it stays open. */
    private interface Reading<T> {
        T from(Snapshot snapshot) throws IOException;
    }

    @Override
    public EngineAnswer search(EngineRequest request) {
        return read(request.deadline(), snapshot -> {
            try (SpareProcessors.Use use = processors.use(snapshot.reader().maxDoc())) {
                return new Search(snapshot, analyzers, request, use).answer();
            }
        });
    }

    @Override
    public long count(ArticleQuery query, Filters filters, Deadline deadline) {
        return read(deadline, snapshot -> {
            Snapshot.TimedSearcher searcher = snapshot.searcher(deadline);
            long total = matches(searcher, query, filters).total();
            searcher.sets().leave();
            return total;
        });
    }

    @Override
    public Optional<Article> article(String id) {
        return read(Deadline.none(), snapshot -> new ArticleLookup(snapshot).article(id));
    }

    @Override
    public List<Hit> similar(String id, int size, Deadline deadline) {
        return read(deadline, snapshot -> new SimilarArticles(snapshot, analyzers, deadline).to(id, size));
    }

    @Override
    public Map<String, List<String>> idsByWebUrl(Collection<String> webUrls) {
        return read(Deadline.none(), snapshot -> new ArticleLookup(snapshot).idsByWebUrl(webUrls));
    }

    @Override
    public List<Completion> completions(String text, int size, Deadline deadline) {
        return read(deadline,
                snapshot -> new Completer<>(new CommitVocabulary(snapshot, analyzers, deadline), analyzers)
                        .of(text, size));
    }

    @Override
    public List<Facet.ValueCount> facetValues(FacetName facet, String prefix, ArticleQuery query, Filters filters,
            int size, Deadline deadline) {
        return read(deadline, snapshot -> {
            Snapshot.TimedSearcher searcher = snapshot.searcher(deadline);
            MatchSets matches = matches(searcher, query, filters);
            ValueCounts counts = new FacetCounts(snapshot, matches, filters, deadline).values(facet);
            searcher.sets().leave();
            return counts.startingWith(analyzers.normalized(prefix), analyzers, size, deadline);
        });
    }

    @Override
    public List<Spelling> spellings(String word, int edits, int size, Deadline deadline) {
        return read(deadline, snapshot -> snapshot.spellings()
                .get(new Spellings.Asked(word, edits, size),
                        () -> new Spellings(snapshot.reader(deadline), analyzers).of(word, edits, size)));
    }

    @Override
    public void export(ArticleQuery query, Filters filters, SortOrder sort, Consumer<Article> consumer) {
        read(Deadline.none(), snapshot -> {
            new Export(snapshot, analyzers).run(query, filters, sort, consumer);
            return null;
        });
    }

    @Override
    public IndexState state() {
        return current.state();
    }

    @Override
    public Optional<String> trouble() {
        return watch.trouble();
    }

    @Override
    public void close() {
        watch.close();
        try {
            processors.close();
            current.reader().close();
            directory.close();
        } catch (IOException e) {
            throw troubles.reading(e);
        }
    }

    private MatchSets matches(Snapshot.TimedSearcher searcher, ArticleQuery query, Filters filters)
            throws IOException {
        return MatchSets.of(searcher, new QueryTranslator(analyzers), query, filters,
                Division.none(searcher.getLeafContexts()));
    }

    private <T> T read(Deadline deadline, Reading<T> reading) {
        deadline.check();
        Snapshot snapshot = acquire();
        try {
            return reading.from(snapshot);
        } catch (ExitableDirectoryReader.ExitingReaderException e) {
            throw new SearchTimeoutException();
        } catch (IOException e) {
            throw troubles.reading(e);
        } finally {
            release(snapshot);
        }
    }

    /** A refresh may close the current snapshot between the look at it and its acquisition: then there is a newer one. */
    private Snapshot acquire() {
        while (true) {
            Snapshot snapshot = current;
            if (snapshot.acquire()) {
                return snapshot;
            }
            if (snapshot == current) {
                throw new EngineException("the index at " + settings.index() + " is closed");
            }
        }
    }

    private void release(Snapshot snapshot) {
        try {
            snapshot.release();
        } catch (IOException e) {
            throw troubles.reading(e);
        }
    }

    /** Whatever is wrong with a newer commit, the one that is open goes on answering. */
    private void refresh() {
        try {
            DirectoryReader newer = newer();
            if (newer != null) {
                Snapshot replaced = current;
                current = open(newer);
                replaced.release();
                prepare();
            }
        } catch (IOException | RuntimeException e) {
            throw troubles.reading(e);
        }
    }

    /** What the first search and the first completion would have to wait for; who asks meanwhile does wait. */
    private void prepare() {
        read(Deadline.none(), snapshot -> {
            for (LeafReaderContext leaf : snapshot.reader().leaves()) {
                snapshot.facets(leaf);
            }
            return null;
        });
        completions("a", 1, Deadline.none());
    }

    /** The newest commit if it is not the one that is open, else null. */
    private DirectoryReader newer() throws IOException {
        try {
            DirectoryReader newer = DirectoryReader.openIfChanged(current.reader());
            return newer == null && isReplaced() ? DirectoryReader.open(directory) : newer;
        } catch (IllegalStateException e) {
            // Somebody has wiped the folder and filled it anew: other files under the names of those that are open.
            return DirectoryReader.open(directory);
        }
    }

    /** Lucene tells commits apart by a count of changes, which an index that was made anew may reach again. */
    private boolean isReplaced() throws IOException {
        return !SegmentInfos.readLatestCommit(directory)
                .getUserData()
                .equals(current.reader().getIndexCommit().getUserData());
    }

    private Snapshot open(DirectoryReader reader) throws IOException {
        try {
            return new Snapshot(reader, CommitData.read(reader.getIndexCommit().getUserData(), settings.analysis(),
                    troubles), columns);
        } catch (IOException | RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    /** Lucene gives up without saying so: a search that ran out of time has no answer. */
    static void requireInTime(org.apache.lucene.search.IndexSearcher searcher) {
        if (searcher.timedOut()) {
            throw new SearchTimeoutException();
        }
    }
}
