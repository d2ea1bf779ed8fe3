package org.broadsheet.lucene;

import java.io.IOException;
import java.util.function.LongConsumer;

import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSetIterator;
import org.broadsheet.search.FacetName;

/** The numbers that the matches have in a field. */
final class NumberCounts {

    private NumberCounts() {}

    /** Gives each match's number to the consumer, and tells how many matches have none. */
    static long forEach(MatchSets matches, FacetName facet, LongConsumer consumer) throws IOException {
        long missing = 0;
        for (MatchSets.Segment segment : matches.segments()) {
            DocIdSetIterator docs = new BitSetIterator(segment.seenBy(facet), 0);
            NumericDocValues numbers = DocValues.unwrapSingleton(
                    DocValues.getSortedNumeric(segment.leaf().reader(), IndexFields.values(facet.field())));
            for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
                if (numbers.advanceExact(doc)) {
                    consumer.accept(numbers.longValue());
                } else {
                    missing++;
                }
            }
        }
        return missing;
    }
}
