package org.broadsheet.opensearch;

import java.util.List;

import org.broadsheet.query.ArticleQuery;
import org.opensearch.client.opensearch._types.query_dsl.Query;

/** What makes up an article's score, part by part. The score is their sum. */
record RankedQuery(List<Part> parts) {

    RankedQuery {
        parts = List.copyOf(parts);
    }

    /** Which line of the formula of {@link org.broadsheet.field.Ranking} a part stands for. */
    enum Kind {
        CONDITION, NEIGHBOURS, WHOLE_TITLE, QUALITY, HEAT, AGE, UNDATED
    }

    /** Whether an article must match a part, must not, or is only better for it. */
    enum Occur {
        MUST, MUST_NOT, SHOULD
    }

    /**
     * One part.
     *
     * @param asked the part of the query that it comes from, or null where it is about the article alone
     * @param query what matches it, each match with what it adds to the score
     */
    record Part(Kind kind, ArticleQuery asked, Query query, Occur occur) {

        /** Whether it can add to the score. */
        boolean ranks() {
            return occur == Occur.SHOULD || occur == Occur.MUST && asked != null;
        }
    }

    /** @param filters what an article must match besides, without a score */
    Query query(List<Query> filters) {
        return Query.of(query -> query.bool(all -> {
            for (Part part : parts) {
                switch (part.occur()) {
                    case MUST -> all.must(part.query());
                    case MUST_NOT -> all.mustNot(part.query());
                    case SHOULD -> all.should(part.query());
                }
            }
            return all.filter(filters);
        }));
    }
}
