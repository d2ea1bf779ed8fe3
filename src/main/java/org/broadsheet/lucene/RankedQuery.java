package org.broadsheet.lucene;

import java.util.List;

import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.broadsheet.query.ArticleQuery;

/** What makes up an article's score, part by part. The score is their sum. */
record RankedQuery(List<Part> parts) {

    RankedQuery {
        parts = List.copyOf(parts);
    }

    /** Which line of the formula of {@link org.broadsheet.field.Ranking} a part stands for. */
    enum Kind {
        CONDITION, NEIGHBOURS, WHOLE_TITLE, QUALITY, HEAT, AGE, UNDATED
    }

    /**
     * One part.
     *
     * @param asked the part of the query that it comes from, or null where it is about the article alone
     * @param query what matches it, each match with what it adds to the score
     * @param occur whether an article must match it, must not, or is only better for it
     */
    record Part(Kind kind, ArticleQuery asked, Query query, Occur occur) {

        /** Whether it can add to the score. */
        boolean ranks() {
            return occur == Occur.SHOULD || occur == Occur.MUST && asked != null;
        }
    }

    Query query() {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        parts.forEach(part -> all.add(part.query(), part.occur()));
        return all.build();
    }
}
