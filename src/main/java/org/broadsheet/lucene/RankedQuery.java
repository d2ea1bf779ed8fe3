package org.broadsheet.lucene;

import java.util.List;

import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.broadsheet.query.ArticleQuery;

/**
 * What makes up an article's score, part by part. The score is their sum, and what the article adds whatever is asked
 * ({@link Priors}).
 */
record RankedQuery(List<Part> parts) {

    RankedQuery {
        parts = List.copyOf(parts);
    }

    /** Which line of the formula of {@link org.broadsheet.field.Ranking} a part stands for. */
    enum Kind {
        CONDITION, NEIGHBOURS, WHOLE_TITLE
    }

    /**
     * One part.
     *
     * @param asked the part of the query that it comes from, or null where it comes from all of it
     * @param query what matches it, each match with what it adds to the score
     * @param occur whether an article must match it, must not, or is only better for it
     */
    record Part(Kind kind, ArticleQuery asked, Query query, Occur occur) {

        /** Whether it can add to the score. */
        boolean ranks() {
            return occur == Occur.SHOULD || occur == Occur.MUST && asked != null;
        }
    }

    /**
     * All parts, for articles that pass the filters.
     *
     * <p>Where one of several words is enough, they stand side by side with the parts that an article is only better
     * for: none of these matches an article that has none of the words, and a plain list of optional parts is what
     * Lucene skips best in.
     */
    Query query(List<Query> filters) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        filters.forEach(filter -> all.add(filter, Occur.FILTER));
        List<Part> required = parts.stream().filter(part -> part.occur() == Occur.MUST).toList();
        if (required.size() == 1 && required.getFirst().query() instanceof BooleanQuery any && isPlainList(any)) {
            any.clauses().forEach(all::add);
            all.setMinimumNumberShouldMatch(1);
            parts.stream()
                    .filter(part -> part.occur() != Occur.MUST)
                    .forEach(part -> all.add(part.query(), part.occur()));
        } else {
            parts.forEach(part -> all.add(part.query(), part.occur()));
        }
        return all.build();
    }

    private static boolean isPlainList(BooleanQuery query) {
        return query.clauses().stream().allMatch(clause -> clause.occur() == Occur.SHOULD)
                && query.getMinimumNumberShouldMatch() <= 1;
    }
}
