package org.broadsheet.engine;

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

/**
 * Takes an {@link ArticleQuery} apart into terms and conditions, and puts them together again as a query of an engine:
 * what matches, and how well. A subclass says in its engine's queries what it is asked to, and need not know of texts,
 * words and synonyms.
 *
 * <p>Where a field is asked for, null stands for all weighted ones together.
 *
 * @param <Q> the queries of the engine
 */
public abstract class QueryTranslation<Q> {

    /** Terms that a fuzzy word may stand for: enough for any real word, and a bound for {@code a~2}. */
    protected static final int FUZZY_EXPANSIONS = 200;

    /** What a synonym counts against the word that was typed: nearly as much, but the typed word comes first. */
    private static final float SYNONYM = 0.8f;

    private final Analyzers analyzers;

    protected QueryTranslation(Analyzers analyzers) {
        this.analyzers = analyzers;
    }

    /** What every article matches. */
    protected abstract Q everything();

    /** What has a term, a stem or a word as it stands. */
    protected abstract Q term(ArticleField field, boolean stem, String term);

    /**
     * What has a stem, and scores more where it has the exact form too.
     *
     * @param weight what the exact form adds, against its stem; above 0
     */
    protected abstract Q word(ArticleField field, String stem, String exact, float weight);

    /**
     * What has terms next to each other, two or more.
     *
     * @param field never null
     * @param stems whether the terms are stems, not words as they stand
     * @param slop how many positions they may be moved apart in all
     */
    protected abstract Q phrase(ArticleField field, boolean stems, List<PlacedTerm> terms, int slop);

    /**
     * What has words as they stand next to each other, two or more, of which the last is only begun.
     *
     * @param field never null
     */
    protected abstract Q unfinished(ArticleField field, List<PlacedTerm> terms);

    /** What has a word that begins so. */
    protected abstract Q beginning(ArticleField field, String start);

    /** What has a word that is at most so many edits away, of which there are at most {@link #FUZZY_EXPANSIONS}. */
    protected abstract Q fuzzy(ArticleField field, String word, int edits);

    /** What has a number within a range; any number if the range is open at both ends. */
    protected abstract Q within(ArticleField field, NumberRange range);

    /** What was published in a span of time; what has a date if the span is open at both ends. */
    protected abstract Q within(DateRange range);

    /** What has just this value in a field. */
    protected abstract Q withValue(ArticleField field, String value);

    /** What has just these words for a title, each with the score 1. */
    protected abstract Q withTitle(List<PlacedTerm> words);

    /** What matches all that is wanted, and nothing of what is not. One of the lists may be empty. */
    protected abstract Q all(List<Q> wanted, List<Q> unwanted);

    /** What matches so many of the queries, from 1 to all of them, with the sum of their scores. */
    protected abstract Q any(List<Q> queries, int minimum);

    /** What matches one of the queries, with the best score of any. */
    protected abstract Q best(List<Q> queries);

    /** What a query matches, with its score times a weight. */
    protected abstract Q weighted(Q query, float weight);

    /** How texts become terms. */
    final Analyzers analyzers() {
        return analyzers;
    }

    /**
     * What matches a part of a query, each match with its score; empty where the part says nothing.
     *
     * @param exactForm what the exact form of a word adds to its stem; 0 for nothing
     */
    public final Optional<Q> ranking(ArticleQuery part, float exactForm) {
        return translate(part, exactForm);
    }

    /** What matches a part of a query, where nothing is ranked; empty where the part says nothing. */
    public final Optional<Q> ifSaysSomething(ArticleQuery part) {
        return translate(part, 0);
    }

    /** What matches the query, where nothing is ranked; everything if the query says nothing. */
    public final Q matching(ArticleQuery query) {
        return ifSaysSomething(query).orElseGet(this::everything);
    }

    /** Empty where the query says nothing: a word without letters is no condition. */
    private Optional<Q> translate(ArticleQuery query, float exactForm) {
        return switch (query) {
            case ArticleQuery.Everything() -> Optional.of(everything());
            case ArticleQuery.Word word -> word(word, null, exactForm);
            case ArticleQuery.Respelt(_, String text) -> word(new ArticleQuery.Word(text, true), null, exactForm);
            case ArticleQuery.WithSynonyms(ArticleQuery asked, List<ArticleQuery> others) ->
                withSynonyms(asked, others, exactForm);
            case ArticleQuery.Phrase phrase -> phrase(phrase, null);
            case ArticleQuery.Prefix prefix -> prefix(prefix, null);
            case ArticleQuery.Fuzzy fuzzy -> fuzzy(fuzzy, null);
            case ArticleQuery.InField(ArticleField field, ArticleQuery part) -> inField(field, part, exactForm);
            case ArticleQuery.NumberIn(ArticleField field, NumberRange range) -> Optional.of(within(field, range));
            case ArticleQuery.DateIn(DateRange range) -> Optional.of(within(range));
            case ArticleQuery.Published(boolean value) ->
                Optional.of(withValue(ArticleField.PUBLISHED, Boolean.toString(value)));
            case ArticleQuery.Not(ArticleQuery part) -> translate(part, 0).map(it -> all(List.of(), List.of(it)));
            case ArticleQuery.All(List<ArticleQuery> parts) -> all(parts, exactForm);
            case ArticleQuery.Any(List<ArticleQuery> parts) -> any(parts, 1, exactForm);
            case ArticleQuery.AtLeast(int minimum, List<ArticleQuery> parts) -> any(parts, minimum, exactForm);
        };
    }

