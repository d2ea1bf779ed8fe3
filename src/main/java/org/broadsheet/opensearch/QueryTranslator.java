package org.broadsheet.opensearch;

import java.time.Instant;
import java.util.List;

import org.broadsheet.analysis.Analyzers;
import org.broadsheet.analysis.PlacedTerm;
import org.broadsheet.engine.QueryTranslation;
import org.broadsheet.field.ArticleField;
import org.broadsheet.query.DateRange;
import org.broadsheet.query.NumberRange;
import org.opensearch.client.json.JsonData;
import org.opensearch.client.opensearch._types.FieldValue;
import org.opensearch.client.opensearch._types.query_dsl.Query;

import static java.util.stream.Collectors.joining;

/** Says in OpenSearch's queries what an {@link org.broadsheet.query.ArticleQuery} asks for. */
final class QueryTranslator extends QueryTranslation<Query> {

    /** No article is further away from 1970 than that (8,000 years), and it is no date that the cluster stumbles over. */
    private static final long FURTHEST_MILLIS = 253_402_300_800_000L;

    QueryTranslator(Analyzers analyzers) {
        super(analyzers);
    }

    /** What every article matches. */
    static Query all() {
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

    /** What does not match a query. */
    static Query not(Query query) {
        return Query.of(outer -> outer.bool(none -> none.must(all()).mustNot(query)));
    }

    /** The terms are final: they only have to be told apart again. */
    private static Query phrase(List<PlacedTerm> tokens, String field, int slop) {
        String text = tokens.stream().map(PlacedTerm::term).collect(joining(" "));
        return Query.of(query -> query
                .matchPhrase(all -> all.field(field).query(text).slop(slop).analyzer("whitespace")));
    }

    /** What has a term that begins so. */
    static Query beginningWith(String field, String start) {
        return Query.of(query -> query.prefix(term -> term.field(field).value(start)));
    }

    /** What another query matches, all with the same score. */
    static Query constant(Query query, float score) {
        return Query.of(outer -> outer.constantScore(all -> all.filter(query).boost(score)));
    }

    private static String words(ArticleField field) {
        return field == null ? IndexFields.WORDS : IndexFields.exact(field);
    }

    private static String stems(ArticleField field) {
        return field == null ? IndexFields.STEMS : IndexFields.stems(field);
    }

    @Override
    protected Query everything() {
        return all();
    }

    @Override
    protected Query term(ArticleField field, boolean stem, String term) {
        return term(stem ? stems(field) : words(field), term);
    }

    @Override
    protected Query word(ArticleField field, String stem, String exact, float weight) {
        Query form = Query.of(query -> query
                .term(one -> one.field(words(field)).value(FieldValue.of(exact)).boost(weight)));
        return Query.of(query -> query.bool(both -> both.must(term(field, true, stem)).should(form)));
    }

    @Override
    protected Query phrase(ArticleField field, boolean stems, List<PlacedTerm> terms, int slop) {
        return phrase(terms, stems ? stems(field) : words(field), slop);
    }

    @Override
    protected Query unfinished(ArticleField field, List<PlacedTerm> terms) {
        return UnfinishedPhrase.in(words(field), terms);
    }

    @Override
    protected Query beginning(ArticleField field, String start) {
        return beginningWith(words(field), start);
    }

    /** Each part of the index has expansions of its own. */
    @Override
    protected Query fuzzy(ArticleField field, String word, int edits) {
        return Query.of(query -> query.fuzzy(near -> near.field(words(field))
                .value(FieldValue.of(word))
                .fuzziness(Integer.toString(edits))
                .prefixLength(0)
                .maxExpansions(FUZZY_EXPANSIONS)
                .transpositions(true)));
    }

    @Override
    protected Query within(ArticleField field, NumberRange range) {
        return numbers(field, range);
    }

    @Override
    protected Query within(DateRange range) {
        return dates(range);
    }

    @Override
    protected Query withValue(ArticleField field, String value) {
        return term(IndexFields.values(field), value);
    }

    @Override
    protected Query withTitle(List<PlacedTerm> words) {
        return constant(term(IndexFields.WHOLE_TITLE, IndexFields.wholeTitle(words)), 1);
    }

    @Override
    protected Query all(List<Query> wanted, List<Query> unwanted) {
        List<Query> must = wanted.isEmpty() ? List.of(all()) : wanted;
        return Query.of(query -> query.bool(all -> all.must(must).mustNot(unwanted)));
    }

    @Override
    protected Query any(List<Query> queries, int minimum) {
        return Query.of(query -> query
                .bool(any -> any.should(queries).minimumShouldMatch(Integer.toString(minimum))));
    }

    @Override
    protected Query best(List<Query> queries) {
        return queries.size() == 1
                ? queries.getFirst()
                : Query.of(query -> query.disMax(best -> best.queries(queries).tieBreaker(0f)));
    }

    @Override
    protected Query weighted(Query query, float weight) {
        return Query.of(outer -> outer.bool(all -> all.must(query).boost(weight)));
    }
}
