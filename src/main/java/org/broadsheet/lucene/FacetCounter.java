package org.broadsheet.lucene;

import java.io.IOException;

import org.apache.lucene.index.LeafReaderContext;
import org.broadsheet.search.Facet;

/**
 * Counts the matches of a search for one facet: one by one, segment by segment; or as whole sets; or by what is known of
 * their terms.
 */
interface FacetCounter {

    /** What follows are documents of this segment. */
    void begin(LeafReaderContext leaf, FacetColumns columns) throws IOException;

    /** @param docs of which the first {@code length} are counted, each once */
    void count(int[] docs, int length);

    /**
     * Counts all matches at once, by intersecting them with the documents that have each value: better where many
     * match.
     *
     * @param union what is known of them; null if nothing is
     * @return whether it could be done; if not, nothing has been counted
     */
    boolean countSets(MatchSets matches, UnionCounts union) throws IOException;

    /**
     * Takes over how many matches have each number of a segment's column.
     *
     * @return whether it could be done; if not, nothing has been taken over
     */
    boolean take(MatchSets matches, UnionCounts counts) throws IOException;

    /** What came of it, when all matches have been counted. */
    Facet facet() throws IOException;
}
