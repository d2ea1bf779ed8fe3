package org.broadsheet.lucene;

import java.io.IOException;

import org.apache.lucene.index.LeafReaderContext;
import org.broadsheet.search.Facet;

/** Counts the matches of a search for one facet, segment by segment. */
interface FacetCounter {

    /** What follows are documents of this segment. */
    void begin(LeafReaderContext leaf, Columns columns) throws IOException;

    /** @param docs of which the first {@code length} are counted, each once */
    void count(int[] docs, int length);

    /** What came of it, when all segments have been counted. */
    Facet facet() throws IOException;
}
