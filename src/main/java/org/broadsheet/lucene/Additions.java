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

    /** What is added to any document at most that has none of the extras. */
    float mostOfPriors() {
        return priors.most();
    }

    /** What is added to a document whatever is asked. */
    float prior(int doc) {
        return priors.of(columns, doc);
    }

    /** Hits below this are no longer wanted. Returns what their words must give at least. */
    float raise(float least) {
        bar = least;
        return Math.max(0, Math.nextDown(least - most()));
    }

    /** The whole score of a document; of one that cannot reach the bar, something below the bar. */
    float to(float ofWords, int doc) throws IOException {
        return withExtras(ofWords + prior(doc), doc);
    }

    /** The same, of what has the rest already. */
    float withExtras(float score, int doc) throws IOException {
        float sum = score;
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

    /** One part that an article is only better for, asked for in the order of the documents. */
    static final class Extra {

        private final Scorer scorer;
        private final DocIdSetIterator documents;
        private final TwoPhaseIterator check; // may be asked once for each document; null if there is nothing to check
        private final float most;
        private int asked = -1;
        private float score; // of the document asked for last

        private Extra(Scorer scorer) throws IOException {
            this.scorer = scorer;
            scorer.advanceShallow(0);
            most = scorer.getMaxScore(DocIdSetIterator.NO_MORE_DOCS);
            check = scorer.twoPhaseIterator();
            documents = check == null ? scorer.iterator() : check.approximation();
        }

        static Extra of(Scorer scorer) throws IOException {
            return new Extra(scorer);
        }

        /** What it adds at most. */
        float most() {
            return most;
        }

        float score(int doc) throws IOException {
            if (asked != doc) {
                asked = doc;
                int at = documents.docID() < doc ? documents.advance(doc) : documents.docID();
                score = at == doc && (check == null || check.matches()) ? scorer.score() : 0;
            }
            return score;
        }
    }
}
