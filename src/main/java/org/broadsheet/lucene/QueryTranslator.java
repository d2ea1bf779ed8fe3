package org.broadsheet.lucene;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.broadsheet.field.ArticleField;
import org.broadsheet.field.ArticleField.Text;
import org.broadsheet.query.ArticleQuery;
import org.broadsheet.query.DateRange;
import org.broadsheet.query.NumberRange;

/** Says in Lucene's queries what an {@link ArticleQuery} asks for: what matches, and how well. */
final class QueryTranslator {

    /** How much the exact form of a word adds to its stem, so that it ranks higher where both are found. */
    private static final float EXACT_FORM = 0.5f;
    /** Terms that a fuzzy word may stand for: enough for any real word, and a bound for {@code a~2}. */
    private static final int FUZZY_EXPANSIONS = 200;

    private final Analyzers analyzers;

    QueryTranslator(Analyzers analyzers) {
        this.analyzers = analyzers;
    }

    /** What matches the query, each match with its score. A query that says nothing matches everything. */
    Query ranking(ArticleQuery query) {
        return translate(query, true).orElse(MatchAllDocsQuery.INSTANCE);
    }

    /** What matches the query, without what only ranks. */
    Query matching(ArticleQuery query) {
        return translate(query, false).orElse(MatchAllDocsQuery.INSTANCE);
    }

    /** The numbers of a field that lie in a range. */
    static Query numbers(ArticleField field, NumberRange range) {
        return LongField.newRangeQuery(IndexFields.values(field), range.min() == null ? Long.MIN_VALUE : range.min(),
                range.max() == null ? Long.MAX_VALUE : range.max());
    }

    /** The articles published in a span of time. */
    static Query dates(DateRange range) {
        return LongField.newRangeQuery(IndexFields.values(ArticleField.DATE),
                range.from() == null ? Long.MIN_VALUE : range.from().toEpochMilli(),
                range.before() == null ? Long.MAX_VALUE : range.before().minusNanos(1).toEpochMilli());
    }

    /** The articles that have a whole value in a field. */
    static Query value(ArticleField field, String value) {
        return new TermQuery(new Term(IndexFields.values(field), value));
    }

