package org.broadsheet.lucene;

import java.io.IOException;

import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.util.FixedBitSet;

/** What a word that few documents have scores in them, read block by block in their order. */
final class RareWord {

    private final Scorer scorer;
    private final DocAndFloatFeatureBuffer block = new DocAndFloatFeatureBuffer();
    private int next; // in the block

    RareWord(Scorer scorer) {
        this.scorer = scorer;
    }

    /** Goes to the first document from here on. */
    void begin(int doc) throws IOException {
        scorer.iterator().advance(doc);
        read();
    }

    private void read() throws IOException {
        next = 0;
        scorer.nextDocsAndScores(DocIdSetIterator.NO_MORE_DOCS, null, block);
    }

    /**
     * Adds what the documents score that come before an end.
     *
     * @param from the document that the set and the sums begin with
     * @param sums which count only where the set says so
     */
    void addUpTo(int end, int from, FixedBitSet set, float[] sums) throws IOException {
        while (block.size > 0) {
            for (; next < block.size && block.docs[next] < end; next++) {
                int at = block.docs[next] - from;
                sums[at] = set.getAndSet(at) ? sums[at] + block.features[next] : block.features[next];
            }
            if (next < block.size) {
                return;
            }
            read();
        }
    }
}
