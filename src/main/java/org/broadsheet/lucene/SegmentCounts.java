package org.broadsheet.lucene;

import org.apache.lucene.index.LeafReaderContext;
import org.broadsheet.search.FacetName;

/** How often the matches of a search have each number of a facet, segment by segment. */
interface SegmentCounts {

    /** The counts by number, as {@link RowNumbers#counts()} has them. */
    int[] of(LeafReaderContext leaf, FacetName facet);
}