    /** Empty where the query says nothing: a word without letters is no condition. */
    private Optional<Query> translate(ArticleQuery query, boolean ranking) {
        return switch (query) {
            case ArticleQuery.Everything() -> Optional.of(MatchAllDocsQuery.INSTANCE);
            case ArticleQuery.Word word -> word(word, null, ranking);
            case ArticleQuery.Phrase phrase -> phrase(phrase, null);
            case ArticleQuery.Prefix prefix -> prefix(prefix, null);
            case ArticleQuery.Fuzzy fuzzy -> fuzzy(fuzzy, IndexFields.WORDS);
            case ArticleQuery.InField(ArticleField field, ArticleQuery part) -> inField(field, part, ranking);
            case ArticleQuery.NumberIn(ArticleField field, NumberRange range) -> Optional.of(numbers(field, range));
            case ArticleQuery.DateIn(DateRange range) -> Optional.of(dates(range));
            case ArticleQuery.Published(boolean value) ->
                Optional.of(value(ArticleField.PUBLISHED, Boolean.toString(value)));
            case ArticleQuery.Not(ArticleQuery part) -> translate(part, false).map(QueryTranslator::not);
            case ArticleQuery.All(List<ArticleQuery> parts) -> all(parts, ranking);
            case ArticleQuery.Any(List<ArticleQuery> parts) -> any(parts, ranking);
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
        List<Token> exact = analyzers.exactTokens(word.text());
        List<Token> tokens = stemmed ? analyzers.stemsOf(exact) : exact;
        if (tokens.size() != 1) {
            return tokens.isEmpty() ? Optional.empty() : Optional.of(adjacent(tokens, field, stemmed, 0));
        }
        String stems = field == null ? IndexFields.STEMS : IndexFields.stems(field);
        Query stem = new TermQuery(new Term(stems, tokens.getFirst().term()));
        if (!ranking || !stemmed) {
            return Optional.of(stem);
        }
        String words = field == null ? IndexFields.WORDS : IndexFields.exact(field);
        Query form = new TermQuery(new Term(words, exact.getFirst().term()));
        return Optional.of(new BooleanQuery.Builder().add(stem, Occur.MUST)
                .add(new BoostQuery(form, EXACT_FORM), Occur.SHOULD)
                .build());
    }

    /** @param field null for all weighted ones */
    private Optional<Query> phrase(ArticleQuery.Phrase phrase, ArticleField field) {
        List<Token> tokens = analyzers.exactTokens(phrase.text());
        if (tokens.size() == 1) {
            String words = field == null ? IndexFields.WORDS : IndexFields.exact(field);
            return Optional.of(new TermQuery(new Term(words, tokens.getFirst().term())));
        }
        return tokens.isEmpty() ? Optional.empty() : Optional.of(adjacent(tokens, field, false, phrase.slop()));
    }

    private static Query adjacent(List<Token> tokens, ArticleField field, boolean stemmed, int slop) {
        if (field != null) {
            return phrase(tokens, stemmed ? IndexFields.stems(field) : IndexFields.exact(field), slop);
        }
        return new DisjunctionMaxQuery(ArticleField.weighted()
                .map(each -> phrase(tokens, stemmed ? IndexFields.stems(each) : IndexFields.exact(each), slop))
                .toList(), 0);
    }

    static Query phrase(List<Token> tokens, String field, int slop) {
        PhraseQuery.Builder phrase = new PhraseQuery.Builder().setSlop(slop);
        int position = -1;
        for (Token token : tokens) {
            position += token.increment();
            phrase.add(new Term(field, token.term()), position);
        }
        return phrase.build();
    }

    /** @param field null for all weighted ones */
    private Optional<Query> prefix(ArticleQuery.Prefix prefix, ArticleField field) {
        List<Token> tokens = analyzers.exactTokens(prefix.text());
        if (tokens.size() > 1) {
            return Optional.of(field != null
                    ? adjacentPrefix(tokens, field)
                    : new DisjunctionMaxQuery(
                            ArticleField.weighted().map(each -> adjacentPrefix(tokens, each)).toList(), 0));
        }
        String words = field == null ? IndexFields.WORDS : IndexFields.exact(field);
        return tokens.isEmpty()
                ? Optional.empty()
                : Optional.of(new PrefixQuery(new Term(words, tokens.getFirst().term())));
    }

    /** Terms next to each other, of which the last is only begun. */
    static Query adjacentPrefix(List<Token> tokens, ArticleField field) {
        IntervalsSource[] sources = new IntervalsSource[tokens.size()];
        for (int i = 0; i < sources.length; i++) {
            String term = tokens.get(i).term();
            sources[i] = i < sources.length - 1
                    ? Intervals.term(term)
                    : Intervals.prefix(new BytesRef(term), Integer.MAX_VALUE);
        }
        return new IntervalQuery(IndexFields.exact(field), Intervals.phrase(sources));
    }

    private Optional<Query> fuzzy(ArticleQuery.Fuzzy fuzzy, String field) {
        String word = analyzers.normalized(fuzzy.text());
        return analyzers.exactTokens(word).isEmpty()
                ? Optional.empty()
                : Optional.of(new FuzzyQuery(new Term(field, word), fuzzy.edits(), 0, FUZZY_EXPANSIONS, true));
    }

    private static Query not(Query query) {
        return new BooleanQuery.Builder().add(MatchAllDocsQuery.INSTANCE, Occur.MUST)
                .add(query, Occur.MUST_NOT)
                .build();
    }

    private Optional<Query> all(List<ArticleQuery> parts, boolean ranking) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        boolean positive = false;
        int conditions = 0;
        for (ArticleQuery part : parts) {
            boolean negated = part instanceof ArticleQuery.Not;
            Optional<Query> query = part instanceof ArticleQuery.Not(ArticleQuery inner)
                    ? translate(inner, false)
                    : translate(part, ranking);
            if (query.isPresent()) {
                all.add(query.get(), negated ? Occur.MUST_NOT : Occur.MUST);
                positive |= !negated;
                conditions++;
            }
        }
        if (conditions > 0 && !positive) {
            all.add(MatchAllDocsQuery.INSTANCE, Occur.MUST);
        }
        return conditions == 0 ? Optional.empty() : Optional.of(all.build());
    }

    private Optional<Query> any(List<ArticleQuery> parts, boolean ranking) {
        List<Query> queries = parts.stream()
                .map(part -> translate(part, ranking).orElse(null))
                .filter(Objects::nonNull)
                .toList();
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        queries.forEach(query -> any.add(query, Occur.SHOULD));
        return queries.isEmpty() ? Optional.empty() : Optional.of(any.build());
    }
}
