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
     * @param candidates of a part that an article is only better for: finds all that match it, and few others, at less
     *        cost; of other parts null
     */
    record Part(Kind kind, ArticleQuery asked, Query query, Occur occur, Query candidates) {

        static Part condition(ArticleQuery asked, Query query, Occur occur) {
            return new Part(Kind.CONDITION, asked, query, occur, null);
        }

        /** Whether it can add to the score. */
        boolean ranks() {
            return occur == Occur.SHOULD || occur == Occur.MUST && asked != null;
        }
    }

    /** Which articles match, of those that pass the filters, each with what its words score. */
    Query words(List<Query> filters) {
        List<Part> required = parts.stream().filter(part -> part.occur() == Occur.MUST).toList();
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        List<Query> disjuncts = required.size() == 1 ? disjuncts(required.getFirst().query()) : List.of();
        if (disjuncts.size() > 1) {
            // Side by side at the top, words are skipped best.
            disjuncts.forEach(disjunct -> all.add(disjunct, Occur.SHOULD));
            all.setMinimumNumberShouldMatch(1);
        } else {
            required.forEach(part -> all.add(part.query(), Occur.MUST));
        }
        parts.stream()
                .filter(part -> part.occur() == Occur.MUST_NOT)
                .forEach(part -> all.add(part.query(), Occur.MUST_NOT));
        filters.forEach(filter -> all.add(filter, Occur.FILTER));
        return all.build();
    }

    /** The parts that an article is only better for. No article has any of them that has none of the words. */
    List<Query> extras() {
        return parts.stream().filter(part -> part.occur() == Occur.SHOULD).map(Part::query).toList();
    }

    /** What finds all articles that match any of the {@link #extras}, and few others. */
    Query candidates() {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        parts.stream()
                .filter(part -> part.occur() == Occur.SHOULD)
                .forEach(part -> any.add(part.candidates(), Occur.SHOULD));
        return any.build();
    }

    /** The query as a plain list of which one must match; just the query if it is none. */
    private static List<Query> disjuncts(Query query) {
        if (query instanceof WordQuery word) {
            return word.disjuncts();
        }
        return query instanceof BooleanQuery list && isPlainList(list)
                ? list.clauses().stream().flatMap(clause -> disjuncts(clause.query()).stream()).toList()
                : List.of(query);
    }

    private static boolean isPlainList(BooleanQuery query) {
        return query.clauses().stream().allMatch(clause -> clause.occur() == Occur.SHOULD)
                && query.getMinimumNumberShouldMatch() <= 1;
    }
}
