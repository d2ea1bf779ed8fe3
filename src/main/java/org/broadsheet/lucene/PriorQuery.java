package org.broadsheet.lucene;

import java.io.IOException;
import java.util.Collection;
import java.util.List;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.DocIdSetIterator;
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
 * Matches what a query matches, and adds to each score what ranks the article whatever is asked.
 *
 * <p>As optional clauses of the query these would match every article, and Lucene could no longer score words in bulk.
 * Here the words keep the fastest way there is, with a bar that is lower by what may be added at most.
 */
final class PriorQuery extends Query {

    private final Query text;
    private final Snapshot snapshot;
    private final Priors priors;

    PriorQuery(Query text, Snapshot snapshot, Priors priors) {
        this.text = text;
        this.snapshot = snapshot;
        this.priors = priors;
    }

    @Override
    public Query rewrite(IndexSearcher searcher) throws IOException {
        Query rewritten = text.rewrite(searcher);
        return rewritten == text ? this : new PriorQuery(rewritten, snapshot, priors);
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) throws IOException {
        Weight weight = searcher.createWeight(text, scoreMode, boost);
        return scoreMode.needsScores() ? new PriorWeight(weight) : weight;
    }

    @Override
    public void visit(QueryVisitor visitor) {
        text.visit(visitor);
    }

    @Override
    public String toString(String field) {
        return "(" + text.toString(field) + " + prior)";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PriorQuery query && text.equals(query.text) && snapshot == query.snapshot;
    }

    @Override
    public int hashCode() {
        return classHash() + text.hashCode();
    }

    private final class PriorWeight extends FilterWeight {

        private PriorWeight(Weight weight) {
            super(PriorQuery.this, weight);
        }

        @Override
        public Explanation explain(LeafReaderContext leaf, int doc) throws IOException {
            Explanation ofText = in.explain(leaf, doc);
            float prior = priors.of(snapshot.columns(leaf), doc);
            return ofText.isMatch()
                    ? Explanation.match(ofText.getValue().floatValue() + prior, "sum of:",
                            List.of(ofText, Explanation.match(prior, "prior")))
                    : ofText;
        }

        @Override
        public ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
            ScorerSupplier supplier = in.scorerSupplier(leaf);
            return supplier == null ? null : new Supplier(supplier, snapshot.columns(leaf));
        }
    }

    private final class Supplier extends ScorerSupplier {

        private final ScorerSupplier in;
        private final Columns columns;

        private Supplier(ScorerSupplier in, Columns columns) {
            this.in = in;
            this.columns = columns;
        }

        @Override
        public Scorer get(long leadCost) throws IOException {
            return new PriorScorer(in.get(leadCost), columns);
        }

        @Override
        public BulkScorer bulkScorer() throws IOException {
            BulkScorer bulk = in.bulkScorer();
            return new BulkScorer() {
                @Override
                public int score(LeafCollector collector, Bits accepted, int min, int max) throws IOException {
                    return bulk.score(new PriorCollector(collector, columns), accepted, min, max);
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

    /** What the words of a hit must reach if hits need this score in all. */
    private float leastOfText(float least) {
        return Math.max(0, Math.nextDown(least - priors.most()));
    }

    private final class PriorScorer extends FilterScorer {

        private final Columns columns;

        private PriorScorer(Scorer in, Columns columns) {
            super(in);
            this.columns = columns;
        }

        @Override
        public float score() throws IOException {
            return in.score() + priors.of(columns, docID());
        }

        @Override
        public void setMinCompetitiveScore(float least) throws IOException {
            in.setMinCompetitiveScore(leastOfText(least));
        }

        @Override
        public int advanceShallow(int target) throws IOException {
            return in.advanceShallow(target);
        }

        @Override
        public float getMaxScore(int upTo) throws IOException {
            return in.getMaxScore(upTo) + priors.most();
        }
    }

    private final class PriorCollector extends FilterLeafCollector {

        private final Columns columns;
        private int doc = DocIdSetIterator.NO_MORE_DOCS;

        private PriorCollector(LeafCollector in, Columns columns) {
            super(in);
            this.columns = columns;
        }

        @Override
        public void setScorer(Scorable ofText) throws IOException {
            in.setScorer(new Scorable() {
                @Override
                public float score() throws IOException {
                    return ofText.score() + priors.of(columns, doc);
                }

                @Override
                public void setMinCompetitiveScore(float least) throws IOException {
                    ofText.setMinCompetitiveScore(leastOfText(least));
                }

                @Override
                public Collection<ChildScorable> getChildren() {
                    return List.of(new ChildScorable(ofText, "TEXT"));
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
