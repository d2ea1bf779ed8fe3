package org.broadsheet.lucene;

import java.util.List;

import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;

/**
 * What makes up an article's score, part by part, so that a part can be told in words. The score is their sum.
 */
record RankedQuery(List<Part> parts) {

    RankedQuery {
        parts = List.copyOf(parts);
    }

    /**
     * @param why what it stands for, in words that a reader understands
     * @param query what matches it, each match with what it adds to the score
     * @param occur whether an article must match it, must not, or is only better for it
     */
    record Part(String why, Query query, Occur occur) {}

    Query query() {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        parts.forEach(part -> all.add(part.query(), part.occur()));
        return all.build();
    }
}
