package org.broadsheet.lucene;

import java.io.IOException;
import java.util.Arrays;

import org.broadsheet.query.NumberRange;
import org.broadsheet.search.Facet;
import org.broadsheet.search.FacetName;

/** How the quality of the matches is spread. */
final class QualityCounts implements FacetCounter {

    static final int BUCKETS = Facet.Ranges.BUCKETS;

    private final Snapshot snapshot;
    private final NumberRange selected;
    private final int[] counts = new int[BUCKETS + 1]; // by the number in the column

    /** @param selected the range that the answer is narrowed to, or null */
    QualityCounts(Snapshot snapshot, NumberRange selected) {
        this.snapshot = snapshot;
        this.selected = selected;
    }

    /** The bucket of a quality, from 1; 0 for one below 0, which stands for none. */
    static int bucket(long quality) {
        return quality < 0 ? 0 : 1 + (int) Math.min(quality / Facet.Ranges.STEP, BUCKETS - 1);
    }

    @Override
    public void countSets(MatchSets matches, UnionCounts union) throws IOException {
        for (MatchSets.Segment segment : matches.segments()) {
            FacetColumn column = snapshot.facets(segment.leaf()).of(FacetName.QUALITY);
            add(column.counts(segment.seenBy(FacetName.QUALITY)));
        }
    }

    @Override
    public void take(MatchSets matches, SegmentCounts counted) {
        for (MatchSets.Segment segment : matches.segments()) {
            add(counted.of(segment.leaf(), FacetName.QUALITY));
        }
    }

    private void add(int[] ofSegment) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += ofSegment[i];
        }
    }

    @Override
    public Facet.Ranges facet() {
        return Facet.Ranges.of(Arrays.stream(counts, 1, counts.length).asLongStream().toArray(), selected, counts[0]);
    }
}
