package org.broadsheet.opensearch;

import java.util.List;

import org.broadsheet.search.Cursor;
import org.broadsheet.search.SortOrder;
import org.opensearch.client.opensearch._types.FieldValue;
import org.opensearch.client.opensearch.core.SearchRequest;

/** The order of the hits, and the places in it. */
final class Sorting {

    private Sorting() {}

    /** @param after a hit to begin after, or null */
    static void addTo(SearchRequest.Builder search, SortOrder sort, Cursor after) {
        if (sort == SortOrder.RELEVANCE) {
            search.sort(by -> by.score(score -> score.order(org.opensearch.client.opensearch._types.SortOrder.Desc)));
        } else {
            search.sort(by -> by.field(field -> field.field(IndexFields.values(sort.field()))
                    .order(sort.descending()
                            ? org.opensearch.client.opensearch._types.SortOrder.Desc
                            : org.opensearch.client.opensearch._types.SortOrder.Asc)
                    .missing(FieldValue.of("_last"))));
        }
        search.sort(by -> by.field(field -> field.field(IndexFields.ID)
                .order(org.opensearch.client.opensearch._types.SortOrder.Asc)));
        if (after != null) {
            search.searchAfter(List.of(sort == SortOrder.RELEVANCE
                    ? FieldValue.of((double) Float.intBitsToFloat((int) after.key()))
                    : FieldValue.of(number(after)), FieldValue.of(after.id())));
        }
    }

    /** What a hit is sorted by, as a {@link Cursor} has it. */
    static long key(SortOrder sort, List<FieldValue> place) {
        if (sort == SortOrder.RELEVANCE) {
            return Float.floatToIntBits(score(place));
        }
        long number = place.getFirst().longValue();
        return number == lastOf(sort) ? Long.MIN_VALUE : number;
    }

    /** The score of a hit that is sorted by it. */
    static float score(List<FieldValue> place) {
        FieldValue score = place.getFirst();
        return score.isLong() ? score.longValue() : (float) score.doubleValue();
    }

    /** What the cluster has for a missing number, so that it comes last. */
    private static long lastOf(SortOrder sort) {
        return sort.descending() ? Long.MIN_VALUE : Long.MAX_VALUE;
    }

    private static long number(Cursor cursor) {
        return cursor.key() == Long.MIN_VALUE ? lastOf(cursor.sort()) : cursor.key();
    }
}
