package org.broadsheet.lucene;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

import org.apache.lucene.util.FixedBitSet;

/**
 * Bit sets for the documents of a segment that searches have left to those that come after them: with a million articles
 * each search needs some four of 125 KB, or more where memory is short, which to allocate anew would be two fifths of all that it allocates.
 */
final class SpareSets {

    /** Sets that are kept: so many bits for each document at most. */
    private static final int KEPT = 16;

    private final int documents;
    private final BlockingQueue<FixedBitSet> sets = new ArrayBlockingQueue<>(KEPT);

    SpareSets(int documents) {
        this.documents = documents;
    }

    /** One without any document. */
    FixedBitSet take() {
        FixedBitSet spare = sets.poll();
        if (spare == null) {
            return new FixedBitSet(documents);
        }
        spare.clear();
        return spare;
    }

    /** Leaves one to others: nobody may use it any more. */
    void leave(FixedBitSet set) {
        sets.offer(set);
    }
}
