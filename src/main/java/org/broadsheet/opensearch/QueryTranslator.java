package org.broadsheet.opensearch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.broadsheet.analysis.Analyzers;
import org.broadsheet.analysis.PlacedTerm;
import org.broadsheet.field.ArticleField;
import org.broadsheet.field.ArticleField.Text;
import org.broadsheet.query.ArticleQuery;
import org.broadsheet.query.DateRange;
import org.broadsheet.query.NumberRange;
import org.opensearch.client.json.JsonData;
import org.opensearch.client.opensearch._types.FieldValue;
import org.opensearch.client.opensearch._types.query_dsl.Query;

import static java.util.stream.Collectors.joining;

/** Says in OpenSearch's queries what an {@link ArticleQuery} asks for: what matches, and how well. */
final class QueryTranslator {

    /** What a synonym counts against the word that was typed: nearly as much, but the typed word comes first. */
    private static final float SYNONYM = 0.8f;
    /** Terms that a fuzzy word may stand for in one shard: enough for any real word, and a bound for {@code a~2}. */
    private static final int FUZZY_EXPANSIONS = 200;
    /** No article is further away from 1970 than that (8,000 years), and it is no date that the cluster stumbles over. */
    private static final long FURTHEST_MILLIS = 253_402_300_800_000L;

    private final Analyzers analyzers;
    private final float exactForm;

    /** Where nothing is ranked. */
    QueryTranslator(Analyzers analyzers) {
        this(analyzers, 0);
    }

    /** @param exactForm what the exact form of a word adds to its stem */
    QueryTranslator(Analyzers analyzers, float exactForm) {
        this.analyzers = analyzers;
        this.exactForm = exactForm;
    }

    /** What matches a part of a query, each match with its score; empty where the part says nothing. */
    Optional<Query> ranking(ArticleQuery part) {
        return translate(part, true);
    }

    /** What matches a part of a query; empty where the part says nothing. */
    Optional<Query> ifSaysSomething(ArticleQuery part) {
        return translate(part, false);
    }

    /** What matches the query, without what only ranks; everything if the query says nothing. */
    Query matching(ArticleQuery query) {
        return translate(query, false).orElse(everything());
    }

    static Query everything() {
        return Query.of(query -> query.matchAll(all -> all));
    }

    /** What has just this term. */
    static Query term(String field, String term) {
        return Query.of(query -> query.term(one -> one.field(field).value(FieldValue.of(term))));
    }

    /** What has one of these terms. */
    static Query terms(String field, java.util.Collection<String> terms) {
        List<FieldValue> values = terms.stream().map(FieldValue::of).toList();
        return Query.of(query -> query.terms(any -> any.field(field).terms(these -> these.value(values))));
    }

    /** The numbers of a field that lie in a range, both ends included and either of them open if null. */
    static Query numbers(String field, Long min, Long max) {
        return Query.of(query -> query.range(range -> {
            range.field(field);
            if (min != null) {
                range.gte(JsonData.of(min));
            }
            return max == null ? range : range.lte(JsonData.of(max));
        }));
    }

    static Query numbers(ArticleField field, NumberRange range) {
        return range.min() == null && range.max() == null
                ? Query.of(query -> query.exists(any -> any.field(IndexFields.values(field))))
                : numbers(IndexFields.values(field), range.min() == null ? null : range.min().longValue(),
                        range.max() == null ? null : range.max().longValue());
    }

    /** The articles published in a span of time. */
    static Query dates(DateRange range) {
        return numbers(IndexFields.values(ArticleField.DATE),
                range.from() == null ? -FURTHEST_MILLIS : firstMilli(range.from()),
                range.before() == null ? FURTHEST_MILLIS : firstMilli(range.before()) - 1);
    }

    /** The first whole millisecond not before an instant, or the furthest. */
    private static long firstMilli(Instant instant) {
        long seconds = FURTHEST_MILLIS / 1_000;
        if (instant.getEpochSecond() <= -seconds) {
            return -FURTHEST_MILLIS;
        }
        return instant.getEpochSecond() >= seconds ? FURTHEST_MILLIS : instant.plusNanos(999_999).toEpochMilli();
    }

    /** All that one does, with its score times as much. */
    static Query weighted(Query query, float weight) {
        return Query.of(outer -> outer.bool(all -> all.must(query).boost(weight)));
    }

    /** All that one of them does, with the best score of any. */
    static Query best(List<Query> queries) {
        return queries.size() == 1
                ? queries.getFirst()
                : Query.of(query -> query.disMax(best -> best.queries(queries).tieBreaker(0f)));
    }

