package org.broadsheet.lucene;

import java.io.IOException;
import java.util.List;
import java.util.Objects;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.FilterWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;

/** Matches a word by its stem, and scores its exact form besides. Nothing has the exact form without the stem. */
final class WordQuery extends Query {

    private final TermQuery stem;
    private final TermQuery exact;
    private final BoostQuery form; // the exact form, as it counts

    /** @param weight what the exact form adds, against its stem */
    WordQuery(Term stem, Term form, float weight) {
        this.stem = new TermQuery(stem);
        this.exact = new TermQuery(form);
        this.form = new BoostQuery(exact, weight);
    }

    /** Whether a query is a word that is looked for in all fields together. */
    static boolean isLoose(Query query) {
        return query instanceof WordQuery word && word.stem.getTerm().field().equals(IndexFields.STEMS);
    }

    /** What matches the same, and scores the stem alone. */
    TermQuery stem() {
        return stem;
    }

    Term form() {
        return exact.getTerm();
    }

    /** What the exact form adds, against its stem. */
    float formWeight() {
        return form.getBoost();
    }

    /** Two queries whose disjunction matches and scores the same. */
    List<Query> disjuncts() {
        return List.of(stem, form);
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) throws IOException {
        Weight ofStem = searcher.createWeight(searcher.rewrite(stem), scoreMode, boost);
        return scoreMode.needsScores()
                ? new WordWeight(ofStem, searcher.createWeight(searcher.rewrite(form), scoreMode, boost))
                : ofStem;
    }

    @Override
    public void visit(QueryVisitor visitor) {
        stem.visit(visitor.getSubVisitor(Occur.MUST, this));
        form.visit(visitor.getSubVisitor(Occur.SHOULD, this));
    }

    @Override
    public String toString(String field) {
        return "+" + stem.toString(field) + " " + form.toString(field);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WordQuery word && stem.equals(word.stem) && form.equals(word.form);
    }

    @Override
    public int hashCode() {
        return Objects.hash(classHash(), stem, form);
    }

    private final class WordWeight extends FilterWeight {

        private final Weight ofForm;

        private WordWeight(Weight ofStem, Weight ofForm) {
            super(WordQuery.this, ofStem);
            this.ofForm = ofForm;
        }

        @Override
        public Explanation explain(LeafReaderContext leaf, int doc) throws IOException {
            Explanation stemmed = in.explain(leaf, doc);
            Explanation exact = ofForm.explain(leaf, doc);
            return stemmed.isMatch() && exact.isMatch()
                    ? Explanation.match(stemmed.getValue().floatValue() + exact.getValue().floatValue(), "sum of:",
                            stemmed, exact)
                    : stemmed;
        }

        @Override
        public ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
            ScorerSupplier stemmed = in.scorerSupplier(leaf);
            ScorerSupplier exact = ofForm.scorerSupplier(leaf);
            return stemmed == null || exact == null ? stemmed : new ScorerSupplier() {
                @Override
                public Scorer get(long leadCost) throws IOException {
                    return new WordScorer(stemmed.get(leadCost), exact.get(leadCost));
                }

                @Override
                public long cost() {
                    return stemmed.cost();
                }
            };
        }
    }
}
