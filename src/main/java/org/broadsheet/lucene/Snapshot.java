package org.broadsheet.lucene;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
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
    private final Expansions expansions = new Expansions();
    private final Map<FacetName, FacetValues> values = new EnumMap<>(FacetName.class);
    private final Map<FacetName, ValueNames> names = new EnumMap<>(FacetName.class);

    /** @param reader is closed with this */
    Snapshot(DirectoryReader reader, IndexState state, ColumnCache columns) {
        this.reader = reader;
        this.columns = columns;
        this.state = state;
        priors = new Priors(Ranking.DEFAULT, state.newest());
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
