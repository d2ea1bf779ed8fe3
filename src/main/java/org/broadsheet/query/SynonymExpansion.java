package org.broadsheet.query;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import org.broadsheet.field.ArticleField;
import org.broadsheet.query.ArticleQuery.All;
import org.broadsheet.query.ArticleQuery.Any;
import org.broadsheet.query.ArticleQuery.AtLeast;
import org.broadsheet.query.ArticleQuery.InField;
import org.broadsheet.query.ArticleQuery.Not;
import org.broadsheet.query.ArticleQuery.Phrase;
import org.broadsheet.query.ArticleQuery.Respelt;
import org.broadsheet.query.ArticleQuery.WithSynonyms;
import org.broadsheet.query.ArticleQuery.Word;

/**
 * Widens the words, runs of loose words and phrases of a query that have synonyms; the longest run first, so that
 * {@code New York City police department} is not taken for {@code New York City}.
 *
 * <p>What is excluded is widened too: {@code AI} and {@code -AI} divide the archive between them. Prefixes, misspellings
 * and a single word in quotation marks ask for just what is written.
 */
final class SynonymExpansion {

    private final Synonyms synonyms;

    SynonymExpansion(Synonyms synonyms) {
        this.synonyms = synonyms;
    }

    ArticleQuery of(ArticleQuery query) {
        return switch (query) {
            case All(List<ArticleQuery> parts) -> all(parts);
            case Any(List<ArticleQuery> parts) -> new Any(parts.stream().map(this::of).toList());
            case AtLeast(int minimum, List<ArticleQuery> parts) ->
                new AtLeast(minimum, parts.stream().map(this::of).toList());
            case Not(ArticleQuery part) -> new Not(of(part));
            case Word word -> alone(word, word.text(), UnaryOperator.identity());
            case Respelt word -> alone(word, word.text(), UnaryOperator.identity());
            case Phrase phrase -> phrase(phrase, UnaryOperator.identity());
            case InField(ArticleField field, ArticleQuery part) when field.text() == ArticleField.Text.STEMMED ->
                inField(query, part, found -> new InField(field, found));
            default -> query;
        };
    }

    private ArticleQuery inField(ArticleQuery query, ArticleQuery part, UnaryOperator<ArticleQuery> within) {
        return switch (part) {
            case Word word -> alone(query, word.text(), within);
            case Phrase phrase -> phrase(phrase, within);
            default -> query;
        };
    }

    private ArticleQuery phrase(Phrase phrase, UnaryOperator<ArticleQuery> within) {
        return phrase.slop() == 0 && phrase.text().contains(" ")
                ? alone(within.apply(phrase), phrase.text(), within)
                : within.apply(phrase);
    }

    /** @param within what is done to each synonym */
    private ArticleQuery alone(ArticleQuery asked, String text, UnaryOperator<ArticleQuery> within) {
        Synonyms.Entry entry = synonyms.entry(text);
        return entry == null ? asked : widened(asked, entry, within);
    }

    private ArticleQuery all(List<ArticleQuery> parts) {
        List<ArticleQuery> widened = new ArrayList<>();
        for (int i = 0; i < parts.size();) {
            int end = endOfEntry(parts, i);
            if (end > i + 1) {
                List<ArticleQuery> run = parts.subList(i, end);
                widened.add(widened(new All(run), synonyms.entry(text(run)), UnaryOperator.identity()));
            } else {
                widened.add(of(parts.get(i)));
            }
            i = Math.max(end, i + 1);
        }
        return widened.size() == 1 ? widened.getFirst() : new All(widened);
    }

    /** Where the longest run of loose words from a place that is an entry ends; the place itself if none begins there. */
    private int endOfEntry(List<ArticleQuery> parts, int from) {
        if (!isLoose(parts.get(from)) || !synonyms.mayBegin(text(parts.subList(from, from + 1)))) {
            return from;
        }
        int end = from;
        while (end < parts.size() && end - from < synonyms.longest() && isLoose(parts.get(end))) {
            end++;
        }
        while (end > from && synonyms.entry(text(parts.subList(from, end))) == null) {
            end--;
        }
        return end;
    }

    private static boolean isLoose(ArticleQuery part) {
        return part instanceof Word(_, boolean loose) && loose || part instanceof Respelt;
    }

    private static String text(List<ArticleQuery> words) {
        return String.join(" ", words.stream()
                .map(word -> word instanceof Respelt(_, String text)
                        ? text
                        : ((Word) word).text())
                .toList());
    }

    /** Synonyms of several words are looked for next to each other, in any of their forms. */
    private static ArticleQuery widened(ArticleQuery asked, Synonyms.Entry entry, UnaryOperator<ArticleQuery> within) {
        List<ArticleQuery> found = new ArrayList<>();
        if (entry.itself()) {
            found.add(asked);
        }
        entry.found().forEach(text -> found.add(within.apply(new Word(text, false))));
        return found.size() == 1
                ? found.getFirst()
                : new WithSynonyms(found.getFirst(), found.subList(1, found.size()));
    }
}
