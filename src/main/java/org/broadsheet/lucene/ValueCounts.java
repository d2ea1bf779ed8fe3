package org.broadsheet.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;

import org.apache.lucene.index.LeafReaderContext;
import org.broadsheet.analysis.Analyzers;
import org.broadsheet.search.Deadline;
import org.broadsheet.search.Facet;
import org.broadsheet.search.FacetName;
import org.broadsheet.search.Filters.Selection;

/** How often the matches have each value of a facet. */
final class ValueCounts implements FacetCounter {

    /** Values listed besides the chosen ones: more than fit beside the results are looked up by prefix. */
    private static final int LISTED = Facet.Values.UNCHOSEN;

    private final Snapshot snapshot;
    private final FacetName facet;
    private final Selection selection;
    private final FacetValues values;
    private final int[] counts; // by the number of the value
    private long missing;
    private long occurrences; // of any value

    ValueCounts(Snapshot snapshot, FacetName facet, Selection selection) throws IOException {
        this.snapshot = snapshot;
        this.facet = facet;
        this.selection = selection;
        values = snapshot.values(facet);
        counts = new int[values.size()];
    }

    @Override
    public void countSets(MatchSets matches, UnionCounts union) throws IOException {
        if (values.size() <= LISTED) {
            for (MatchSets.Segment segment : matches.segments()) {
                add(segment.leaf(), column(segment).counts(segment.seenBy(facet)));
            }
        } else {
            countMostFrequent(matches, union);
        }
    }

    /**
     * Counts the chosen values, and the others from the most frequent on, but for those that cannot have as many matches
     * as the last one listed.
     */
    private void countMostFrequent(MatchSets matches, UnionCounts union) throws IOException {
        Set<String> chosen = chosen();
        for (String value : chosen) {
            int ordinal = values.value(value);
            if (ordinal >= 0) {
                counts[ordinal] = values.count(matches, ordinal);
            }
        }
        PriorityQueue<Integer> listed = new PriorityQueue<>(); // of the counts, the lowest first
        for (int ordinal : values.byFrequency()) {
            boolean full = listed.size() == LISTED + chosen.size();
            if (full && values.documents(ordinal) < listed.peek()) {
                break;
            }
            if (full && values.most(union, ordinal) < listed.peek()) {
                continue;
            }
            counts[ordinal] = values.count(matches, ordinal);
            listed.add(counts[ordinal]);
            if (full) {
                listed.poll();
            }
        }
        for (MatchSets.Segment segment : matches.segments()) {
            FacetColumn column = column(segment);
            missing += column.count(segment.seenBy(facet).set(), 0);
            occurrences += column.countAll(segment.seenBy(facet));
        }
    }

    @Override
    public void take(MatchSets matches, SegmentCounts counted) throws IOException {
        for (MatchSets.Segment segment : matches.segments()) {
            add(segment.leaf(), counted.of(segment.leaf(), facet));
        }
    }

    private FacetColumn column(MatchSets.Segment segment) throws IOException {
        return snapshot.facets(segment.leaf()).of(facet);
    }

    private Set<String> chosen() {
        Set<String> chosen = new HashSet<>(selection.included());
        chosen.addAll(selection.excluded());
        return chosen;
    }

    /** @param ofSegment by the number in the segment */
    private void add(LeafReaderContext leaf, int[] ofSegment) throws IOException {
        missing += ofSegment[0];
        int size = snapshot.facets(leaf).of(facet).numbers().size();
        for (int number = 1; number < size; number++) {
            if (ofSegment[number] > 0) {
                occurrences += ofSegment[number];
                counts[values.value(leaf, number)] += ofSegment[number];
            }
        }
    }

    @Override
    public Facet.Values facet() throws IOException {
        Set<String> chosen = chosen();
        List<Facet.ValueCount> listed = new ArrayList<>();
        int unchosen = 0;
        for (int ordinal : mostFrequent(LISTED + chosen.size())) {
            Facet.ValueCount value = valueCount(ordinal);
            boolean isChosen = chosen.remove(value.value());
            if (isChosen || unchosen++ < LISTED) {
                listed.add(value);
            }
        }
        for (String value : chosen) {
            listed.add(valueCount(value));
        }
        listed.sort(Facet.ValueCount.MOST_FREQUENT);
        long shown = listed.stream().mapToLong(Facet.ValueCount::count).sum();
        return new Facet.Values(listed, occurrences - shown, missing);
    }

    /** The values among the matches that begin with a prefix, itself normalized. */
    List<Facet.ValueCount> startingWith(String prefix, Analyzers analyzers, int size, Deadline deadline)
            throws IOException {
        List<Facet.ValueCount> found = new ArrayList<>();
        for (int ordinal : mostFrequent(counts.length)) {
            if (found.size() == size) {
                break;
            }
            deadline.check();
            Facet.ValueCount value = valueCount(ordinal);
            if (analyzers.normalized(value.value()).startsWith(prefix)) {
                found.add(value);
            }
        }
        return found;
    }

    /** The numbers of the values that occur most often, at most so many; those that do not occur are left out. */
    private int[] mostFrequent(int size) {
        int occurring = 0;
        long[] keys = new long[counts.length];
        for (int ordinal = 0; ordinal < counts.length; ordinal++) {
            if (counts[ordinal] > 0) {
                // Sorts by the count, the most frequent first, then by the number of the value.
                keys[occurring++] = (long) -counts[ordinal] << Integer.SIZE | ordinal;
            }
        }
        int found = Math.min(size, occurring);
        Arrays.sort(keys, 0, occurring);
        return Arrays.stream(keys, 0, found).mapToInt(key -> (int) key).toArray();
    }

    private Facet.ValueCount valueCount(int ordinal) throws IOException {
        String value = values.name(ordinal);
        return new Facet.ValueCount(value, counts[ordinal], selection.included().contains(value),
                selection.excluded().contains(value));
    }

    private Facet.ValueCount valueCount(String value) throws IOException {
        int ordinal = values.value(value);
        return ordinal >= 0
                ? valueCount(ordinal)
                : new Facet.ValueCount(value, 0, selection.included().contains(value),
                        selection.excluded().contains(value));
    }
}
