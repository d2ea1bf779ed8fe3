package org.broadsheet.lucene;

import java.io.IOException;
import java.util.List;
import java.util.stream.LongStream;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.OrdinalMap;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.BytesRef;
import org.broadsheet.search.FacetName;

/**
 * All values of a facet in a commit, numbered in their order: their names, how many documents have each, and which
 * numbers they have in each segment.
 */
final class FacetValues {

    private final Snapshot snapshot;
    private final FacetName facet;
    private final OrdinalMap map; // null where there is one segment, whose numbers are these
    private final String[] names; // null where not asked for yet
    private final int[] sizes;
    private final int[][] inSegment; // by segment and value: its number in Ordinals, 0 if no document there has it
    private final int[] byFrequency;
    private final FacetColumn[] columns; // by segment

    FacetValues(Snapshot snapshot, FacetName facet) throws IOException {
        this.snapshot = snapshot;
        this.facet = facet;
        SortedSetDocValues all = MultiDocValues.getSortedSetValues(snapshot.reader(),
                IndexFields.values(facet.field()));
        map = all instanceof MultiDocValues.MultiSortedSetDocValues several ? several.mapping : null;
        int size = all == null ? 0 : Math.toIntExact(all.getValueCount());
        names = new String[size];
        sizes = new int[size];
        List<LeafReaderContext> leaves = snapshot.reader().leaves();
        inSegment = new int[leaves.size()][size];
        columns = new FacetColumn[leaves.size()];
        for (LeafReaderContext leaf : leaves) {
            FacetColumn column = snapshot.facets(leaf).of(facet);
            columns[leaf.ord] = column;
            for (int number = 1; number < column.numbers().size(); number++) {
                int value = value(leaf, number);
                sizes[value] += column.size(number);
                inSegment[leaf.ord][value] = number;
            }
        }
        // Sorts by the number of documents, the highest first, then by value.
        byFrequency = LongStream.range(0, size)
                .map(value -> (long) -sizes[(int) value] << Integer.SIZE | value)
                .sorted()
                .mapToInt(key -> (int) key)
                .toArray();
    }

    /** How many values there are. */
    int size() {
        return names.length;
    }

    /** The name of a value. */
    String name(int value) throws IOException {
        String name = names[value];
        if (name == null) {
            List<LeafReaderContext> leaves = snapshot.reader().leaves();
            name = map == null
                    ? in(leaves.getFirst()).lookupOrd(value).utf8ToString()
                    : in(leaves.get(map.getFirstSegmentNumber(value))).lookupOrd(map.getFirstSegmentOrd(value))
                            .utf8ToString();
            names[value] = name;
        }
        return name;
    }

    /** The value of a name, below 0 if there is none. */
    int value(String name) throws IOException {
        for (LeafReaderContext leaf : snapshot.reader().leaves()) {
            SortedSetDocValues values = in(leaf);
            long ordinal = values == null ? -1 : values.lookupTerm(new BytesRef(name));
            if (ordinal >= 0) {
                return value(leaf, (int) ordinal + 1);
            }
        }
        return -1;
    }

    /** The value that has a number in the {@link Ordinals} of a segment. */
    int value(LeafReaderContext leaf, int number) {
        return map == null ? number - 1 : (int) map.getGlobalOrds(leaf.ord).get(number - 1);
    }

    /** The values, those of most documents first. */
    int[] byFrequency() {
        return byFrequency;
    }

    /** How many documents have a value, deleted ones among them. */
    int documents(int value) {
        return sizes[value];
    }

    /** How many matches have a value. */
    int count(MatchSets matches, int value) {
        int count = 0;
        for (MatchSets.Segment segment : matches.segments()) {
            int number = inSegment[segment.leaf().ord][value];
            if (number > 0) {
                count += columns[segment.leaf().ord].count(segment.seenBy(facet).set(), number);
            }
        }
        return count;
    }

    /**
     * How many of the matches have a value, at most.
     *
     * @param union what is known of them; null if nothing is
     */
    long most(UnionCounts union, int value) {
        if (union == null) {
            return sizes[value];
        }
        long most = 0;
        for (LeafReaderContext leaf : snapshot.reader().leaves()) {
            int number = inSegment[leaf.ord][value];
            if (number > 0) {
                most += Math.min(columns[leaf.ord].size(number), union.most(leaf, facet, number));
            }
        }
        return most;
    }

    private SortedSetDocValues in(LeafReaderContext leaf) throws IOException {
        return leaf.reader().getSortedSetDocValues(IndexFields.values(facet.field()));
    }
}