    private Optional<Q> inField(ArticleField field, ArticleQuery part, float exactForm) {
        return switch (part) {
            case ArticleQuery.Word word -> word(word, field, exactForm);
            case ArticleQuery.Phrase phrase -> phrase(phrase, field);
            case ArticleQuery.Prefix prefix -> prefix(prefix, field);
            case ArticleQuery.Fuzzy fuzzy -> fuzzy(fuzzy, field);
            default -> throw new IllegalArgumentException("not looked for in a field: " + part);
        };
    }

    private Optional<Q> word(ArticleQuery.Word word, ArticleField field, float exactForm) {
        boolean stemmed = field == null || field.text() == Text.STEMMED;
        List<PlacedTerm> exact = analyzers.exactTokens(word.text());
        List<PlacedTerm> tokens = stemmed ? analyzers.stemsOf(exact) : exact;
        if (tokens.size() != 1) {
            return tokens.isEmpty() ? Optional.empty() : Optional.of(adjacent(tokens, field, stemmed, 0));
        }
        String term = tokens.getFirst().term();
        return Optional.of(stemmed && exactForm > 0
                ? word(field, term, exact.getFirst().term(), exactForm)
                : term(field, stemmed, term));
    }

    private Optional<Q> phrase(ArticleQuery.Phrase phrase, ArticleField field) {
        List<PlacedTerm> tokens = analyzers.exactTokens(phrase.text());
        return switch (tokens.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(term(field, false, tokens.getFirst().term()));
            default -> Optional.of(adjacent(tokens, field, false, phrase.slop()));
        };
    }

    private Q adjacent(List<PlacedTerm> tokens, ArticleField field, boolean stems, int slop) {
        return field != null
                ? phrase(field, stems, tokens, slop)
                : best(ArticleField.weighted().map(each -> phrase(each, stems, tokens, slop)).toList());
    }

    private Optional<Q> prefix(ArticleQuery.Prefix prefix, ArticleField field) {
        List<PlacedTerm> tokens = analyzers.exactTokens(prefix.text());
        if (tokens.size() > 1) {
            return Optional.of(field != null
                    ? unfinished(field, tokens)
                    : best(ArticleField.weighted().map(each -> unfinished(each, tokens)).toList()));
        }
        return tokens.isEmpty() ? Optional.empty() : Optional.of(beginning(field, tokens.getFirst().term()));
    }

    private Optional<Q> fuzzy(ArticleQuery.Fuzzy fuzzy, ArticleField field) {
        String word = analyzers.normalized(fuzzy.text());
        return analyzers.exactTokens(word).isEmpty()
                ? Optional.empty()
                : Optional.of(fuzzy(field, word, fuzzy.edits()));
    }

    private Optional<Q> all(List<ArticleQuery> parts, float exactForm) {
        List<Q> wanted = new ArrayList<>();
        List<Q> unwanted = new ArrayList<>();
        for (ArticleQuery part : parts) {
            if (part instanceof ArticleQuery.Not(ArticleQuery inner)) {
                translate(inner, 0).ifPresent(unwanted::add);
            } else {
                translate(part, exactForm).ifPresent(wanted::add);
            }
        }
        return wanted.isEmpty() && unwanted.isEmpty() ? Optional.empty() : Optional.of(all(wanted, unwanted));
    }

    /** Parts that say nothing cannot match, and are not asked for. */
    private Optional<Q> any(List<ArticleQuery> parts, int minimum, float exactForm) {
        List<Q> queries = parts.stream()
                .map(part -> translate(part, exactForm).orElse(null))
                .filter(Objects::nonNull)
                .toList();
        return queries.isEmpty() ? Optional.empty() : Optional.of(any(queries, Math.min(minimum, queries.size())));
    }

    /**
     * The typed word comes first: as each term of a phrase adds to its score, one that stands for fewer terms is weighed
     * by its share.
     */
    private Optional<Q> withSynonyms(ArticleQuery asked, List<ArticleQuery> others, float exactForm) {
        List<Q> queries = new ArrayList<>();
        translate(asked, exactForm).ifPresent(queries::add);
        for (ArticleQuery other : others) {
            float weight = SYNONYM * Math.min(1, (float) terms(asked) / terms(other));
            translate(other, exactForm).ifPresent(it -> queries.add(weighted(it, weight)));
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
