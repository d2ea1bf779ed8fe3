package org.broadsheet.lucene;

import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.broadsheet.search.Deadline;

/** A term that many documents of a segment have: which ones, and which values they have. */
final class FrequentTerm {

    private final FixedBitSet set;
    private final int size;
    private final TermNumbers numbers;

    /** @param set deleted documents are in it too */
    FrequentTerm(FixedBitSet set, TermNumbers numbers) {
        this.set = set;
        this.numbers = numbers;
        size = set.cardinality();
    }

    /** The documents, deleted ones among them; not to be changed. */
    FixedBitSet set() {
        return set;
    }

    /** How many they are. */
    int size() {
        return size;
    }

    /**
     * How many of the documents have each value; null if it is not known.
     *
     * @param columns of the segment
     */
    NumberCounts numbers(FacetColumns columns, Deadline deadline) {
        return numbers.of(set, size, columns, deadline);
    }

    /** A walk over the documents. */
    DocIdSetIterator documents() {
        return new Documents(this);
    }

    /** The term that documents come from, null if they come from somewhere else. */
    static FrequentTerm of(DocIdSetIterator documents) {
        return documents instanceof Documents ofTerm ? ofTerm.term : null;
    }

    private static final class Documents extends BitSetIterator {

        private final FrequentTerm term;

        private Documents(FrequentTerm term) {
            super(term.set, term.size);
            this.term = term;
        }
    }
}
