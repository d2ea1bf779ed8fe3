package org.broadsheet.lucene;

import java.io.IOException;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermScorer;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.Weight;
import org.apache.lucene.search.similarities.Similarity.SimScorer;
import org.apache.lucene.util.IOSupplier;

/**
 * A phrase of two stems, found by their {@linkplain Neighbours number}: matches and scores all that the phrase does, and
 * by mistake a text in which another pair of the same number stands, as if it were this one.
 */
final class LikelyPair extends Query {

    private final PhraseQuery pair;
    private final Term number;

    /** @param pair one that {@link #is} a pair */
    LikelyPair(PhraseQuery pair) {
        this.pair = pair;
        number = Neighbours.pair(pair.getTerms()[0], pair.getTerms()[1]);
    }

    /** Whether a phrase is two stems, one right after the other. */
    static boolean is(PhraseQuery phrase) {
        int[] positions = phrase.getPositions();
        return positions.length == 2 && positions[1] == positions[0] + 1 && phrase.getSlop() == 0;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) throws IOException {
        if (!scoreMode.needsScores()) {
            return searcher.createWeight(new TermQuery(number), scoreMode, boost);
        }
        TermStates states = TermStates.build(searcher, number, true);
        return new PairWeight(states.docFreq() == 0 ? null : scorer(searcher, boost), states);
    }

    /** As a {@link PhraseQuery} makes it; null if one of the stems is nowhere. */
    private SimScorer scorer(IndexSearcher searcher, float boost) throws IOException {
        TermStatistics[] statistics = new TermStatistics[2];
        for (int i = 0; i < statistics.length; i++) {
            Term stem = pair.getTerms()[i];
            TermStates states = TermStates.build(searcher, stem, true);
            if (states.docFreq() == 0) {
                return null;
            }
            statistics[i] = searcher.termStatistics(stem, states.docFreq(), states.totalTermFreq());
        }
        return searcher.getSimilarity().scorer(boost, searcher.collectionStatistics(pair.getField()), statistics);
    }

    @Override
    public void visit(QueryVisitor visitor) {
        pair.visit(visitor);
    }

    @Override
    public String toString(String field) {
        return "likely " + pair.toString(field);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LikelyPair likely && pair.equals(likely.pair);
    }

    @Override
    public int hashCode() {
        return classHash() + pair.hashCode();
    }

    private final class PairWeight extends Weight {

        private final SimScorer scorer;
        private final TermStates states;

        private PairWeight(SimScorer scorer, TermStates states) {
            super(LikelyPair.this);
            this.scorer = scorer;
            this.states = states;
        }

        @Override
        public ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
            IOSupplier<TermState> supplier = scorer == null ? null : states.get(leaf);
            TermState state = supplier == null ? null : supplier.get();
            if (state == null) {
                return null;
            }
            TermsEnum terms = leaf.reader().terms(number.field()).iterator();
            terms.seekExact(number.bytes(), state);
            PostingsEnum postings = terms.postings(null, PostingsEnum.FREQS);
            return new DefaultScorerSupplier(
                    new TermScorer(postings, scorer, leaf.reader().getNormValues(pair.getField())));
        }

        @Override
        public Explanation explain(LeafReaderContext leaf, int doc) throws IOException {
            Scorer found = scorer(leaf);
            return found != null && found.iterator().advance(doc) == doc
                    ? Explanation.match(found.score(), LikelyPair.this.toString())
                    : Explanation.noMatch(LikelyPair.this.toString());
        }

        @Override
        public boolean isCacheable(LeafReaderContext leaf) {
            return false;
        }
    }
}
