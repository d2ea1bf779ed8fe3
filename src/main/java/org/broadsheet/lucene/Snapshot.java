package org.broadsheet.lucene;

import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.OrdinalMap;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.broadsheet.field.Ranking;
import org.broadsheet.search.Deadline;
import org.broadsheet.search.FacetName;
import org.broadsheet.search.IndexState;

/**
 * One commit, open for reading. It stays readable until the last search that {@linkplain #acquire acquired} it has
 * released it, even when a newer one has taken its place.
 */
final class Snapshot {

    static final Similarity SIMILARITY = new BM25Similarity(Ranking.DEFAULT.k1(), Ranking.DEFAULT.b());

    private final DirectoryReader reader;
    private final IndexState state;
    private final Priors priors;
    private final ColumnCache columns;
    private final Map<FacetName, OrdinalMap> ordinals = new HashMap<>();
    private final Expansions expansions = new Expansions();
    private final Map<FacetName, ValueNames> names = new EnumMap<>(FacetName.class);

    /** @param reader is closed with this */
    Snapshot(DirectoryReader reader, IndexState state, ColumnCache columns) throws IOException {
        this.reader = reader;
        this.columns = columns;
        this.state = state;
        priors = new Priors(Ranking.DEFAULT, state.newest());
        for (FacetName facet : FacetName.values()) {
            if (facet.hasValues() && MultiDocValues.getSortedSetValues(reader,
                    IndexFields.values(facet.field())) instanceof MultiDocValues.MultiSortedSetDocValues values) {
                ordinals.put(facet, values.mapping);
            }
        }
    }

    DirectoryReader reader() {
        return reader;
    }

    IndexState state() {
        return state;
    }

    /** What ranks the articles whatever is asked. */
    Priors priors() {
        return priors;
    }

    /** A searcher for one request: the deadline of a shared one would stay expired for all that come after. */
    IndexSearcher searcher(Deadline deadline) {
        IndexSearcher searcher = new TimedSearcher(deadline);
        searcher.setQueryCache(null);
        searcher.setSimilarity(SIMILARITY);
        searcher.setTimeout(deadline::expired);
        return searcher;
    }

    /** A searcher that knows when it has to give up, also while a query is prepared. */
    final class TimedSearcher extends IndexSearcher {

        private final Deadline deadline;

        private TimedSearcher(Deadline deadline) {
            super(reader);
            this.deadline = deadline;
        }

        Deadline deadline() {
            return deadline;
        }

        Expansions expansions() {
            return expansions;
        }
    }

    /** The columns of one segment. */
    Columns columns(LeafReaderContext leaf) throws IOException {
        return columns.of(leaf);
    }

    /** All values of a facet, in order; null if no article has any. */
    SortedSetDocValues values(FacetName facet) throws IOException {
        return MultiDocValues.getSortedSetValues(reader, IndexFields.values(facet.field()));
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

    /** The number, among all values of a facet, of one of a segment. */
    long globalOrdinal(FacetName facet, LeafReaderContext leaf, long ordinal) {
        OrdinalMap map = ordinals.get(facet);
        return map == null ? ordinal : map.getGlobalOrds(leaf.ord).get(ordinal);
    }

    /** Whether it could be acquired; false once it has been closed and its last search has ended. */
    boolean acquire() {
        return reader.tryIncRef();
    }

    void release() throws IOException {
        reader.decRef();
    }
}
