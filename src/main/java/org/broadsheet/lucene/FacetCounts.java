package org.broadsheet.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import org.apache.lucene.util.FixedBitSet;
import org.broadsheet.lucene.SpareProcessors.Task;
import org.broadsheet.search.Deadline;
import org.broadsheet.search.Facet;
import org.broadsheet.search.FacetName;
import org.broadsheet.search.Filters;

/** Counts the matches of a search for its facets: one walk over the matches for all facets that see the same ones. */
final class FacetCounts {

    /** Documents that are given to the counters at once: few enough to stay in the processor's nearest cache. */
    private static final int BLOCK = 1 << 10;
    /** Blocks between two looks at the clock. */
    private static final int WINDOW = 1 << 6;

    /** If one of so many documents matches, to count sets costs less than to count the matches one by one. */
    private static final int MANY = 20;

    private final Snapshot snapshot;
    private final MatchSets matches;
    private final Filters filters;
    private final Deadline deadline;
    private final Map<FacetName, FacetCounter> counters = new EnumMap<>(FacetName.class);

    FacetCounts(Snapshot snapshot, MatchSets matches, Filters filters, Deadline deadline) {
        this.snapshot = snapshot;
        this.matches = matches;
        this.filters = filters;
        this.deadline = deadline;
    }

    /** What has to be run, in any order and side by side, to count these facets. */
    List<Task> tasks(Collection<FacetName> facets) throws IOException {
        List<Task> tasks = new ArrayList<>();
        Map<FacetName, FacetCounter> oneByOne = new EnumMap<>(FacetName.class);
        for (FacetName facet : facets) {
            deadline.check();
            FacetCounter counter = counter(facet);
            counters.put(facet, counter);
            if (areMany(facet)) {
                tasks.add(() -> {
                    if (!counter.countSets(matches)) {
                        count(Map.of(facet, counter));
                    }
                });
            } else {
                oneByOne.put(facet, counter);
            }
        }
        if (!oneByOne.isEmpty()) {
            tasks.add(() -> count(oneByOne));
        }
        return tasks;
    }

    /** The facets, when the tasks have been run. */
    Map<FacetName, Facet> facets() throws IOException {
        Map<FacetName, Facet> counted = new EnumMap<>(FacetName.class);
        for (FacetName facet : counters.keySet()) {
            counted.put(facet, counters.get(facet).facet());
        }
        return counted;
    }

    /** The values of one facet, all of them. */
    ValueCounts values(FacetName facet) throws IOException {
        ValueCounts counts = new ValueCounts(snapshot, facet, filters.selection(facet));
        count(Map.of(facet, counts));
        return counts;
    }

    private boolean areMany(FacetName facet) {
        return matches.seenBy(facet) * MANY > snapshot.reader().maxDoc();
    }

    private FacetCounter counter(FacetName facet) throws IOException {
        return switch (facet) {
            case DATE -> new DateCounts(snapshot, filters.dates());
            case QUALITY -> new QualityCounts(snapshot, filters.quality());
            default -> new ValueCounts(snapshot, facet, filters.selection(facet));
        };
    }

    private void count(Map<FacetName, ? extends FacetCounter> counters) throws IOException {
        int[] block = new int[BLOCK];
        for (MatchSets.Segment segment : matches.segments()) {
            FacetColumns columns = snapshot.facets(segment.leaf());
            Map<FixedBitSet, List<FacetCounter>> bySet = new IdentityHashMap<>();
            for (Map.Entry<FacetName, ? extends FacetCounter> counter : counters.entrySet()) {
                counter.getValue().begin(segment.leaf(), columns);
                bySet.computeIfAbsent(segment.seenBy(counter.getKey()), _ -> new ArrayList<>())
                        .add(counter.getValue());
            }
            for (Map.Entry<FixedBitSet, List<FacetCounter>> each : bySet.entrySet()) {
                count(each.getKey(), each.getValue(), block);
            }
        }
    }

    private void count(FixedBitSet set, List<FacetCounter> counters, int[] block) {
        long[] words = set.getBits();
        int length = 0;
        int blocks = 0;
        for (int i = 0; i < words.length; i++) {
            for (long word = words[i]; word != 0; word &= word - 1) {
                block[length++] = i * Long.SIZE + Long.numberOfTrailingZeros(word);
            }
            if (length > BLOCK - Long.SIZE || i == words.length - 1) {
                if (blocks++ % WINDOW == 0) {
                    deadline.check();
                }
                for (FacetCounter counter : counters) {
                    counter.count(block, length);
                }
                length = 0;
            }
        }
    }
}
