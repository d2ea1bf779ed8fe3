package org.broadsheet.lucene;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
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
import org.broadsheet.analysis.Analyzers;
import org.broadsheet.analysis.PlacedTerm;
import org.broadsheet.field.ArticleField;
import org.broadsheet.field.ArticleField.Text;
import org.broadsheet.query.ArticleQuery;
import org.broadsheet.query.DateRange;
import org.broadsheet.query.NumberRange;

/** Says in Lucene's queries what an {@link ArticleQuery} asks for: what matches, and how well. */
final class QueryTranslator {

    /** What a synonym counts against the word that was typed: nearly as much, but the typed word comes first. */
    private static final float SYNONYM = 0.8f;
    /** Terms that a fuzzy word may stand for: enough for any real word, and a bound for {@code a~2}. */
    private static final int FUZZY_EXPANSIONS = 200;

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

    /** Empty where the query says nothing: a word without letters is no condition. */
    private Optional<Query> translate(ArticleQuery query, boolean ranking) {
        return switch (query) {
            case ArticleQuery.Everything() -> Optional.of(MatchAllDocsQuery.INSTANCE);
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
            case ArticleQuery.Published(boolean value) ->
                Optional.of(value(ArticleField.PUBLISHED, Boolean.toString(value)));
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
        String stems = field == null ? IndexFields.STEMS : IndexFields.stems(field);
        Term stem = new Term(stems, tokens.getFirst().term());
        if (!ranking || !stemmed) {
            return Optional.of(new TermQuery(stem));
        }
        String words = field == null ? IndexFields.WORDS : IndexFields.exact(field);
        return Optional.of(new WordQuery(stem, new Term(words, exact.getFirst().term()), exactForm));
    }

    /** @param field null for all weighted ones */
    private Optional<Query> phrase(ArticleQuery.Phrase phrase, ArticleField field) {
        List<PlacedTerm> tokens = analyzers.exactTokens(phrase.text());
        if (tokens.size() == 1) {
            String words = field == null ? IndexFields.WORDS : IndexFields.exact(field);
            return Optional.of(new TermQuery(new Term(words, tokens.getFirst().term())));
        }
        return tokens.isEmpty() ? Optional.empty() : Optional.of(adjacent(tokens, field, false, phrase.slop()));
    }

    private static Query adjacent(List<PlacedTerm> tokens, ArticleField field, boolean stemmed, int slop) {
        if (field != null) {
            return phrase(tokens, stemmed ? IndexFields.stems(field) : IndexFields.exact(field), slop);
        }
        return new DisjunctionMaxQuery(ArticleField.weighted()
                .map(each -> phrase(tokens, stemmed ? IndexFields.stems(each) : IndexFields.exact(each), slop))
                .toList(), 0);
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

    /** @param field null for all weighted ones */
    private Optional<Query> prefix(ArticleQuery.Prefix prefix, ArticleField field) {
        List<PlacedTerm> tokens = analyzers.exactTokens(prefix.text());
        if (tokens.size() > 1) {
            return Optional.of(field != null
                    ? new UnfinishedPhrase(IndexFields.exact(field), tokens)
                    : new DisjunctionMaxQuery(ArticleField.weighted()
                            .map(each -> new UnfinishedPhrase(IndexFields.exact(each), tokens))
                            .toList(), 0));
        }
        String words = field == null ? IndexFields.WORDS : IndexFields.exact(field);
        return tokens.isEmpty()
                ? Optional.empty()
                : Optional.of(new PrefixQuery(new Term(words, tokens.getFirst().term())));
    }

    private Optional<Query> fuzzy(ArticleQuery.Fuzzy fuzzy, String field) {
        String word = analyzers.normalized(fuzzy.text());
        return analyzers.exactTokens(word).isEmpty()
                ? Optional.empty()
                : Optional.of(new Expansions.Once(
                        new FuzzyQuery(new Term(field, word), fuzzy.edits(), 0, FUZZY_EXPANSIONS, true)));
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

    /** Parts that say nothing cannot match, and are not asked for. */
    private Optional<Query> any(List<ArticleQuery> parts, int minimum, boolean ranking) {
        List<Query> queries = parts.stream()
                .map(part -> translate(part, ranking).orElse(null))
                .filter(Objects::nonNull)
                .toList();
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (Query query : queries) {
            any.add(query, Occur.SHOULD);
        }
        any.setMinimumNumberShouldMatch(minimum > 1 ? Math.min(minimum, queries.size()) : 0);
        return queries.isEmpty() ? Optional.empty() : Optional.of(any.build());
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
            translate(other, ranking).ifPresent(it -> queries.add(new BoostQuery(it, weight)));
        }
        return queries.isEmpty() ? Optional.empty() : Optional.of(new DisjunctionMaxQuery(queries, 0));
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
