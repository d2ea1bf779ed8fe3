package org.broadsheet.opensearch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.broadsheet.analysis.Analyzers;
import org.broadsheet.field.Ranking;
import org.broadsheet.query.ArticleQuery;
import org.broadsheet.search.FacetName;
import org.broadsheet.search.Filters;
import org.broadsheet.search.SortOrder;
import org.opensearch.client.opensearch._types.query_dsl.Query;
import org.opensearch.client.opensearch.core.SearchRequest;

/**
 * What is searched, taken apart so that a facet can be counted as if nothing were chosen of it: such a choice narrows
 * the hits only after the facets are counted, and each facet obeys the choices of the others.
 */
final class SearchedQuery {

    private final ArticleQuery asked;
    private final Query matching;
    private final RankedQuery ranked; // null where nothing is ranked
    private final List<Query> besidesFacets;
    private final Map<FacetName, Query> selections;

    /** @param newest from which ages are measured, or null */
    SearchedQuery(Analyzers analyzers, ArticleQuery asked, Filters filters, SortOrder sort, Instant newest) {
        this.asked = asked;
        QueryTranslator translator = new QueryTranslator(analyzers);
        matching = translator.matching(asked);
        ranked = sort == SortOrder.RELEVANCE
                ? RankedQuery.of(asked, translator, Ranking.DEFAULT, newest)
                : null;
        besidesFacets = FilterQueries.besidesFacets(filters);
        selections = FilterQueries.selections(filters);
    }

    /** Null where nothing is ranked. */
    RankedQuery ranked() {
        return ranked;
    }

    /** @param counted facets that are counted in the same request */
    void addTo(SearchRequest.Builder search, Set<FacetName> counted) {
        Map<FacetName, Query> later = later(counted);
        List<Query> filters = new ArrayList<>(besidesFacets);
        selections.forEach((facet, query) -> {
            if (!later.containsKey(facet)) {
                filters.add(query);
            }
        });
        if (ranked != null) {
            search.query(ranked.query(filters));
            Reading.rankAlike(search, asked);
        } else {
            filters.add(matching);
            search.query(FilterQueries.together(filters));
        }
        if (!later.isEmpty()) {
            search.postFilter(FilterQueries.together(later.values()));
        }
    }

    /** What a facet obeys of the choices that are made later. */
    Query besides(FacetName facet, Set<FacetName> counted) {
        Map<FacetName, Query> others = later(counted);
        others.remove(facet);
        return FilterQueries.together(others.values());
    }

    /** All that a facet is counted over. */
    Query countedOver(FacetName facet) {
        List<Query> queries = new ArrayList<>(besidesFacets);
        queries.add(matching);
        selections.forEach((other, query) -> {
            if (other != facet) {
                queries.add(query);
            }
        });
        return FilterQueries.together(queries);
    }

    private Map<FacetName, Query> later(Set<FacetName> counted) {
        Map<FacetName, Query> later = new EnumMap<>(FacetName.class);
        selections.forEach((facet, query) -> {
            if (counted.contains(facet)) {
                later.put(facet, query);
            }
        });
        return later;
    }
}
