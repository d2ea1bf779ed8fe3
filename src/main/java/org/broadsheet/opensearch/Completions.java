package org.broadsheet.opensearch;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.broadsheet.analysis.Analyzers;
import org.broadsheet.analysis.PlacedTerm;
import org.broadsheet.search.Completion;
import org.broadsheet.search.Completion.Kind;
import org.broadsheet.search.FacetName;

/** What a reader may be about to type: providers and topics first, since there are few, then words, then titles. */
final class Completions {

    /** Values of each facet that are offered. */
    private static final int VALUES = 2;
    /** Titles that are offered. */
    private static final int TITLES = 4;
    /** A reader who types more has given up on completions. */
    private static final int LONGEST = 200;

    private final Reading reading;
    private final Analyzers analyzers;
    private final TermBeginnings terms;

    Completions(Reading reading, Analyzers analyzers) {
        this.reading = reading;
        this.analyzers = analyzers;
        terms = new TermBeginnings(reading);
    }

    List<Completion> of(String text, int size) {
        String typed = text.strip();
        List<PlacedTerm> words = typed.length() > LONGEST ? List.of() : analyzers.exactTokens(typed);
        if (words.isEmpty()) {
            return List.of();
        }
        Set<Completion> completions = new LinkedHashSet<>();
        String normalized = analyzers.normalized(typed);
        names(FacetName.PROVIDER, Kind.PROVIDER, normalized, completions);
        names(FacetName.TOPIC, Kind.TOPIC, normalized, completions);
        List<Completion> found = words(typed, words.getLast(), size);
        List<Completion> titles = new ArrayList<>();
        for (String title : new TitleCompletions(reading, analyzers).of(respelt(words), TITLES)) {
            titles.add(new Completion(title, Kind.TITLE));
        }
        int room = Math.max(0, size - completions.size() - titles.size());
        completions.addAll(found.subList(0, Math.min(found.size(), Math.max(1, room))));
        completions.addAll(titles);
        completions.addAll(found);
        return completions.stream().limit(size).toList();
    }

    private void names(FacetName facet, Kind kind, String typed, Set<Completion> completions) {
        terms.names(facet, typed).stream().limit(VALUES).forEach(name -> completions.add(new Completion(name, kind)));
    }

    /** The typed text with its last word completed. */
    private List<Completion> words(String typed, PlacedTerm last, int size) {
        String before = typed.substring(0, last.start());
        return terms.words(last.term(), size)
                .stream()
                .map(word -> new Completion(before + word, Kind.WORD))
                .toList();
    }

    /** The finished words with one that no article has replaced by the word that it is nearest to. */
    private List<PlacedTerm> respelt(List<PlacedTerm> words) {
        for (int i = 0; i < words.size() - 1; i++) {
            PlacedTerm word = words.get(i);
            if (Patterns.allowsTypo(word.term()) && !terms.exists(word.term())) {
                List<PlacedTerm> respelt = new ArrayList<>(words);
                for (var better : new Spellings(reading, analyzers).of(word.term(), 1, 1)) {
                    respelt.set(i, new PlacedTerm(better.word(), word.increment(), word.start(), word.end()));
                }
                return respelt;
            }
        }
        return words;
    }
}
