package org.broadsheet.search;

import java.util.List;
import java.util.Map;

import org.broadsheet.query.ArticleQuery;

/**
 * An answer, all of it from one commit.
 *
 * @param request what was asked
 * @param interpreted how it was understood
 * @param relaxed whether nothing matches what was asked, and this answers something near it
 * @param notices sentences for the reader: what was ignored, corrected or relaxed; empty for an exact answer
 * @param suggestion a query that is likely to be better, or null
 * @param advice searches that find something, best first; empty if this one does, or if none is known
 * @param total how many articles match, exactly
 * @param next a cursor to what follows the last hit, or null at the end
 * @param tookMillis how long it took, in milliseconds
 * @param index the commit that answered
 * @param hits those of the page; empty if it lies beyond the last
 * @param facets those asked for, in the order of {@link FacetName}
 */
public record SearchResult(SearchRequest request, ArticleQuery interpreted, boolean relaxed, List<String> notices,
        String suggestion, List<Advice> advice, long total, String next, double tookMillis, IndexState index,
        List<Hit> hits, Map<FacetName, Facet> facets) {

    public SearchResult {
        notices = List.copyOf(notices);
        advice = List.copyOf(advice);
        hits = List.copyOf(hits);
    }
}
