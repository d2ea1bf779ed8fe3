package org.broadsheet.search;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.broadsheet.article.Article;
import org.broadsheet.field.ArticleField;

/** What a reader may have meant, or be about to type. */
final class NaiveSuggestions {

    private final List<Article> articles;
    private final NaiveText text;

    NaiveSuggestions(List<Article> articles, NaiveText text) {
        this.articles = articles;
        this.text = text;
    }

    private static boolean beginsNearly(String word, String typed) {
        return typed.length() > 3 && word.charAt(0) == typed.charAt(0)
                && IntStream.rangeClosed(typed.length() - 1, Math.min(word.length(), typed.length() + 1))
                        .anyMatch(
                                end -> NaiveEdits.distance(typed, word.substring(0, Math.min(end, word.length()))) < 2);
    }

    /** Whole values that begin with the text come before words that only end it. */
    List<Completion> completions(String typed, int size) {
        List<NaiveText.Token> words = text.exact(typed);
        if (words.isEmpty()) {
            return List.of();
        }
        String finished = typed.substring(0, words.getLast().start());
        return Stream
                .of(orNearly(begins -> values(typed, Completion.Kind.TOPIC, ArticleField.TOPIC::strings, begins)),
                        orNearly(begins -> values(typed, Completion.Kind.PROVIDER, ArticleField.PROVIDER::strings,
                                begins)),
                        orNearly(begins -> values(typed, Completion.Kind.TITLE, ArticleField.TITLE::strings, begins)),
                        orNearly(begins -> byFrequency(this::words)
                                .filter(word -> begins.test(word, words.getLast().term()))
                                .map(word -> new Completion(finished + word, Completion.Kind.WORD))))
                .flatMap(List::stream)
                .limit(size)
                .toList();
    }

    /** As typed; where that gives nothing, as it may have been meant. */
    private static List<Completion> orNearly(Function<BiPredicate<String, String>, Stream<Completion>> completions) {
        List<Completion> found = completions.apply(String::startsWith).toList();
        return found.isEmpty() ? completions.apply(NaiveSuggestions::beginsNearly).toList() : found;
    }

    private Stream<Completion> values(String typed, Completion.Kind kind, Function<Article, List<String>> values,
            BiPredicate<String, String> begins) {
        Set<String> seen = new HashSet<>();
        return byFrequency(article -> Set.copyOf(values.apply(article)))
                .filter(value -> wordStarts(text.folded(value)).anyMatch(rest -> begins.test(rest, text.folded(typed))))
                .filter(value -> seen.add(text.folded(value)))
                .map(value -> new Completion(value, kind));
    }

    private static Stream<String> wordStarts(String value) {
        return IntStream.range(0, value.length())
                .filter(at -> at == 0 || value.charAt(at - 1) == ' ')
                .mapToObj(value::substring);
    }

    List<Spelling> spellings(String word, int edits, int size) {
        String asked = text.folded(word.strip());
        if (asked.isEmpty()) {
            return List.of();
        }
        return frequencies(this::words).entrySet()
                .stream()
                .map(entry -> new Spelling(entry.getKey(), entry.getValue(),
                        NaiveEdits.distance(asked, entry.getKey())))
                .filter(spelling -> spelling.edits() > 0 && spelling.edits() <= edits)
                .sorted(Comparator.comparingInt(Spelling::edits)
                        .thenComparing(Comparator.comparingLong(Spelling::articles).reversed())
                        .thenComparing(Spelling::word))
                .limit(size)
                .toList();
    }

    private Set<String> words(Article article) {
        Set<String> words = new HashSet<>();
        ArticleField.weighted()
                .flatMap(field -> field.strings(article).stream())
                .forEach(value -> text.exact(value).forEach(token -> words.add(token.term())));
        return words;
    }

    private Stream<String> byFrequency(Function<Article, Set<String>> values) {
        return frequencies(values).entrySet()
                .stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
    }

    /** In how many articles each value occurs. */
    private Map<String, Long> frequencies(Function<Article, Set<String>> values) {
        Map<String, Long> frequencies = new TreeMap<>();
        articles.forEach(article -> values.apply(article).forEach(value -> frequencies.merge(value, 1L, Long::sum)));
        return frequencies;
    }
}
