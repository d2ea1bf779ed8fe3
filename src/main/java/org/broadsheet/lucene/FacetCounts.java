package org.broadsheet.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import org.apache.lucene.util.FixedBitSet;
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
    private final Deadline deadline;

    FacetCounts(Snapshot snapshot, Deadline deadline) {
        this.snapshot = snapshot;
        this.deadline = deadline;
    }

    Map<FacetName, Facet> of(MatchSets matches, Filters filters, Collection<FacetName> facets) throws IOException {
        Map<FacetName, FacetCounter> counters = new EnumMap<>(FacetName.class);
        Map<FacetName, FacetCounter> oneByOne = new EnumMap<>(FacetName.class);
        for (FacetName facet : facets) {
            deadline.check();
            FacetCounter counter = counter(facet, filters);
            counters.put(facet, counter);
            if (!areMany(matches, facet) || !counter.countSets(matches)) {
                oneByOne.put(facet, counter);
            }
        }
        count(matches, oneByOne);
        Map<FacetName, Facet> counted = new EnumMap<>(FacetName.class);
        for (FacetName facet : counters.keySet()) {
            counted.put(facet, counters.get(facet).facet());
        }
        return counted;
    }

    /** The facets of all articles. They are counted once a commit: it is what everybody sees first. */
    Map<FacetName, Facet> ofAll(MatchSets all, Collection<FacetName> facets) throws IOException {
        Map<FacetName, Facet> known = snapshot.facetsOfAll();
        known.putAll(of(all, Filters.NONE, facets.stream().filter(facet -> !known.containsKey(facet)).toList()));
        Map<FacetName, Facet> counted = new EnumMap<>(FacetName.class);
        facets.forEach(facet -> counted.put(facet, known.get(facet)));
        return counted;
    }

    private boolean areMany(MatchSets matches, FacetName facet) {
        return matches.seenBy(facet) * MANY > snapshot.reader().maxDoc();
    }

    /** The values of one facet, all of them. */
    ValueCounts values(MatchSets matches, Filters filters, FacetName facet) throws IOException {
        ValueCounts counts = new ValueCounts(snapshot, facet, filters.selection(facet));
        count(matches, Map.of(facet, counts));
        return counts;
    }

    private FacetCounter counter(FacetName facet, Filters filters) throws IOException {
        return switch (facet) {
            case DATE -> new DateCounts(snapshot, filters.dates());
            case QUALITY -> new QualityCounts(snapshot, filters.quality());
            default -> new ValueCounts(snapshot, facet, filters.selection(facet));
        };
    }

    private void count(MatchSets matches, Map<FacetName, ? extends FacetCounter> counters) throws IOException {
        int[] block = new int[BLOCK];
        for (MatchSets.Segment segment : matches.segments()) {
            Columns columns = snapshot.columns(segment.leaf());
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
