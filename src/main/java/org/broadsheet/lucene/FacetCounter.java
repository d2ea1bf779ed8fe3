package org.broadsheet.lucene;

import java.io.IOException;

import org.broadsheet.search.Facet;

/** Counts the matches of a search for one facet: as whole sets, or from how many have each number of a column. */
interface FacetCounter {

    /**
     * Counts all matches at once, by intersecting them with the documents that have each value: better where many
     * match.
     *
     * @param union what is known of them; null if nothing is
     */
    void countSets(MatchSets matches, UnionCounts union) throws IOException;

    /** Takes over how many matches have each number. */
    void take(MatchSets matches, SegmentCounts counts) throws IOException;

    /** What came of it, when all matches have been counted. */
    Facet facet() throws IOException;
}
