package org.broadsheet.lucene;

import java.io.IOException;

import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.similarities.Similarity.SimScorer;

/** What a word scores by how often a document has it and how long the document is, as its {@link WordQuery} scores it. */
final class WordScores {

    private final SimScorer ofStem; // null if no document has it
    private final SimScorer ofForm; // null if no document has it

    private WordScores(SimScorer ofStem, SimScorer ofForm) {
        this.ofStem = ofStem;
        this.ofForm = ofForm;
    }

    static WordScores of(WordQuery word, IndexSearcher searcher) throws IOException {
        return new WordScores(scorer(word.stem().getTerm(), 1, searcher),
                scorer(word.form(), word.formWeight(), searcher));
    }

    private static SimScorer scorer(Term term, float weight, IndexSearcher searcher) throws IOException {
        TermStates states = TermStates.build(searcher, term, true);
        return states.docFreq() == 0
                ? null
                : searcher.getSimilarity()
                        .scorer(weight, searcher.collectionStatistics(term.field()),
                                searcher.termStatistics(term, states.docFreq(), states.totalTermFreq()));
    }

    /**
     * The score, which never falls with a frequency.
     *
     * @param stems how often the document has the stem
     * @param forms how often it has the exact form
     * @param norm its length, as Lucene encodes it
     */
    float of(float stems, float forms, long norm) {
        float score = ofStem == null || stems == 0 ? 0 : ofStem.score(stems, norm);
        return ofForm == null || forms == 0 ? score : score + ofForm.score(forms, norm);
    }

    /** What no document scores more than. */
    float most() {
        return of(Float.MAX_VALUE, Float.MAX_VALUE, 0);
    }
}
