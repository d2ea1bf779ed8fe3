package org.broadsheet.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;

/** What is added to the score that the words give to the documents of a segment, asked for in their order. */
final class Additions {

    private final List<Extra> extras = new ArrayList<>();
    private final Priors priors;
    private final Columns columns;
    private float mostOfExtras;
    private float bar; // hits below it are not wanted

    private Additions(Priors priors, Columns columns) {
        this.priors = priors;
        this.columns = columns;
    }

    static Additions of(List<Weight> weights, LeafReaderContext leaf, Snapshot snapshot) throws IOException {
        Additions additions = new Additions(snapshot.priors(), snapshot.columns(leaf));
        for (Weight weight : weights) {
            Scorer scorer = weight.scorer(leaf);
            if (scorer != null) {
                Extra extra = Extra.of(scorer);
                additions.mostOfExtras += extra.most();
                additions.extras.add(extra);
            }
        }
        return additions;
    }

    /** What is added to any document at most. */
    float most() {
        return mostOfExtras + priors.most();
    }

    /** Hits below this are no longer wanted. Returns what their words must give at least. */
    float raise(float least) {
        bar = least;
        return Math.max(0, Math.nextDown(least - most()));
    }

    /** The whole score of a document, each asked for once; of one that cannot reach the bar, something below the bar. */
    float to(float ofWords, int doc) throws IOException {
        float sum = ofWords + priors.of(columns, doc);
        float most = mostOfExtras;
        for (Extra extra : extras) {
            if (sum + most < bar) {
                return sum;
            }
            sum += extra.score(doc);
            most -= extra.most();
        }
        return sum;
    }

    /**
     * One part that an article is only better for, asked for in the order of the documents.
     *
     * @param most what it adds at most
     */
    record Extra(Scorer scorer, DocIdSetIterator documents, TwoPhaseIterator check, float most) {

        static Extra of(Scorer scorer) throws IOException {
            scorer.advanceShallow(0);
            float most = scorer.getMaxScore(DocIdSetIterator.NO_MORE_DOCS);
            TwoPhaseIterator check = scorer.twoPhaseIterator();
            return new Extra(scorer, check == null ? scorer.iterator() : check.approximation(), check, most);
        }

        float score(int doc) throws IOException {
            int at = documents.docID() < doc ? documents.advance(doc) : documents.docID();
            return at == doc && (check == null || check.matches()) ? scorer.score() : 0;
        }
    }
}
