package org.broadsheet.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;
import org.broadsheet.analysis.Analyzers;
import org.broadsheet.analysis.EditDistance;
import org.broadsheet.analysis.PlacedTerm;
import org.broadsheet.search.Spelling;

/** Words of the index that a misspelt one may stand for. */
final class Spellings {

    /** What is asked for. */
    record Asked(String word, int edits, int size) {}

    private final IndexReader reader;
    private final Analyzers analyzers;

    Spellings(IndexReader reader, Analyzers analyzers) {
        this.reader = reader;
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
        for (SuggestWord found : checker.suggestSimilar(new Term(IndexFields.WORDS, term), size, reader,
                SuggestMode.SUGGEST_ALWAYS)) {
            // The checker finds words by their distance but does not tell it.
            spellings.add(new Spelling(found.string, found.freq, Math.min(edits, EditDistance.of(term, found.string))));
        }
        return List.copyOf(spellings);
    }
}
