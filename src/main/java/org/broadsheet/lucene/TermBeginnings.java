package org.broadsheet.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;

/** The terms of one field that begin with what was typed, most frequent first. */
final class TermBeginnings {

    /**
     * Terms looked at: as many as begin with the same two letters in an archive of millions, and a bound of some
     * milliseconds for the odd one that has more.
     */
    private static final int SCANNED = 20_000;
    /** Beginnings of fewer letters are taken as they are: too many terms are one letter away. */
    private static final int SHORTEST_WITH_TYPO = 4;
    /** So many as they are typed leave no room for doubt. */
    private static final int ENOUGH = 3;

    private final Terms terms; // null if no article has the field

    TermBeginnings(IndexReader reader, String field) throws IOException {
        terms = MultiTerms.getTerms(reader, field);
    }

    /** A term and how many articles have it. */
    record Candidate(String text, int articles) {
        static final Comparator<Candidate> MOST_FREQUENT = Comparator.comparingInt(Candidate::articles)
                .reversed()
                .thenComparing(Candidate::text);
    }

    /** Those that begin so; where they are few, after them those that would but for one typo. */
    List<Candidate> of(String beginning, int size) throws IOException {
        List<Candidate> found = new ArrayList<>(asTyped(beginning).stream().limit(size).toList());
        if (found.size() < Math.min(ENOUGH, size)) {
            withTypo(beginning).stream()
                    .filter(candidate -> !found.contains(candidate))
                    .limit(size - found.size())
                    .forEach(found::add);
        }
        return found;
    }

    private List<Candidate> asTyped(String beginning) throws IOException {
        if (terms == null) {
            return List.of();
        }
        List<Candidate> found = new ArrayList<>();
        TermsEnum each = terms.iterator();
        BytesRef start = new BytesRef(beginning);
        BytesRef term = each.seekCeil(start) == TermsEnum.SeekStatus.END ? null : each.term();
        while (term != null && found.size() < SCANNED && StringHelper.startsWith(term, start)) {
            found.add(new Candidate(term.utf8ToString(), each.docFreq()));
            term = each.next();
        }
        found.sort(Candidate.MOST_FREQUENT);
        return found;
    }

    private List<Candidate> withTypo(String beginning) throws IOException {
        if (terms == null || !allowsTypo(beginning)) {
            return List.of();
        }
        List<Candidate> found = new ArrayList<>();
        TermsEnum each = new CompiledAutomaton(oneTypo(beginning)).getTermsEnum(terms);
        for (BytesRef term = each.next(); term != null && found.size() < SCANNED; term = each.next()) {
            found.add(new Candidate(term.utf8ToString(), each.docFreq()));
        }
        found.sort(Candidate.MOST_FREQUENT);
        return found;
    }

    static boolean allowsTypo(String beginning) {
        return beginning.codePointCount(0, beginning.length()) >= SHORTEST_WITH_TYPO;
    }

    /**
     * All that begins with the text, one letter of which may be wrong, missing, too many or swapped with its neighbour.
     * The first letter is right: nobody mistypes that often, and it keeps most of the dictionary out.
     */
    static Automaton oneTypo(String beginning) {
        int first = beginning.offsetByCodePoints(0, 1);
        Automaton typed = new LevenshteinAutomata(beginning.substring(first), true).toAutomaton(1,
                beginning.substring(0, first));
        return Operations.determinize(Operations.concatenate(List.of(typed, Automata.makeAnyString())),
                Operations.DEFAULT_DETERMINIZE_WORK_LIMIT);
    }
}
