package org.broadsheet.opensearch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.broadsheet.field.ArticleField;
import org.broadsheet.search.FacetName;
import org.broadsheet.search.Filters;
import org.opensearch.client.opensearch._types.query_dsl.Query;

/** Says in OpenSearch's queries what an answer is narrowed to. */
final class FilterQueries {

    private FilterQueries() {}

    /** All filters; empty if there are none. */
    static List<Query> all(Filters filters) {
        List<Query> queries = new ArrayList<>(besidesFacets(filters));
        queries.addAll(selections(filters).values());
        return queries;
    }

    /** The filters that no facet stands for; empty if there are none. */
    static List<Query> besidesFacets(Filters filters) {
        List<Query> queries = new ArrayList<>();
        if (filters.heat() != null) {
            queries.add(QueryTranslator.numbers(ArticleField.HEAT, filters.heat()));
        }
        if (filters.published() != null) {
            queries.add(QueryTranslator.term(IndexFields.values(ArticleField.PUBLISHED),
                    filters.published().toString()));
        }
        if (!filters.without().isEmpty()) {
            queries.add(QueryTranslator.not(QueryTranslator.terms(IndexFields.ID, filters.without())));
        }
        return queries;
    }

    /** For each facet that narrows the answer, what was chosen of it. */
    static Map<FacetName, Query> selections(Filters filters) {
        Map<FacetName, Query> selections = new EnumMap<>(FacetName.class);
        for (FacetName facet : FacetName.values()) {
            if (filters.restricts(facet)) {
                selections.put(facet, switch (facet) {
                    case DATE -> QueryTranslator.dates(filters.dates());
                    case QUALITY -> QueryTranslator.numbers(ArticleField.QUALITY, filters.quality());
                    default -> values(facet, filters.selection(facet));
                });
            }
        }
        return selections;
    }

    /** What all of them let through; everything if there are none. */
    static Query together(Collection<Query> queries) {
        return queries.isEmpty()
                ? QueryTranslator.all()
                : Query.of(query -> query.bool(all -> all.filter(List.copyOf(queries))));
    }

    private static Query values(FacetName facet, Filters.Selection selection) {
        String field = IndexFields.values(facet.field());
        return Query.of(query -> query.bool(both -> {
            both.filter(selection.included().isEmpty()
                    ? QueryTranslator.all()
                    : QueryTranslator.terms(field, selection.included()));
            return selection.excluded().isEmpty()
                    ? both
                    : both.mustNot(QueryTranslator.terms(field, selection.excluded()));
        }));
    }
}
