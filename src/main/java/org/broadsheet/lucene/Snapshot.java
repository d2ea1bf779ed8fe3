package org.broadsheet.lucene;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;

import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.ExitableDirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.util.BytesRef;
import org.broadsheet.analysis.Analyzers;
import org.broadsheet.article.Article;
import org.broadsheet.field.Ranking;
import org.broadsheet.search.Deadline;
import org.broadsheet.search.Facet;
import org.broadsheet.search.FacetName;
import org.broadsheet.search.IndexState;
import org.broadsheet.search.Spelling;

/**
 * One commit, open for reading. It stays readable until the last search that {@linkplain #acquire acquired} it has
 * released it, even when a newer one has taken its place.
 */
final class Snapshot {

    static final Similarity SIMILARITY = new BM25Similarity(Ranking.DEFAULT.k1(), Ranking.DEFAULT.b());

    /** Some 300 bytes each; to find one takes a walk through the dictionary, longer than all else of a search. */
    private static final int SPELLINGS = 1 << 12;

    private final DirectoryReader reader;
    private final RankedReader ranked; // the same
    private final IndexState state;
    private final Priors priors;
    private final ColumnCache columns;
    private final ShownArticles shown;
    private final Expansions expansions = new Expansions();
    private final Recent<Spellings.Asked, List<Spelling>> spellings = new Recent<>(SPELLINGS);
    private final Map<FacetName, FacetValues> values = new EnumMap<>(FacetName.class);
    private final Map<FacetName, Facet> facetsOfAll = new ConcurrentHashMap<>();
    private final Map<FacetName, ValueNames> names = new EnumMap<>(FacetName.class);

    /** @param reader is closed with this */
    Snapshot(DirectoryReader reader, IndexState state, ColumnCache columns) throws IOException {
        this.reader = reader;
        ranked = new RankedReader(reader, columns);
        this.columns = columns;
        this.state = state;
        priors = new Priors(Ranking.DEFAULT, state.newest());
        shown = new ShownArticles(reader.maxDoc());
    }

    DirectoryReader reader() {
        return reader;
    }

    /** The same for walks through its dictionaries: where the deadline passes, they end in an ExitingReaderException. */
    IndexReader reader(Deadline deadline) throws IOException {
        return ExitableDirectoryReader.wrap(reader, deadline::expired);
    }

    IndexState state() {
        return state;
    }

    /** The spellings of words that were looked for last. */
    Recent<Spellings.Asked, List<Spelling>> spellings() {
        return spellings;
    }

    /** The facets of all articles, as far as they have been counted. */
    Map<FacetName, Facet> facetsOfAll() {
        return facetsOfAll;
    }

    /** An article as its hits show it. */
    Article article(StoredFields stored, int doc) throws IOException {
        return shown.get(stored, doc);
    }

    /** What ranks the articles whatever is asked. */
    Priors priors() {
        return priors;
    }

    /** A searcher for one request: the deadline of a shared one would stay expired for all that come after. */
    TimedSearcher searcher(Deadline deadline) {
        TimedSearcher searcher = new TimedSearcher(deadline);
        searcher.setQueryCache(null);
        searcher.setSimilarity(SIMILARITY);
        searcher.setTimeout(deadline::expired);
        return searcher;
    }

    /** A searcher that knows when it has to give up, also while a query is prepared. */
    final class TimedSearcher extends IndexSearcher {

        private final Deadline deadline;
        private final SearchSets sets = new SearchSets(Snapshot.this);

        private TimedSearcher(Deadline deadline) {
            super(ranked);
            this.deadline = deadline;
        }

        Deadline deadline() {
            return deadline;
        }

        /** The bit sets of this request. */
        SearchSets sets() {
            return sets;
        }

        @Override
        public Weight createWeight(Query query, ScoreMode scoreMode, float boost) throws IOException {
            Weight weight = super.createWeight(query, scoreMode, boost);
            return query instanceof TermQuery && !scoreMode.needsScores()
                    ? FrequentTerms.weight(query, weight, Snapshot.this, sets)
                    : weight;
        }

        /** Collects what matches in a part of a segment. */
        void collect(LeafReaderContextPartition part, Weight weight, Collector collector) throws IOException {
            search(new LeafReaderContextPartition[]{part}, weight, collector);
        }

        Expansions expansions() {
            return expansions;
        }
    }

    /** The columns of one segment. */
    Columns columns(LeafReaderContext leaf) throws IOException {
        return columns.of(leaf);
    }

    /** What counting needs of one segment. It is read when it is first asked for, not before the index is ready. */
    FacetColumns facets(LeafReaderContext leaf) throws IOException {
        return columns(leaf).facets(leaf);
    }

    /** The values of a facet. They are read when they are first asked for, not before the index is ready. */
    FacetValues values(FacetName facet) throws IOException {
        synchronized (values) {
            FacetValues read = values.get(facet);
            if (read == null) {
                read = new FacetValues(this, facet);
                values.put(facet, read);
            }
            return read;
        }
    }

    /** The names of the values of a facet. They are sorted when they are first asked for, not before the index is ready. */
    ValueNames names(FacetName facet, Analyzers analyzers) throws IOException {
        synchronized (names) {
            ValueNames sorted = names.get(facet);
            if (sorted == null) {
                sorted = new ValueNames(this, facet, analyzers);
                names.put(facet, sorted);
            }
            return sorted;
        }
    }

    /** Whether it could be acquired; false once it has been closed and its last search has ended. */
    boolean acquire() {
        return reader.tryIncRef();
    }

    void release() throws IOException {
        reader.decRef();
    }
}
