package org.broadsheet.opensearch;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

import org.broadsheet.search.EngineRequest;
import org.broadsheet.search.Facet;
import org.broadsheet.search.FacetName;
import org.opensearch.client.opensearch._types.aggregations.Aggregate;
import org.opensearch.client.opensearch._types.aggregations.Aggregation;
import org.opensearch.client.opensearch.core.SearchRequest;

/** The facets of one search: each an aggregation over what it obeys. */
final class FacetCounts {

    private final SearchedQuery query;
    private final EngineRequest request;
    private final Set<FacetName> counted;
    private final ValueCounts values;
    private final DateCounts dates;

    FacetCounts(Reading reading, SearchedQuery query, EngineRequest request) {
        this.query = query;
        this.request = request;
        counted = request.facets().isEmpty() ? Set.of() : EnumSet.copyOf(request.facets());
        values = new ValueCounts(reading, query);
        dates = new DateCounts(reading, query);
    }

    Set<FacetName> counted() {
        return counted;
    }

    void addTo(SearchRequest.Builder search) {
        for (FacetName facet : counted) {
            search.aggregations(facet.parameter(), Aggregation.of(over -> over.filter(query.besides(facet, counted))
                    .aggregations(parts(facet))));
        }
    }

    private Map<String, Aggregation> parts(FacetName facet) {
        return switch (facet) {
            case DATE -> DateCounts.parts();
            case QUALITY -> QualityCounts.parts();
            default -> ValueCounts.parts(facet, request.filters().selection(facet));
        };
    }

    Map<FacetName, Facet> read(Map<String, Aggregate> answer) {
        Map<FacetName, Facet> facets = new EnumMap<>(FacetName.class);
        for (FacetName facet : counted) {
            Map<String, Aggregate> parts = answer.get(facet.parameter()).filter().aggregations();
            facets.put(facet, switch (facet) {
                case DATE -> dates.facet(parts, request.filters().dates());
                case QUALITY -> QualityCounts.facet(parts, request.filters().quality());
                default -> values.facet(facet, request.filters().selection(facet), parts);
            });
        }
        return facets;
    }
}
