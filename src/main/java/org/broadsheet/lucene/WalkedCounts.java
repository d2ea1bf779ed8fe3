package org.broadsheet.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import org.apache.lucene.index.LeafReaderContext;
import org.broadsheet.lucene.SpareProcessors.Task;
import org.broadsheet.search.Deadline;
import org.broadsheet.search.FacetName;

/** Counts the matches of a search one by one: one walk over those of a segment for all facets that see the same ones. */
final class WalkedCounts implements SegmentCounts {

    private final List<Task> tasks = new ArrayList<>();
    private final Map<FacetName, NumberCounts[]> counts = new EnumMap<>(FacetName.class); // by segment

    WalkedCounts(Snapshot snapshot, MatchSets matches, Collection<FacetName> facets, Deadline deadline)
            throws IOException {
        facets.forEach(facet -> counts.put(facet, new NumberCounts[matches.segments().size()]));
        for (MatchSets.Segment segment : matches.segments()) {
            FacetColumns columns = snapshot.facets(segment.leaf());
            Map<MatchSets.SizedSet, List<FacetName>> bySet = new IdentityHashMap<>();
            facets.forEach(
                    facet -> bySet.computeIfAbsent(segment.seenBy(facet), _ -> new ArrayList<>()).add(facet));
            bySet.forEach((seen, seeing) -> {
                NumberCounts counted = new NumberCounts(columns, seeing);
                seeing.forEach(facet -> counts.get(facet)[segment.leaf().ord] = counted);
                tasks.add(() -> counted.count(seen, deadline));
            });
        }
    }

    /** What has to be run, in any order and side by side, before the counts are there. */
    List<Task> tasks() {
        return tasks;
    }

    @Override
    public int[] of(LeafReaderContext leaf, FacetName facet) {
        return counts.get(facet)[leaf.ord].of(facet);
    }
}
