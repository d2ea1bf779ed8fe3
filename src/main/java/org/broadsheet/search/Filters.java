package org.broadsheet.search;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import org.broadsheet.query.DateRange;
import org.broadsheet.query.NumberRange;

/**
 * What an answer is narrowed to. Filters do not rank.
 *
 * @param selections for each facet of values, what was chosen; facets without a choice are absent
 * @param dates or null for all
 * @param quality or null for all
 * @param heat or null for all
 * @param published or null for all
 * @param without the ids of articles to leave out; empty for none
 */
public record Filters(Map<FacetName, Selection> selections, DateRange dates, NumberRange quality, NumberRange heat,
        Boolean published, Set<String> without) {

    /** No filter at all. */
    public static final Filters NONE = new Filters(Map.of(), null, null, null, null, Set.of());

    /**
     * The chosen values of one facet: an article must have one of the included ones (if there are any) and none of the
     * excluded ones.
     */
    public record Selection(Set<String> included, Set<String> excluded) {
        public Selection {
            included = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(included));
            excluded = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(excluded));
        }

        public boolean isEmpty() {
            return included.isEmpty() && excluded.isEmpty();
        }
    }

    private static final Selection NOTHING_SELECTED = new Selection(Set.of(), Set.of());

    public Filters {
        for (FacetName facet : selections.keySet()) {
            if (!facet.hasValues()) {
                throw new IllegalArgumentException(facet.parameter() + " is filtered by a range, not by values");
            }
        }
        selections = Map.copyOf(selections);
        without = Set.copyOf(without);
    }

    /** All articles may be found that the other filters let through. */
    public Filters(Map<FacetName, Selection> selections, DateRange dates, NumberRange quality, NumberRange heat,
            Boolean published) {
        this(selections, dates, quality, heat, published, Set.of());
    }

    /** The same, with these articles left out. */
    public Filters leavingOut(Set<String> ids) {
        return new Filters(selections, dates, quality, heat, published, ids);
    }

    /** What was chosen of a facet's values; empty where nothing was. */
    public Selection selection(FacetName facet) {
        return selections.getOrDefault(facet, NOTHING_SELECTED);
    }

    /** Whether the facet's own selection narrows the answer. */
    public boolean restricts(FacetName facet) {
        return switch (facet) {
            case DATE -> dates != null;
            case QUALITY -> quality != null;
            default -> !selection(facet).isEmpty();
        };
    }

    public boolean isEmpty() {
        return equals(NONE);
    }
}
