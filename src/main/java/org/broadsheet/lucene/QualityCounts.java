package org.broadsheet.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.broadsheet.query.NumberRange;
import org.broadsheet.search.Facet;
import org.broadsheet.search.FacetName;

/** How the quality of the matches is spread. */
final class QualityCounts {

    /** Quality is mostly below 100: four even steps, and all that is above. */
    private static final int STEP = 25;
    private static final int BUCKETS = 5;

    private QualityCounts() {}

    /** @param selected the range that the answer is narrowed to, or null */
    static Facet.Ranges facet(MatchSets matches, NumberRange selected) throws IOException {
        long[] counts = new long[BUCKETS];
        long missing = NumberCounts.forEach(matches, FacetName.QUALITY,
                quality -> counts[Math.clamp(quality / STEP, 0, BUCKETS - 1)]++);
        List<Facet.RangeBucket> buckets = new ArrayList<>();
        for (int i = 0; i < BUCKETS; i++) {
            int from = i * STEP;
            Integer to = i == BUCKETS - 1 ? null : from + STEP - 1;
            boolean isSelected = selected != null && selected.equals(new NumberRange(from, to));
            buckets.add(new Facet.RangeBucket(from, to, counts[i], isSelected));
        }
        return new Facet.Ranges(buckets, missing);
    }
}
