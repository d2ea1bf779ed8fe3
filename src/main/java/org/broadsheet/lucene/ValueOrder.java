package org.broadsheet.lucene;

import java.io.IOException;
import java.util.List;
import java.util.stream.LongStream;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.FixedBitSet;
import org.broadsheet.search.FacetName;

/** All values of a facet in a commit, the most frequent first, and where each segment has them. */
final class ValueOrder {

    private final FacetName facet;
    private final int[] byFrequency;
    private final int[] sizes; // by the number of the value
    private final int[][] inSegment; // by segment and number of the value: the number in Ordinals, 0 if it is not there

    ValueOrder(Snapshot snapshot, FacetName facet, int values) throws IOException {
        this.facet = facet;
        List<LeafReaderContext> leaves = snapshot.reader().leaves();
        sizes = new int[values];
        inSegment = new int[leaves.size()][values];
        for (LeafReaderContext leaf : leaves) {
            FacetColumn column = snapshot.columns(leaf).of(facet);
            for (int local = 1; local < column.ordinals().size(); local++) {
                int value = (int) snapshot.globalOrdinal(facet, leaf, local - 1);
                sizes[value] += column.size(local);
                inSegment[leaf.ord][value] = local;
            }
        }
        // Sorts by frequency, the highest first, then by the number of the value.
        byFrequency = LongStream.range(0, values)
                .map(value -> (long) -sizes[(int) value] << Integer.SIZE | value)
                .sorted()
                .mapToInt(key -> (int) key)
                .toArray();
    }

    /** The numbers of the values, the most frequent first. */
    int[] byFrequency() {
        return byFrequency;
    }

    /** How many documents have a value, deleted ones among them. */
    int size(int value) {
        return sizes[value];
    }

    /** How many matches have a value. */
    int count(MatchSets matches, int value, Snapshot snapshot) throws IOException {
        int count = 0;
        for (MatchSets.Segment segment : matches.segments()) {
            int local = inSegment[segment.leaf().ord][value];
            if (local > 0) {
                FixedBitSet set = segment.seenBy(facet);
                count += snapshot.columns(segment.leaf()).of(facet).count(set, local);
            }
        }
        return count;
    }
}
