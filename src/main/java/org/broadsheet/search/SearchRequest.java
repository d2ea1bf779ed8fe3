package org.broadsheet.search;

import java.util.EnumSet;
import java.util.Set;

/**
 * A search as a reader asks for it.
 *
 * @param text in the query language; empty asks for everything
 * @param filters what the answer is narrowed to
 * @param sort the order of the hits
 * @param page from 1; the last hit of the page is at most the {@value #DEEPEST}th
 * @param size hits on a page, 0 to {@value #LARGEST}
 * @param cursor where an earlier answer ended ({@link SearchResult#next}), in place of a page, or null
 * @param facets which facets to count
 * @param explain whether each hit says in words why it is where it is
 */
public record SearchRequest(String text, Filters filters, SortOrder sort, int page, int size, String cursor,
        Set<FacetName> facets, boolean explain) {

    /** Hits of a page unless told. */
    public static final int DEFAULT_SIZE = 20;
    /** Most hits of a page: an answer stays small enough to be shown. */
    public static final int LARGEST = 100;
    /** The last hit that can be reached by page numbers: each of them costs all the pages before it; a cursor does not. */
    public static final int DEEPEST = 10_000;

    public SearchRequest {
        facets = facets.isEmpty() ? Set.of() : java.util.Collections.unmodifiableSet(EnumSet.copyOf(facets));
        if (size < 0 || size > LARGEST) {
            throw new InvalidRequestException("size", size + " is not a number from 0 to " + LARGEST);
        }
        if (page < 1) {
            throw new InvalidRequestException("page", page + " is not a number from 1");
        }
        if (cursor == null && (long) page * size > DEEPEST) {
            throw new InvalidRequestException("page", "page " + page + " of " + size + " lies beyond hit " + DEEPEST
                    + ": go on from the answer's \"next\" with the parameter cursor");
        }
    }

    /** The first page of all that matches the text, with all facets. */
    public static SearchRequest of(String text) {
        return new SearchRequest(text, Filters.NONE, SortOrder.RELEVANCE, 1, DEFAULT_SIZE, null,
                EnumSet.allOf(FacetName.class), false);
    }

    public SearchRequest withFilters(Filters other) {
        return new SearchRequest(text, other, sort, page, size, cursor, facets, explain);
    }

    public SearchRequest withSort(SortOrder other) {
        return new SearchRequest(text, filters, other, page, size, cursor, facets, explain);
    }

    public SearchRequest withPage(int otherPage, int otherSize) {
        return new SearchRequest(text, filters, sort, otherPage, otherSize, cursor, facets, explain);
    }

    public SearchRequest withCursor(String other) {
        return new SearchRequest(text, filters, sort, page, size, other, facets, explain);
    }

    public SearchRequest withFacets(Set<FacetName> others) {
        return new SearchRequest(text, filters, sort, page, size, cursor, others, explain);
    }

    public SearchRequest withExplain(boolean other) {
        return new SearchRequest(text, filters, sort, page, size, cursor, facets, other);
    }
}
