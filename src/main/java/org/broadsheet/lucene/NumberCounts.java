package org.broadsheet.lucene;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

import org.broadsheet.search.Deadline;
import org.broadsheet.search.FacetName;

/** How many documents of a segment have each number, facet by facet. */
final class NumberCounts {

    private final FacetColumns columns;
    private final Map<FacetName, int[]> counts = new EnumMap<>(FacetName.class);

    /** @param facets that are counted */
    NumberCounts(FacetColumns columns, Collection<FacetName> facets) {
        this.columns = columns;
        facets.forEach(facet -> counts.put(facet, columns.of(facet).numbers().counts()));
    }

    /** What is counted. */
    Set<FacetName> facets() {
        return counts.keySet();
    }

    /** What counts so many documents, about, and has done so when it has come to its end. */
    DocumentBlocks.Consumer counting(long documents) {
        return JointCounts.of(columns, this, documents);
    }

    /** Counts documents one by one. */
    void count(MatchSets.SizedSet documents, Deadline deadline) {
        DocumentBlocks blocks = new DocumentBlocks(deadline, counting(documents.size()));
        blocks.addAll(documents.set());
        blocks.end();
    }

    /** Counts documents, the first {@code length} of these. */
    void count(int[] docs, int length) {
        counts.forEach((facet, ofFacet) -> columns.of(facet).numbers().count(docs, length, ofFacet));
    }

    /**
     * Adds what was counted of the same segment, of these facets and maybe others.
     *
     * @param times -1 to take it away
     */
    void add(NumberCounts other, int times) {
        counts.forEach((facet, sums) -> {
            int[] added = other.of(facet);
            for (int i = 0; i < sums.length; i++) {
                sums[i] += times * added[i];
            }
        });
    }

    /** The counts of one facet by number, as {@link RowNumbers#counts()} has them. */
    int[] of(FacetName facet) {
        return counts.get(facet);
    }
}
