package org.broadsheet.lucene;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.lucene.util.FixedBitSet;
import org.broadsheet.search.Deadline;
import org.broadsheet.search.FacetName;

/** How many of the documents that have a term have each value of each facet, where that has become worth knowing. */
final class TermNumbers {

    /**
     * To know it spares a search about as much as it takes to count the values of one of so many documents. It is found
     * out when as many searches have asked for it as it takes to make up for that.
     */
    private static final int SPARED = 32;
    /** There may be one value for so many documents of the segment at most: so what is kept of it stays small. */
    private static final int DOCUMENTS = 64;

    private final AtomicInteger asked = new AtomicInteger();
    private volatile NumberCounts numbers; // null as long as nothing is known

    /**
     * What is known, null if nothing is.
     *
     * @param set the documents of the term
     * @param size how many they are
     * @param columns of the segment
     */
    NumberCounts of(FixedBitSet set, int size, FacetColumns columns, Deadline deadline) {
        if (numbers == null && areFew(columns, set.length())
                && isSpared(size / asked.incrementAndGet(), set.length())) {
            NumberCounts counted = new NumberCounts(columns, List.of(FacetName.values()));
            counted.count(new MatchSets.SizedSet(set, size), deadline);
            numbers = counted;
        }
        return numbers;
    }

    /** Whether a search is spared more than to count the values of so many documents of all. */
    static boolean isSpared(long counted, int documents) {
        return counted * SPARED <= documents;
    }

    private static boolean areFew(FacetColumns columns, int documents) {
        int values = Arrays.stream(FacetName.values()).mapToInt(facet -> columns.of(facet).numbers().size()).sum();
        return (long) values * DOCUMENTS <= documents;
    }
}
