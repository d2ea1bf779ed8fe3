package org.broadsheet.lucene;

import java.time.Instant;
import java.util.List;

import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.broadsheet.analysis.Analyzers;
import org.broadsheet.analysis.PlacedTerm;
import org.broadsheet.engine.QueryTranslation;
import org.broadsheet.field.ArticleField;
import org.broadsheet.query.DateRange;
import org.broadsheet.query.NumberRange;

/** Says in Lucene's queries what an {@link org.broadsheet.query.ArticleQuery} asks for. */
final class QueryTranslator extends QueryTranslation<Query> {

    QueryTranslator(Analyzers analyzers) {
        super(analyzers);
    }

    /** The numbers of a field that lie in a range. */
    static Query numbers(ArticleField field, NumberRange range) {
        return LongField.newRangeQuery(IndexFields.values(field), range.min() == null ? Long.MIN_VALUE : range.min(),
                range.max() == null ? Long.MAX_VALUE : range.max());
    }

    /** The articles published in a span of time. */
    static Query dates(DateRange range) {
        return LongField.newRangeQuery(IndexFields.values(ArticleField.DATE),
                range.from() == null ? Long.MIN_VALUE : firstMilli(range.from()),
                range.before() == null ? Long.MAX_VALUE : firstMilli(range.before()) - 1);
    }

    /** The first whole millisecond not before an instant; instants reach further than milliseconds in a long do. */
    private static long firstMilli(Instant instant) {
        if (instant.isBefore(Instant.ofEpochMilli(Long.MIN_VALUE + 1))) {
            return Long.MIN_VALUE + 1;
        }
        if (instant.isAfter(Instant.ofEpochMilli(Long.MAX_VALUE - 1))) {
            return Long.MAX_VALUE;
        }
        return instant.plusNanos(999_999).toEpochMilli();
    }

    /** The articles that have a whole value in a field. */
    static Query value(ArticleField field, String value) {
        return new TermQuery(new Term(IndexFields.values(field), value));
    }

    static Query phrase(List<PlacedTerm> tokens, String field, int slop) {
        PhraseQuery.Builder phrase = new PhraseQuery.Builder().setSlop(slop);
        int position = -1;
        for (PlacedTerm token : tokens) {
            position += token.increment();
            phrase.add(new Term(field, token.term()), position);
        }
        return phrase.build();
    }

    private static String words(ArticleField field) {
        return field == null ? IndexFields.WORDS : IndexFields.exact(field);
    }

    private static String stems(ArticleField field) {
        return field == null ? IndexFields.STEMS : IndexFields.stems(field);
    }

    @Override
    protected Query everything() {
        return MatchAllDocsQuery.INSTANCE;
    }

    @Override
    protected Query term(ArticleField field, boolean stem, String term) {
        return new TermQuery(new Term(stem ? stems(field) : words(field), term));
    }

    @Override
    protected Query word(ArticleField field, String stem, String exact, float weight) {
        return new WordQuery(new Term(stems(field), stem), new Term(words(field), exact), weight);
    }

    @Override
    protected Query phrase(ArticleField field, boolean stems, List<PlacedTerm> terms, int slop) {
        return phrase(terms, stems ? stems(field) : words(field), slop);
    }

    @Override
    protected Query unfinished(ArticleField field, List<PlacedTerm> terms) {
        return new UnfinishedPhrase(words(field), terms);
    }

    @Override
    protected Query beginning(ArticleField field, String start) {
        return new PrefixQuery(new Term(words(field), start));
    }

    @Override
    protected Query fuzzy(ArticleField field, String word, int edits) {
        return new Expansions.Once(new FuzzyQuery(new Term(words(field), word), edits, 0, FUZZY_EXPANSIONS, true));
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
        return value(field, value);
    }

    @Override
    protected Query withTitle(List<PlacedTerm> words) {
        return new ConstantScoreQuery(new TermQuery(IndexFields.wholeTitle(words)));
    }

    @Override
    protected Query all(List<Query> wanted, List<Query> unwanted) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        wanted.forEach(query -> all.add(query, Occur.MUST));
        unwanted.forEach(query -> all.add(query, Occur.MUST_NOT));
        if (wanted.isEmpty()) {
            all.add(everything(), Occur.MUST);
        }
        return all.build();
    }

    @Override
    protected Query any(List<Query> queries, int minimum) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        queries.forEach(query -> any.add(query, Occur.SHOULD));
        // A list of which any one will do says so by leaving it out, and is skipped best.
        return any.setMinimumNumberShouldMatch(minimum > 1 ? minimum : 0).build();
    }

    @Override
    protected Query best(List<Query> queries) {
        return new DisjunctionMaxQuery(queries, 0);
    }

    @Override
    protected Query weighted(Query query, float weight) {
        return new BoostQuery(query, weight);
    }
}
