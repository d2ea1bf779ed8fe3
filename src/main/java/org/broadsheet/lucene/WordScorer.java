package org.broadsheet.lucene;

import java.io.IOException;

import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FilterScorer;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.util.Bits;

/**
 * Matches what the stem of a word matches, and adds the score of its exact form. It scores a block of documents at
 * once, as Lucene's scorer of a single term does, which a general scorer of one required and one optional part cannot.
 */
final class WordScorer extends FilterScorer {

    private final Scorer form;
    private final DocIdSetIterator forms;
    private final DocAndFloatFeatureBuffer block = new DocAndFloatFeatureBuffer();

    /** @param form matches only what the stem matches */
    WordScorer(Scorer stem, Scorer form) {
        super(stem);
        this.form = form;
        this.forms = form.iterator();
    }

    @Override
    public float score() throws IOException {
        int doc = docID();
        int at = forms.docID() < doc ? forms.advance(doc) : forms.docID();
        return at == doc ? in.score() + form.score() : in.score();
    }

    @Override
    public int advanceShallow(int target) throws IOException {
        int upTo = in.advanceShallow(target);
        // The form may be further ahead already; then what it scores at most from there on holds from here on too.
        return forms.docID() <= target ? Math.min(upTo, form.advanceShallow(target)) : upTo;
    }

    @Override
    public float getMaxScore(int upTo) throws IOException {
        return in.getMaxScore(upTo) + (forms.docID() <= upTo ? form.getMaxScore(upTo) : 0);
    }

    @Override
    public void nextDocsAndScores(int upTo, Bits live, DocAndFloatFeatureBuffer buffer) throws IOException {
        in.nextDocsAndScores(upTo, live, buffer);
        if (buffer.size == 0) {
            return;
        }
        if (forms.docID() < buffer.docs[0]) {
            forms.advance(buffer.docs[0]);
        }
        int end = buffer.docs[buffer.size - 1] + 1;
        int at = 0;
        for (form.nextDocsAndScores(end, live, block); block.size > 0; form.nextDocsAndScores(end, live, block)) {
            for (int i = 0; i < block.size; i++) {
                while (at < buffer.size && buffer.docs[at] < block.docs[i]) {
                    at++;
                }
                if (at < buffer.size && buffer.docs[at] == block.docs[i]) {
                    buffer.features[at] += block.features[i];
                }
            }
        }
    }
}
