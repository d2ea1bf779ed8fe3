package org.broadsheet.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.FilterLeafCollector;
import org.apache.lucene.search.FilterScorer;
import org.apache.lucene.search.FilterWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;

/**
 * Matches what a query of words matches, and adds to each score what else ranks: parts that an article is only better
 * for, and what it has whatever is asked ({@link Priors}).
 *
 * <p>As optional clauses beside the words these would end the fast ways that Lucene has for words alone: blocks of
 * documents scored at once, and whole blocks skipped. Here the words keep them, with a bar that is lower by what may be
 * added at most; and the rest is looked at only for an article that it could lift over the bar. What comes out is the
 * same sum.
 */
final class RankingQuery extends Query {

    private final Query words;
    private final List<Query> extras;
    private final Snapshot snapshot;

    RankingQuery(Query words, List<Query> extras, Snapshot snapshot) {
        this.words = words;
        this.extras = List.copyOf(extras);
        this.snapshot = snapshot;
    }

    @Override
    public Query rewrite(IndexSearcher searcher) throws IOException {
        Query rewritten = words.rewrite(searcher);
        boolean same = rewritten == words;
        List<Query> rewrittenExtras = new ArrayList<>();
        for (Query extra : extras) {
            Query rewrittenExtra = extra.rewrite(searcher);
            same &= rewrittenExtra == extra;
            rewrittenExtras.add(rewrittenExtra);
        }
        return same ? this : new RankingQuery(rewritten, rewrittenExtras, snapshot);
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) throws IOException {
        Weight weight = searcher.createWeight(words, scoreMode, boost);
        if (!scoreMode.needsScores()) {
            return weight;
        }
        List<Weight> weights = new ArrayList<>();
        for (Query extra : extras) {
            weights.add(searcher.createWeight(extra, ScoreMode.COMPLETE, boost));
        }
        return new RankingWeight(weight, weights);
    }

    @Override
    public void visit(QueryVisitor visitor) {
        words.visit(visitor);
        extras.forEach(extra -> extra.visit(visitor));
    }

    @Override
    public String toString(String field) {
        return "(" + words.toString(field) + " + " + extras + " + priors)";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RankingQuery query && words.equals(query.words) && extras.equals(query.extras)
                && snapshot == query.snapshot;
    }

    @Override
    public int hashCode() {
        return classHash() + words.hashCode() + extras.hashCode();
    }

    private final class RankingWeight extends FilterWeight {

        private final List<Weight> weights; // of the extras

        private RankingWeight(Weight ofWords, List<Weight> weights) {
            super(RankingQuery.this, ofWords);
            this.weights = weights;
        }

        @Override
        public Explanation explain(LeafReaderContext leaf, int doc) throws IOException {
            Explanation ofWords = in.explain(leaf, doc);
            return ofWords.isMatch()
                    ? Explanation.match(additions(leaf).to(ofWords.getValue().floatValue(), doc),
                            "with what else ranks:", ofWords)
                    : ofWords;
        }

        @Override
        public ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
            ScorerSupplier supplier = in.scorerSupplier(leaf);
            return supplier == null ? null : new Supplier(supplier, additions(leaf));
        }

        private Additions additions(LeafReaderContext leaf) throws IOException {
            return Additions.of(weights, leaf, snapshot);
        }
    }

    private static final class Supplier extends ScorerSupplier {

        private final ScorerSupplier in;
        private final Additions additions;

        private Supplier(ScorerSupplier in, Additions additions) {
            this.in = in;
            this.additions = additions;
        }

        @Override
        public Scorer get(long leadCost) throws IOException {
            return new RankingScorer(in.get(leadCost), additions);
        }

        @Override
        public BulkScorer bulkScorer() throws IOException {
            BulkScorer bulk = in.bulkScorer();
            return new BulkScorer() {
                @Override
                public int score(LeafCollector collector, Bits accepted, int min, int max) throws IOException {
                    return bulk.score(new RankingCollector(collector, additions), accepted, min, max);
                }

                @Override
                public long cost() {
                    return bulk.cost();
                }
            };
        }

        @Override
        public long cost() {
            return in.cost();
        }

        @Override
        public void setTopLevelScoringClause() throws IOException {
            in.setTopLevelScoringClause();
        }
    }

    private static final class RankingScorer extends FilterScorer {

        private final Additions additions;

        private RankingScorer(Scorer in, Additions additions) {
            super(in);
            this.additions = additions;
        }

        @Override
        public float score() throws IOException {
            return additions.to(in.score(), docID());
        }

        @Override
        public void setMinCompetitiveScore(float least) throws IOException {
            in.setMinCompetitiveScore(additions.raise(least));
        }

        @Override
        public int advanceShallow(int target) throws IOException {
            return in.advanceShallow(target);
        }

        @Override
        public float getMaxScore(int upTo) throws IOException {
            return in.getMaxScore(upTo) + additions.most();
        }
    }

    private static final class RankingCollector extends FilterLeafCollector {

        private final Additions additions;
        private int doc = -1;

        private RankingCollector(LeafCollector in, Additions additions) {
            super(in);
            this.additions = additions;
        }

        @Override
        public void setScorer(Scorable ofWords) throws IOException {
            in.setScorer(new Scorable() {
                @Override
                public float score() throws IOException {
                    return additions.to(ofWords.score(), doc);
                }

                @Override
                public void setMinCompetitiveScore(float least) throws IOException {
                    ofWords.setMinCompetitiveScore(additions.raise(least));
                }

                @Override
                public Collection<ChildScorable> getChildren() {
                    return List.of(new ChildScorable(ofWords, "WORDS"));
                }
            });
        }

        @Override
        public void collect(int matching) throws IOException {
            doc = matching;
            in.collect(matching);
        }
    }
}
