package org.broadsheet.lucene;

import org.apache.lucene.util.FixedBitSet;
import org.broadsheet.search.Deadline;

/** Documents of bit sets, handed on many at once. */
final class DocumentBlocks {

    /** Documents that are handed on at once: few enough to stay in the processor's nearest cache. */
    static final int BLOCK = 1 << 10;
    /** Words of a bit set that are added at once, at most. */
    static final int WORDS = 1 << 9;
    /** Blocks between two looks at the clock. */
    private static final int WINDOW = 1 << 6;
    /** Documents that are written of each 64, whether there are so many or not: to guess how many takes longer. */
    private static final int AT_ONCE = 4;

    private final Deadline deadline;
    private final Consumer consumer;
    private final int[] docs = new int[BLOCK];
    private final int[] filled = new int[WORDS]; // the places of words that are not empty
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

    /**
     * Adds the documents of some words of a bit set.
     *
     * @param first the place of the first of them in the set
     * @param bits where they stand, from {@code from} on
     * @param count how many they are, {@link #WORDS} at most
     */
    void add(int first, long[] bits, int from, int count) {
        // Which ones are empty cannot be foreseen: to find out without a jump takes less time.
        int found = 0;
        for (int i = 0; i < count; i++) {
            filled[found] = i;
            found += bits[from + i] == 0 ? 0 : 1;
        }
        for (int i = 0; i < found; i++) {
            add(first + filled[i], bits[from + filled[i]]);
        }
    }

    private void add(int index, long bits) {
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
        for (int first = 0; first < words.length; first += WORDS) {
            add(first, words, first, Math.min(WORDS, words.length - first));
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
