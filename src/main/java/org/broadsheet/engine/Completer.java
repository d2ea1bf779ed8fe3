package org.broadsheet.engine;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.broadsheet.analysis.Analyzers;
import org.broadsheet.analysis.PlacedTerm;
import org.broadsheet.search.Completion;
import org.broadsheet.search.Completion.Kind;
import org.broadsheet.search.FacetName;

/**
 * What a reader may be about to type: providers and topics first, since there are few, then words, then titles.
 *
 * @param <E> what an engine throws when its index cannot be read
 */
public final class Completer<E extends Exception> {

    /** Values of each facet that are offered. */
    private static final int VALUES = 2;
    /** Titles that are offered. */
    private static final int TITLES = 4;
    /** In chars; a reader who types more has given up on completions. */
    private static final int LONGEST = 200;

    /**
     * What an index can be asked for. Texts are in the form in which terms are indexed, answers come most useful first.
     *
     * @param <E> what is thrown when the index cannot be read
     */
    public interface Vocabulary<E extends Exception> {

        /** Values of a facet that begin so, or of which a word does; at most so many. */
        List<String> names(FacetName facet, String beginning, int size) throws E;

        /** Words that begin so; at most so many. */
        List<String> words(String beginning, int size) throws E;

        /** Titles that have the words, the last of them only begun; at most so many. */
        List<String> titles(List<PlacedTerm> words, int size) throws E;

        /** The word that is nearest to one that no article has; empty if it needs none or has none. */
        Optional<String> respelt(String word) throws E;
    }

    private final Vocabulary<E> vocabulary;
    private final Analyzers analyzers;

    public Completer(Vocabulary<E> vocabulary, Analyzers analyzers) {
        this.vocabulary = vocabulary;
        this.analyzers = analyzers;
    }

    /** As {@link org.broadsheet.search.ArticleSearcher#completions} has it. */
    public List<Completion> of(String text, int size) throws E {
        String typed = text.strip();
        List<PlacedTerm> words = typed.length() > LONGEST ? List.of() : analyzers.exactTokens(typed);
        if (words.isEmpty()) {
            return List.of();
        }
        Set<Completion> completions = new LinkedHashSet<>();
        String normalized = analyzers.normalized(typed);
        for (String name : vocabulary.names(FacetName.PROVIDER, normalized, VALUES)) {
            completions.add(new Completion(name, Kind.PROVIDER));
        }
        for (String name : vocabulary.names(FacetName.TOPIC, normalized, VALUES)) {
            completions.add(new Completion(name, Kind.TOPIC));
        }
        List<Completion> found = words(typed, words.getLast(), size);
        List<Completion> titles = new ArrayList<>();
        for (String title : vocabulary.titles(respelt(words), TITLES)) {
            titles.add(new Completion(title, Kind.TITLE));
        }
        int room = Math.max(0, size - completions.size() - titles.size());
        completions.addAll(found.subList(0, Math.min(found.size(), Math.max(1, room))));
        completions.addAll(titles);
        completions.addAll(found);
        return completions.stream().limit(size).toList();
    }

    /** The typed text with its last word completed. */
    private List<Completion> words(String typed, PlacedTerm last, int size) throws E {
        String before = typed.substring(0, last.start());
        List<Completion> found = new ArrayList<>();
        for (String word : vocabulary.words(last.term(), size)) {
            found.add(new Completion(before + word, Kind.WORD));
        }
        return found;
    }

    /** The finished words, the first one that no article has replaced by the word that it is nearest to. */
    private List<PlacedTerm> respelt(List<PlacedTerm> words) throws E {
        for (int i = 0; i < words.size() - 1; i++) {
            PlacedTerm word = words.get(i);
            Optional<String> better = vocabulary.respelt(word.term());
            if (better.isPresent()) {
                List<PlacedTerm> respelt = new ArrayList<>(words);
                respelt.set(i, new PlacedTerm(better.get(), word.increment(), word.start(), word.end()));
                return respelt;
            }
        }
        return words;
    }
}
