package org.broadsheet.lucene;

import org.apache.lucene.util.FixedBitSet;
import org.broadsheet.search.Deadline;

/** Documents of bit sets, handed on many at once. */
final class DocumentBlocks {

    /** Documents that are handed on at once: few enough to stay in the processor's nearest cache. */
    static final int BLOCK = 1 << 10;
    /** Blocks between two looks at the clock. */
    private static final int WINDOW = 1 << 6;
    /** Documents that are written of each 64, whether there are so many or not: to guess how many takes longer. */
    private static final int AT_ONCE = 4;

    private final Deadline deadline;
    private final Consumer consumer;
    private final int[] docs = new int[BLOCK];
    private int length;
    private int blocks;

    /** What takes the documents. */
    @FunctionalInterface
    interface Consumer {
        /** @param docs of which the first {@code length} are meant, each once */
        void accept(int[] docs, int length);

        /** No documents follow. */
        default void end() {}
    }

    DocumentBlocks(Deadline deadline, Consumer consumer) {
        this.deadline = deadline;
        this.consumer = consumer;
    }

    /** Adds the documents of one word of a bit set, the {@code index}th. */
    void add(int index, long bits) {
        if (bits == 0) {
            return;
        }
        int first = index * Long.SIZE;
        long left = bits;
        for (int i = 0; i < AT_ONCE; i++) {
            docs[length + i] = first + Long.numberOfTrailingZeros(left);
            left &= left - 1;
        }
        for (int next = length + AT_ONCE; left != 0; left &= left - 1) {
            docs[next++] = first + Long.numberOfTrailingZeros(left);
        }
        length += Long.bitCount(bits);
        if (length > BLOCK - Long.SIZE) {
            handOn();
        }
    }

    /** Adds all documents of a bit set. */
    void addAll(FixedBitSet set) {
        long[] words = set.getBits();
        for (int i = 0; i < words.length; i++) {
            add(i, words[i]);
        }
    }

    /** Hands on what has been added since the last full block, and says that no more follows. */
    void end() {
        handOn();
        consumer.end();
    }

    private void handOn() {
        if (blocks++ % WINDOW == 0) {
            deadline.check();
        }
        if (length > 0) {
            consumer.accept(docs, length);
            length = 0;
        }
    }
}
