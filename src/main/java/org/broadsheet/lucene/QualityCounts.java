package org.broadsheet.lucene;

import java.util.ArrayList;
import java.util.List;

import org.apache.lucene.index.LeafReaderContext;
import org.broadsheet.query.NumberRange;
import org.broadsheet.search.Facet;

/** How the quality of the matches is spread. */
final class QualityCounts implements FacetCounter {

    /** Quality is mostly below 100: four even steps, and all that is above. */
    private static final int STEP = 25;
    private static final int BUCKETS = 5;

    private final NumberRange selected;
    private final long[] counts = new long[BUCKETS + 1];
    private byte[] buckets;

    /** @param selected the range that the answer is narrowed to, or null */
    QualityCounts(NumberRange selected) {
        this.selected = selected;
    }

    /** The bucket of a quality, from 1; 0 for one below 0, which stands for none. */
    static int bucket(long quality) {
        return quality < 0 ? 0 : 1 + (int) Math.min(quality / STEP, BUCKETS - 1);
    }

    @Override
    public void begin(LeafReaderContext leaf, Columns columns) {
        buckets = columns.qualities();
    }

    @Override
    public void count(int[] docs, int length) {
        for (int i = 0; i < length; i++) {
            counts[buckets[docs[i]]]++;
        }
    }

    @Override
    public Facet.Ranges facet() {
        List<Facet.RangeBucket> ranges = new ArrayList<>();
        for (int i = 0; i < BUCKETS; i++) {
            int from = i * STEP;
            Integer to = i == BUCKETS - 1 ? null : from + STEP - 1;
            boolean isSelected = selected != null && selected.equals(new NumberRange(from, to));
            ranges.add(new Facet.RangeBucket(from, to, counts[i + 1], isSelected));
        }
        return new Facet.Ranges(ranges, counts[0]);
    }
}
