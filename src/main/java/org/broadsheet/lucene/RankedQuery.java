package org.broadsheet.lucene;

import java.util.List;

import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.broadsheet.engine.RankedPart;
import org.broadsheet.engine.RankedPart.Effect;

/**
 * What makes up an article's score, part by part. The score is their sum, and what the article adds whatever is asked
 * ({@link Priors}).
 */
record RankedQuery(List<RankedPart<Query>> parts) {

    RankedQuery {
        parts = List.copyOf(parts);
    }

    /** Which articles match, of those that pass the filters, each with what its words score. */
    Query words(List<Query> filters) {
        List<Query> required = with(Effect.REQUIRED);
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        List<Query> disjuncts = required.size() == 1 ? disjuncts(required.getFirst()) : List.of();
        if (disjuncts.size() > 1) {
            // Side by side at the top, words are skipped best.
            disjuncts.forEach(disjunct -> all.add(disjunct, Occur.SHOULD));
            all.setMinimumNumberShouldMatch(1);
        } else {
            required.forEach(query -> all.add(query, Occur.MUST));
        }
        with(Effect.EXCLUDING).forEach(query -> all.add(query, Occur.MUST_NOT));
        filters.forEach(filter -> all.add(filter, Occur.FILTER));
        return all.build();
    }

    /** The words, where nothing else is wanted than all of them, or any; empty if something else is. */
    List<WordQuery> looseWords() {
        List<Query> required = with(Effect.REQUIRED);
        List<Query> words = required.size() == 1 && required.getFirst() instanceof BooleanQuery list
                && isPlainList(list) ? list.clauses().stream().map(BooleanClause::query).toList() : required;
        return words.stream().allMatch(WordQuery::isLoose)
                ? words.stream().map(WordQuery.class::cast).toList()
                : List.of();
    }

    /** The parts that an article is only better for. No article has any of them that has none of the words. */
    List<Query> extras() {
        return with(Effect.FAVOURING);
    }

    /** The same, read in less time. */
    List<Query> checkedExtras() {
        return extras().stream().map(Neighbours::checked).toList();
    }

    private List<Query> with(Effect effect) {
        return parts.stream().filter(part -> part.effect() == effect).map(RankedPart::query).toList();
    }

    /** What finds all articles that match any of the {@link #extras}, and few others. */
    Query candidates() {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        extras().forEach(extra -> any.add(Neighbours.candidates(extra), Occur.SHOULD));
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

    /** Whether one of its clauses is enough to match, and there are no others. */
    static boolean isPlainList(BooleanQuery query) {
        return query.clauses().stream().allMatch(clause -> clause.occur() == Occur.SHOULD)
                && query.getMinimumNumberShouldMatch() <= 1;
    }
}