    static Query not(Query query) {
        return Query.of(outer -> outer.bool(none -> none.must(everything()).mustNot(query)));
    }

    private Optional<Query> translate(ArticleQuery query, boolean ranking) {
        return switch (query) {
            case ArticleQuery.Everything _ -> Optional.of(everything());
            case ArticleQuery.Word word -> word(word, null, ranking);
            case ArticleQuery.Respelt(_, String text) -> word(new ArticleQuery.Word(text, true), null, ranking);
            case ArticleQuery.WithSynonyms(ArticleQuery asked, List<ArticleQuery> others) ->
                withSynonyms(asked, others, ranking);
            case ArticleQuery.Phrase phrase -> phrase(phrase, null);
            case ArticleQuery.Prefix prefix -> prefix(prefix, null);
            case ArticleQuery.Fuzzy fuzzy -> fuzzy(fuzzy, IndexFields.WORDS);
            case ArticleQuery.InField(ArticleField field, ArticleQuery part) -> inField(field, part, ranking);
            case ArticleQuery.NumberIn(ArticleField field, NumberRange range) -> Optional.of(numbers(field, range));
            case ArticleQuery.DateIn(DateRange range) -> Optional.of(dates(range));
            case ArticleQuery.Published(boolean value) -> Optional
                    .of(term(IndexFields.values(ArticleField.PUBLISHED), Boolean.toString(value)));
            case ArticleQuery.Not(ArticleQuery part) -> translate(part, false).map(QueryTranslator::not);
            case ArticleQuery.All(List<ArticleQuery> parts) -> all(parts, ranking);
            case ArticleQuery.Any(List<ArticleQuery> parts) -> any(parts, 1, ranking);
            case ArticleQuery.AtLeast(int minimum, List<ArticleQuery> parts) -> any(parts, minimum, ranking);
        };
    }

    private Optional<Query> inField(ArticleField field, ArticleQuery part, boolean ranking) {
        return switch (part) {
            case ArticleQuery.Word word -> word(word, field, ranking);
            case ArticleQuery.Phrase phrase -> phrase(phrase, field);
            case ArticleQuery.Prefix prefix -> prefix(prefix, field);
            case ArticleQuery.Fuzzy fuzzy -> fuzzy(fuzzy, IndexFields.exact(field));
            default -> throw new IllegalArgumentException("not looked for in a field: " + part);
        };
    }

    /** @param field null for all weighted ones */
    private Optional<Query> word(ArticleQuery.Word word, ArticleField field, boolean ranking) {
        boolean stemmed = field == null || field.text() == Text.STEMMED;
        List<PlacedTerm> exact = analyzers.exactTokens(word.text());
        List<PlacedTerm> tokens = stemmed ? analyzers.stemsOf(exact) : exact;
        if (tokens.size() != 1) {
            return tokens.isEmpty() ? Optional.empty() : Optional.of(adjacent(tokens, field, stemmed, 0));
        }
        Query stem = term(field == null ? IndexFields.STEMS : IndexFields.stems(field), tokens.getFirst().term());
        if (!ranking || !stemmed) {
            return Optional.of(stem);
        }
        String words = field == null ? IndexFields.WORDS : IndexFields.exact(field);
        Query form = Query.of(query -> query.term(one -> one.field(words)
                .value(FieldValue.of(exact.getFirst().term()))
                .boost(exactForm)));
        return Optional.of(Query.of(query -> query.bool(both -> both.must(stem).should(form))));
    }

    /** @param field null for all weighted ones */
    private Optional<Query> phrase(ArticleQuery.Phrase phrase, ArticleField field) {
        List<PlacedTerm> tokens = analyzers.exactTokens(phrase.text());
        if (tokens.size() == 1) {
            String words = field == null ? IndexFields.WORDS : IndexFields.exact(field);
            return Optional.of(term(words, tokens.getFirst().term()));
        }
        return tokens.isEmpty() ? Optional.empty() : Optional.of(adjacent(tokens, field, false, phrase.slop()));
    }

    private static Query adjacent(List<PlacedTerm> tokens, ArticleField field, boolean stemmed, int slop) {
        if (field != null) {
            return phrase(tokens, stemmed ? IndexFields.stems(field) : IndexFields.exact(field), slop);
        }
        return best(ArticleField.weighted()
                .map(each -> phrase(tokens, stemmed ? IndexFields.stems(each) : IndexFields.exact(each), slop))
                .toList());
    }

