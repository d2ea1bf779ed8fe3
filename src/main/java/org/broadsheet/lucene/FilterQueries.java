package org.broadsheet.lucene;

import java.util.ArrayList;
import java.util.List;

import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.broadsheet.field.ArticleField;
import org.broadsheet.search.FacetName;
import org.broadsheet.search.Filters;

/** Says in Lucene's queries what an answer is narrowed to. */
final class FilterQueries {

    private FilterQueries() {}

    /** All filters; empty if there are none. */
    static List<Query> all(Filters filters) {
        List<Query> queries = new ArrayList<>(besidesFacets(filters));
        for (FacetName facet : FacetName.values()) {
            if (filters.restricts(facet)) {
                queries.add(selection(facet, filters));
            }
        }
        return queries;
    }

    /** The filters that no facet stands for; empty if there are none. */
    static List<Query> besidesFacets(Filters filters) {
        List<Query> queries = new ArrayList<>();
        if (filters.heat() != null) {
            queries.add(QueryTranslator.numbers(ArticleField.HEAT, filters.heat()));
        }
        if (filters.published() != null) {
            queries.add(QueryTranslator.value(ArticleField.PUBLISHED, filters.published().toString()));
        }
        if (!filters.without().isEmpty()) {
            queries.add(new BooleanQuery.Builder().add(MatchAllDocsQuery.INSTANCE, Occur.FILTER)
                    .add(new TermInSetQuery(IndexFields.ID, filters.without().stream().map(BytesRef::new).toList()),
                            Occur.MUST_NOT)
                    .build());
        }
        return queries;
    }

    /** What was chosen of a facet that {@linkplain Filters#restricts restricts} the answer. */
    static Query selection(FacetName facet, Filters filters) {
        return switch (facet) {
            case DATE -> QueryTranslator.dates(filters.dates());
            case QUALITY -> QueryTranslator.numbers(ArticleField.QUALITY, filters.quality());
            default -> values(facet, filters.selection(facet));
        };
    }

    private static Query values(FacetName facet, Filters.Selection selection) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        if (selection.included().isEmpty()) {
            query.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
        } else {
            query.add(oneOf(facet, selection.included()), Occur.FILTER);
        }
        if (!selection.excluded().isEmpty()) {
            query.add(oneOf(facet, selection.excluded()), Occur.MUST_NOT);
        }
        return query.build();
    }

    private static Query oneOf(FacetName facet, java.util.Set<String> values) {
        return new TermInSetQuery(IndexFields.values(facet.field()), values.stream().map(BytesRef::new).toList());
    }
}
