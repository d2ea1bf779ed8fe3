package org.broadsheet.search;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
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

    /** Whole values that begin with the text come before words that only end it. */
    List<Completion> completions(String typed, int size) {
        List<NaiveText.Token> words = text.exact(typed);
        if (words.isEmpty()) {
            return List.of();
        }
        String finished = typed.substring(0, words.getLast().start());
        return Stream
                .of(values(typed, Completion.Kind.TOPIC, ArticleField.TOPIC::strings),
                        values(typed, Completion.Kind.PROVIDER, ArticleField.PROVIDER::strings),
                        values(typed, Completion.Kind.TITLE, ArticleField.TITLE::strings),
                        byFrequency(this::words).filter(word -> word.startsWith(words.getLast().term()))
                                .map(word -> new Completion(finished + word, Completion.Kind.WORD)))
                .flatMap(Function.identity())
                .limit(size)
                .toList();
    }

    private Stream<Completion> values(String typed, Completion.Kind kind,
            Function<Article, List<String>> values) {
        return byFrequency(article -> Set.copyOf(values.apply(article)))
                .filter(value -> text.folded(value).startsWith(text.folded(typed)))
                .map(value -> new Completion(value, kind));
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
