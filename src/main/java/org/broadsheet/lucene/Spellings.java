package org.broadsheet.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;
import org.broadsheet.search.Spelling;

/** Words of the index that a misspelt one may stand for. */
final class Spellings {

    private final Snapshot snapshot;
    private final Analyzers analyzers;

    Spellings(Snapshot snapshot, Analyzers analyzers) {
        this.snapshot = snapshot;
        this.analyzers = analyzers;
    }

    List<Spelling> of(String word, int edits, int size) throws IOException {
        List<PlacedTerm> tokens = analyzers.exactTokens(word);
        if (tokens.size() != 1) {
            return List.of();
        }
        String term = tokens.getFirst().term();
        DirectSpellChecker checker = new DirectSpellChecker();
        checker.setMaxEdits(edits);
        checker.setMinPrefix(0);
        checker.setMinQueryLength(0);
        checker.setAccuracy(0);
        List<Spelling> spellings = new ArrayList<>();
        for (SuggestWord found : checker.suggestSimilar(new Term(IndexFields.WORDS, term), size, snapshot.reader(),
                SuggestMode.SUGGEST_ALWAYS)) {
            spellings.add(new Spelling(found.string, found.freq, distance(term, found.string, edits)));
        }
        return spellings;
    }

    /** The checker finds words by their distance but does not tell it. */
    private static int distance(String a, String b, int most) {
        int[] before = null;
        int[] last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            before = last;
            last = row;
        }
        return Math.min(most, last[b.length()]);
    }
}
