package org.broadsheet.lucene;

import java.io.IOException;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.FilterWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.IOSupplier;

/**
 * A phrase of two stems that is looked for only where its {@linkplain Neighbours number} is: matches and scores what the
 * phrase does. Few texts have the number of a pair, and where none has, nothing of the phrase is read.
 */
final class CheckedPair extends Query {

    private final PhraseQuery pair;

    /** @param pair one that {@link LikelyPair#is} a pair */
    CheckedPair(PhraseQuery pair) {
        this.pair = pair;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) throws IOException {
        return new FilterWeight(this, searcher.createWeight(new LikelyPair(pair), ScoreMode.COMPLETE, boost)) {
            @Override
            public ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
                Scorer likely = in.scorer(leaf);
                return likely == null
                        ? null
                        : new DefaultScorerSupplier(new PairScorer(likely, () -> weight(searcher, boost).scorer(leaf)));
            }

            @Override
            public Explanation explain(LeafReaderContext leaf, int doc) throws IOException {
                return weight(searcher, boost).explain(leaf, doc);
            }
        };
    }

    private Weight weight(IndexSearcher searcher, float boost) throws IOException {
        return searcher.createWeight(pair, ScoreMode.COMPLETE, boost);
    }

    @Override
    public void visit(QueryVisitor visitor) {
        pair.visit(visitor);
    }

    @Override
    public String toString(String field) {
        return "checked " + pair.toString(field);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CheckedPair checked && pair.equals(checked.pair);
    }

    @Override
    public int hashCode() {
        return classHash() + pair.hashCode();
    }

    /** Goes from one text with the number to the next; what is likely scores at least what is. */
    private static final class PairScorer extends Scorer {

        /** What is checked is two lists of positions, nearly always short ones. */
        private static final float COST = 10;

        private final Scorer likely;
        private final IOSupplier<Scorer> opening;
        private boolean opened;
        private Scorer phrase; // null if one of the stems is nowhere
        private TwoPhaseIterator positions;

        private PairScorer(Scorer likely, IOSupplier<Scorer> opening) {
            this.likely = likely;
            this.opening = opening;
        }

        private void open() throws IOException {
            if (!opened) {
                opened = true;
                phrase = opening.get();
                positions = phrase == null ? null : phrase.twoPhaseIterator();
            }
        }

        private boolean isAt(int doc) throws IOException {
            open();
            if (phrase == null) {
                return false;
            }
            DocIdSetIterator both = positions.approximation();
            return (both.docID() < doc ? both.advance(doc) : both.docID()) == doc && positions.matches();
        }

        @Override
        public int docID() {
            return likely.docID();
        }

        @Override
        public DocIdSetIterator iterator() {
            return TwoPhaseIterator.asDocIdSetIterator(twoPhaseIterator());
        }

        @Override
        public TwoPhaseIterator twoPhaseIterator() {
            return new TwoPhaseIterator(likely.iterator()) {
                @Override
                public boolean matches() throws IOException {
                    return isAt(approximation.docID());
                }

                @Override
                public float matchCost() {
                    return COST;
                }
            };
        }

        @Override
        public float score() throws IOException {
            return phrase.score();
        }

        @Override
        public int advanceShallow(int target) throws IOException {
            return likely.advanceShallow(target);
        }

        @Override
        public float getMaxScore(int upTo) throws IOException {
            return likely.getMaxScore(upTo);
        }
    }
}
