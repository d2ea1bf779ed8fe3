package org.broadsheet.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.broadsheet.analysis.Analyzers;
import org.broadsheet.analysis.PlacedTerm;
import org.broadsheet.search.Completion;
import org.broadsheet.search.Completion.Kind;
import org.broadsheet.search.Deadline;
import org.broadsheet.search.FacetName;

/**
 * What a reader may be about to type: providers and topics first, since there are few, then words, then titles.
 *
 * <p>All of it is read from the commit's own dictionaries, so that it is as new as the index and nothing has to be built
 * before a server is ready; only the names of providers and topics are {@linkplain Snapshot#names kept in memory}.
 */
final class Completions {

    /** Values of each facet that are offered. */
    private static final int VALUES = 2;
    /** Titles that are offered. */
    private static final int TITLES = 4;
    /** A reader who types more has given up on completions. */
    private static final int LONGEST = 200;

    private final Snapshot snapshot;
    private final Analyzers analyzers;
    private final Deadline deadline;
    private final IndexReader reader;

    Completions(Snapshot snapshot, Analyzers analyzers, Deadline deadline) throws IOException {
        this.snapshot = snapshot;
        this.analyzers = analyzers;
        this.deadline = deadline;
        reader = snapshot.reader(deadline);
    }

    List<Completion> of(String text, int size) throws IOException {
        String typed = text.strip();
        List<PlacedTerm> words = typed.length() > LONGEST ? List.of() : analyzers.exactTokens(typed);
        if (words.isEmpty()) {
            return List.of();
        }
        Set<Completion> completions = new LinkedHashSet<>();
        String normalized = analyzers.normalized(typed);
        names(FacetName.PROVIDER, Kind.PROVIDER, normalized, completions);
        names(FacetName.TOPIC, Kind.TOPIC, normalized, completions);
        List<Completion> found = words(typed, words, size);
        List<Completion> titles = new ArrayList<>();
        for (String title : new TitleCompletions(snapshot, analyzers, deadline).of(respelt(words), TITLES)) {
            titles.add(new Completion(title, Kind.TITLE));
        }
        int room = Math.max(0, size - completions.size() - titles.size());
        completions.addAll(found.subList(0, Math.min(found.size(), Math.max(1, room))));
        completions.addAll(titles);
        completions.addAll(found);
        return completions.stream().limit(size).toList();
    }

    private void names(FacetName facet, Kind kind, String typed, Set<Completion> completions) throws IOException {
        snapshot.names(facet, analyzers)
                .beginningWith(typed, VALUES, deadline)
                .forEach(name -> completions.add(new Completion(name, kind)));
    }

    /** The typed text with its last word completed. */
    private List<Completion> words(String typed, List<PlacedTerm> words, int size) throws IOException {
        PlacedTerm last = words.getLast();
        String before = typed.substring(0, last.start());
        return new TermBeginnings(reader, IndexFields.WORDS).of(last.term(), size)
                .stream()
                .map(word -> new Completion(before + word.text(), Kind.WORD))
                .toList();
    }

    /** The finished words with one that no article has replaced by the word that it is nearest to. */
    private List<PlacedTerm> respelt(List<PlacedTerm> words) throws IOException {
        for (int i = 0; i < words.size() - 1; i++) {
            PlacedTerm word = words.get(i);
            if (TermBeginnings.allowsTypo(word.term())
                    && reader.docFreq(new Term(IndexFields.WORDS, word.term())) == 0) {
                List<PlacedTerm> respelt = new ArrayList<>(words);
                for (var better : new Spellings(reader, analyzers).of(word.term(), 1, 1)) {
                    respelt.set(i, new PlacedTerm(better.word(), word.increment(), word.start(), word.end()));
                }
                return respelt;
            }
        }
        return words;
    }
}
