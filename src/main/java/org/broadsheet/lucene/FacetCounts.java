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

    /** If one of so many documents matches, to count sets costs less than to count the matches one by one. */
    private static final int MANY = 20;

    private final Snapshot snapshot;
    private final MatchSets matches;
    private final Filters filters;
    private final Deadline deadline;
    private final Map<FacetName, FacetCounter> counters = new EnumMap<>(FacetName.class);
    private UnionCounts union; // what is known of the matches; null if nothing is
    private boolean areTaken; // whether it is taken over from there how many have each value

    FacetCounts(Snapshot snapshot, MatchSets matches, Filters filters, Deadline deadline) {
        this.snapshot = snapshot;
        this.matches = matches;
        this.filters = filters;
        this.deadline = deadline;
    }

    /** What has to be run, in any order and side by side, to count these facets. */
    List<Task> tasks(Collection<FacetName> facets) throws IOException {
        for (FacetName facet : facets) {
            deadline.check();
            counters.put(facet, counter(facet));
        }
        if (!counters.isEmpty() && areMany(matches.total())) {
            union = UnionCounts.of(snapshot, matches, deadline);
        }
        areTaken = union != null && union.areCheap();
        return areTaken ? union.tasks(facets) : tasks();
    }

    private List<Task> tasks() {
        List<Task> tasks = new ArrayList<>();
        Map<FacetName, FacetCounter> oneByOne = new EnumMap<>(FacetName.class);
        counters.forEach((facet, counter) -> {
            if (areMany(matches.seenBy(facet))) {
                tasks.add(() -> {
                    if (!counter.countSets(matches, union)) {
                        count(Map.of(facet, counter));
                    }
                });
            } else {
                oneByOne.put(facet, counter);
            }
        });
        if (!oneByOne.isEmpty()) {
            tasks.add(() -> count(oneByOne));
        }
        return tasks;
    }

    /** The facets, when the tasks have been run. */
    Map<FacetName, Facet> facets() throws IOException {
        Map<FacetName, Facet> counted = new EnumMap<>(FacetName.class);
        for (FacetName facet : counters.keySet()) {
            FacetCounter counter = counters.get(facet);
            if (areTaken && !counter.take(matches, union)) {
                count(Map.of(facet, counter));
            }
            counted.put(facet, counter.facet());
        }
        return counted;
    }

    /** The values of one facet, all of them. */
    ValueCounts values(FacetName facet) throws IOException {
        ValueCounts counts = new ValueCounts(snapshot, facet, filters.selection(facet));
        count(Map.of(facet, counts));
        return counts;
    }

    private boolean areMany(long documents) {
        return documents * MANY > snapshot.reader().maxDoc();
    }

    private FacetCounter counter(FacetName facet) throws IOException {
        return switch (facet) {
            case DATE -> new DateCounts(snapshot, filters.dates());
            case QUALITY -> new QualityCounts(snapshot, filters.quality());
            default -> new ValueCounts(snapshot, facet, filters.selection(facet));
        };
    }

    private void count(Map<FacetName, ? extends FacetCounter> counters) throws IOException {
        for (MatchSets.Segment segment : matches.segments()) {
            FacetColumns columns = snapshot.facets(segment.leaf());
            Map<FixedBitSet, List<FacetCounter>> bySet = new IdentityHashMap<>();
            for (Map.Entry<FacetName, ? extends FacetCounter> counter : counters.entrySet()) {
                counter.getValue().begin(segment.leaf(), columns);
                bySet.computeIfAbsent(segment.seenBy(counter.getKey()).set(), _ -> new ArrayList<>())
                        .add(counter.getValue());
            }
            bySet.forEach(this::count);
        }
    }

    private void count(FixedBitSet set, List<FacetCounter> counters) {
        DocumentBlocks blocks = new DocumentBlocks(deadline,
                (docs, length) -> counters.forEach(counter -> counter.count(docs, length)));
        blocks.addAll(set);
        blocks.end();
    }
}