    /** The terms are final: they only have to be told apart again. */
    static Query phrase(List<PlacedTerm> tokens, String field, int slop) {
        return Query.of(query -> query
                .matchPhrase(all -> all.field(field).query(text(tokens)).slop(slop).analyzer("whitespace")));
    }

    private static String text(List<PlacedTerm> tokens) {
        return tokens.stream().map(PlacedTerm::term).collect(joining(" "));
    }

    /** @param field null for all weighted ones */
    private Optional<Query> prefix(ArticleQuery.Prefix prefix, ArticleField field) {
        List<PlacedTerm> tokens = analyzers.exactTokens(prefix.text());
        if (tokens.size() > 1) {
            return Optional.of(field != null
                    ? UnfinishedPhrase.in(IndexFields.exact(field), tokens)
                    : best(ArticleField.weighted()
                            .map(each -> UnfinishedPhrase.in(IndexFields.exact(each), tokens))
                            .toList()));
        }
        return tokens.isEmpty()
                ? Optional.empty()
                : Optional.of(beginningWith(field == null ? IndexFields.WORDS : IndexFields.exact(field),
                        tokens.getFirst().term()));
    }

    /** What has a term that begins so. */
    static Query beginningWith(String field, String start) {
        return Query.of(query -> query.prefix(term -> term.field(field).value(start)));
    }

    private Optional<Query> fuzzy(ArticleQuery.Fuzzy fuzzy, String field) {
        String word = analyzers.normalized(fuzzy.text());
        return analyzers.exactTokens(word).isEmpty()
                ? Optional.empty()
                : Optional.of(Query.of(query -> query.fuzzy(near -> near.field(field)
                        .value(FieldValue.of(word))
                        .fuzziness(Integer.toString(fuzzy.edits()))
                        .prefixLength(0)
                        .maxExpansions(FUZZY_EXPANSIONS)
                        .transpositions(true))));
    }

    private Optional<Query> all(List<ArticleQuery> parts, boolean ranking) {
        List<Query> wanted = new ArrayList<>();
        List<Query> unwanted = new ArrayList<>();
        for (ArticleQuery part : parts) {
            if (part instanceof ArticleQuery.Not(ArticleQuery inner)) {
                translate(inner, false).ifPresent(unwanted::add);
            } else {
                translate(part, ranking).ifPresent(wanted::add);
            }
        }
        if (wanted.isEmpty() && unwanted.isEmpty()) {
            return Optional.empty();
        }
        if (wanted.isEmpty()) {
            wanted.add(everything());
        }
        return Optional.of(Query.of(query -> query.bool(all -> all.must(wanted).mustNot(unwanted))));
    }

    /** Parts that say nothing cannot match, and are not asked for. */
    private Optional<Query> any(List<ArticleQuery> parts, int minimum, boolean ranking) {
        List<Query> queries = parts.stream()
                .map(part -> translate(part, ranking).orElse(null))
                .filter(Objects::nonNull)
                .toList();
        int needed = Math.min(minimum, queries.size());
        return queries.isEmpty()
                ? Optional.empty()
                : Optional.of(Query.of(query -> query
                        .bool(any -> any.should(queries).minimumShouldMatch(Integer.toString(needed)))));
    }

    /**
     * The typed word comes first: as each term of a phrase adds to its score, one that stands for fewer terms is weighed
     * by its share.
     */
    private Optional<Query> withSynonyms(ArticleQuery asked, List<ArticleQuery> others, boolean ranking) {
        List<Query> queries = new ArrayList<>();
        translate(asked, ranking).ifPresent(queries::add);
        for (ArticleQuery other : others) {
            float weight = SYNONYM * Math.min(1, (float) terms(asked) / terms(other));
            translate(other, ranking).ifPresent(it -> queries.add(weighted(it, weight)));
        }
        return queries.isEmpty() ? Optional.empty() : Optional.of(best(queries));
    }

    /** How many terms a part of a query has, at least 1. */
    private int terms(ArticleQuery part) {
        return switch (part) {
            case ArticleQuery.Word(String text, _) -> Math.max(1, analyzers.exactTokens(text).size());
            case ArticleQuery.Phrase(String text, _) -> Math.max(1, analyzers.exactTokens(text).size());
            case ArticleQuery.InField(_, ArticleQuery inner) -> terms(inner);
            case ArticleQuery.All(List<ArticleQuery> parts) -> parts.stream().mapToInt(this::terms).sum();
            default -> 1;
        };
    }
}
