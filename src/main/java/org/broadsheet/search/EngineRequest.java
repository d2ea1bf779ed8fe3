package org.broadsheet.search;

import java.util.Set;

import org.broadsheet.query.ArticleQuery;

/**
 * A search as an engine sees it: parsed, and within its bounds.
 *
 * @param query what must match
 * @param filters what the answer is narrowed to
 * @param sort never {@link SortOrder#RELEVANCE} where the query ranks nothing
 * @param offset how many hits to leave out first; 0 with a cursor
 * @param size how many hits to return
 * @param after the last hit already seen, or null
 * @param facets which facets to count
 * @param snippets whether the hits have any
 * @param explain whether each hit says why it is where it is
 * @param deadline when to give up
 */
public record EngineRequest(ArticleQuery query, Filters filters, SortOrder sort, int offset, int size, Cursor after,
        Set<FacetName> facets, boolean snippets, boolean explain, Deadline deadline) {}
