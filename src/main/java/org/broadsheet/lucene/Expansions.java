package org.broadsheet.lucene;

import java.io.IOException;

import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;

/**
 * What the misspellings of queries stand for in one commit, for as long as they are likely to be asked for again. A
 * search needs them several times, to match, to rank and to explain, and finding them takes a walk through the
 * dictionary: milliseconds for each, where all else of a search takes less.
 */
final class Expansions {

    /** Some 60 kB each at most; a query has 8 of them. */
    private static final int KEPT = 64;

    private final Recent<Query, Query> found = new Recent<>(KEPT);

    /** A query that is expanded once, however often it is asked; before that it looks at the clock. */
    static final class Once extends Query {

        private final Query query;

        Once(Query query) {
            this.query = query;
        }

        @Override
        public Query rewrite(IndexSearcher searcher) throws IOException {
            if (searcher instanceof Snapshot.TimedSearcher timed) {
                timed.deadline().check();
                return timed.expansions().found.get(query, () -> searcher.rewrite(query));
            }
            return query;
        }

        @Override
        public void visit(QueryVisitor visitor) {
            query.visit(visitor);
        }

        @Override
        public String toString(String field) {
            return query.toString(field);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Once that && query.equals(that.query);
        }

        @Override
        public int hashCode() {
            return 31 * query.hashCode();
        }
    }
}
