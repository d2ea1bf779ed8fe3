package org.broadsheet.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.broadsheet.query.ArticleQuery;

/** A typed text with one of its words in another spelling, and all else as it was typed. */
final class WordSpellings {

    /** Words that are tried, and spellings of each: every one of them costs a search. */
    private static final int WORDS = 4;
    private static final int SPELLINGS = 2;
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final ArticleSearcher searcher;
    private final String text;
    private final Deadline deadline;

    WordSpellings(ArticleSearcher searcher, String text, Deadline deadline) {
        this.searcher = searcher;
        this.text = text;
        this.deadline = deadline;
    }

    /**
     * The text with the word replaced where it stands by itself; unchanged if it does nowhere.
     *
     * <p>{@code replaced("car scar", "car", "cart")} is {@code cart scar}.
     */
    static String replaced(String text, String word, String better) {
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(word) + "(?![\\p{L}\\p{N}])")
                .matcher(text)
                .replaceAll(Matcher.quoteReplacement(better));
    }

    /** The text with one word respelt at a time, also in phrases and fields; excluded words are left alone. */
    List<String> ofEveryWord(ArticleQuery query) {
        Set<String> words = new LinkedHashSet<>();
        words(query).forEach(words::add);
        boolean shouting = Spelling.allCapitals(words.stream());
        List<String> texts = new ArrayList<>();
        words.stream().filter(word -> Spelling.mayChange(word, shouting)).limit(WORDS).forEach(word -> {
            for (Spelling spelling : searcher.spellings(word, Spelling.tolerance(word), SPELLINGS, deadline)) {
                String respelt = replaced(text, word, spelling.word());
                if (!respelt.equals(text)) {
                    texts.add(respelt);
                }
            }
        });
        return texts;
    }

    private static Stream<String> words(ArticleQuery query) {
        return switch (query) {
            case ArticleQuery.Word(String word, _) -> Stream.of(word);
            case ArticleQuery.Phrase(String words, _) -> BLANKS.splitAsStream(words);
            case ArticleQuery.InField(_, ArticleQuery part) -> words(part);
            case ArticleQuery.All(List<ArticleQuery> parts) -> parts.stream().flatMap(WordSpellings::words);
            case ArticleQuery.Any(List<ArticleQuery> parts) -> parts.stream().flatMap(WordSpellings::words);
            default -> Stream.empty();
        };
    }
}
