package org.broadsheet.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.broadsheet.lucene.SpareProcessors.Task;
import org.broadsheet.search.Deadline;
import org.broadsheet.search.Facet;
import org.broadsheet.search.FacetName;
import org.broadsheet.search.Filters;

/** Counts the matches of a search for its facets, each in the way that costs least. */
final class FacetCounts {

    /** If one of so many documents matches, to count sets costs less than to count the matches one by one. */
    private static final int MANY = 20;
    /** If one of so many documents matches, and so many at least, it is worth a look what is known of the words. */
    private static final int ENOUGH = 200;
    private static final int LEAST = 1 << 10;

    private final Snapshot snapshot;
    private final MatchSets matches;
    private final Filters filters;
    private final Deadline deadline;
    private final Map<FacetName, FacetCounter> counters = new EnumMap<>(FacetName.class);
    private final Map<FacetName, SegmentCounts> taken = new EnumMap<>(FacetName.class); // where not counted as sets

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
        UnionCounts union = !counters.isEmpty() && areEnough(matches.total())
                ? UnionCounts.of(snapshot, matches, deadline)
                : null;
        if (union != null && union.areCheap()) {
            facets.forEach(facet -> taken.put(facet, union));
            return union.tasks(facets);
        }
        List<Task> tasks = new ArrayList<>();
        List<FacetName> oneByOne = new ArrayList<>();
        counters.forEach((facet, counter) -> {
            if (areMany(matches.seenBy(facet))) {
                tasks.add(() -> counter.countSets(matches, union));
            } else {
                oneByOne.add(facet);
            }
        });
        WalkedCounts walked = new WalkedCounts(snapshot, matches, oneByOne, deadline);
        oneByOne.forEach(facet -> taken.put(facet, walked));
        tasks.addAll(walked.tasks());
        return tasks;
    }

    /** The facets, when the tasks have been run. */
    Map<FacetName, Facet> facets() throws IOException {
        Map<FacetName, Facet> counted = new EnumMap<>(FacetName.class);
        for (FacetName facet : counters.keySet()) {
            FacetCounter counter = counters.get(facet);
            if (taken.containsKey(facet)) {
                counter.take(matches, taken.get(facet));
            }
            counted.put(facet, counter.facet());
        }
        return counted;
    }

    /** The values of one facet, all of them. */
    ValueCounts values(FacetName facet) throws IOException {
        ValueCounts counts = new ValueCounts(snapshot, facet, filters.selection(facet));
        WalkedCounts walked = new WalkedCounts(snapshot, matches, List.of(facet), deadline);
        for (Task task : walked.tasks()) {
            task.run();
        }
        counts.take(matches, walked);
        return counts;
    }

    private boolean areEnough(long documents) {
        return documents >= LEAST && documents * ENOUGH > snapshot.reader().maxDoc();
    }

    private boolean areMany(long documents) {
        return documents * MANY > snapshot.reader().maxDoc();
    }

    private FacetCounter counter(FacetName facet) throws IOException {
        return switch (facet) {
            case DATE -> new DateCounts(snapshot, filters.dates(), deadline);
            case QUALITY -> new QualityCounts(snapshot, filters.quality());
            default -> new ValueCounts(snapshot, facet, filters.selection(facet));
        };
    }
}
