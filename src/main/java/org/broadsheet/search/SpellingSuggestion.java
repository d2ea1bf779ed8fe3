package org.broadsheet.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;

import org.broadsheet.query.ArticleQuery;
import org.broadsheet.query.ArticleQuery.All;
import org.broadsheet.query.ArticleQuery.Word;

/**
 * Whether a query that finds a few articles was meant otherwise: those may be the ones with the same typo. It only
 * suggests, because they may just as well be what was asked for.
 */
final class SpellingSuggestion {

    /** So few matches, and no more, make one wonder. */
    static final int FEW = 4;
    /** In how many times as many articles another spelling must be than the typed one. */
    private static final int MORE_FREQUENT = 10;
    /** How many times as many articles must match with it. */
    private static final int MORE_MATCHES = 5;
    /** Words that are tried, and spellings of each: every one of them costs a search. */
    private static final int WORDS = 4;
    private static final int SPELLINGS = 3;

    private final ArticleSearcher searcher;
    private final ToLongFunction<ArticleQuery> count;
    private final ToLongFunction<ArticleQuery> countUnfiltered;
    private final Set<String> commonWords;
    private final Deadline deadline;

    /** @param commonWords in lower case; a rare word is never a mistaken one of them */
    SpellingSuggestion(ArticleSearcher searcher, ToLongFunction<ArticleQuery> count,
            ToLongFunction<ArticleQuery> countUnfiltered, Set<String> commonWords, Deadline deadline) {
        this.searcher = searcher;
        this.count = count;
        this.countUnfiltered = countUnfiltered;
        this.commonWords = commonWords;
        this.deadline = deadline;
    }

    /**
     * The text with one of its loose words in a clearly better spelling, or null if there is none.
     *
     * @param total how many articles match the query as it is, at least 1
     */
    String better(String text, ArticleQuery query, long total) {
        List<ArticleQuery> parts = query instanceof All(List<ArticleQuery> all) ? all : List.of(query);
        List<Word> words = parts.stream()
                .filter(part -> part instanceof Word(_, boolean loose) && loose)
                .map(Word.class::cast)
                .toList();
        boolean shouting = Spelling.allCapitals(words.stream().map(Word::text));
        String best = null;
        long most = MORE_MATCHES * total - 1;
        for (Word word : words.stream().filter(it -> Spelling.mayChange(it.text(), shouting)).limit(WORDS).toList()) {
            for (Spelling spelling : clearlyMoreFrequent(word)) {
                List<ArticleQuery> respelt = new ArrayList<>(parts);
                respelt.replaceAll(part -> part == word ? new Word(spelling.word(), true) : part);
                long matches = count.applyAsLong(respelt.size() == 1 ? respelt.getFirst() : new All(respelt));
                if (matches > most) {
                    most = matches;
                    best = WordSpellings.replaced(text, word.text(), spelling.word());
                }
            }
        }
        return text.equals(best) ? null : best;
    }

    private List<Spelling> clearlyMoreFrequent(Word word) {
        List<Spelling> spellings = searcher.spellings(word.text(), Spelling.tolerance(word.text()), SPELLINGS,
                deadline);
        if (spellings.isEmpty()) {
            return List.of();
        }
        long typed = countUnfiltered.applyAsLong(word);
        return spellings.stream()
                .filter(spelling -> spelling.articles() >= MORE_FREQUENT * typed)
                .filter(spelling -> !commonWords.contains(spelling.word()))
                .toList();
    }
}
