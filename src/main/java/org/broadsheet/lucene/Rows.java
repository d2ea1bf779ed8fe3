package org.broadsheet.lucene;

/**
 * Small numbers of every document, those of one document side by side: who needs several of a document waits once for
 * the memory, where columns of their own would make it wait for each.
 */
final class Rows {

    private final long[] words;
    private final int shift; // documents to words: a row has a power of two of them, so that it lies in one cache line

    private Rows(int documents, int shift) {
        this.shift = shift;
        words = new long[Math.multiplyExact(documents, 1 << shift)];
    }

    /**
     * Where a number stands in each row.
     *
     * @param word of the row
     * @param shift of its lowest bit
     * @param mask as wide as it is
     */
    record Place(int word, int shift, long mask) {

        /** How wide it is. */
        int bits() {
            return Long.bitCount(mask);
        }

        /** The number at this place of a word. */
        long in(long of) {
            return of >>> shift & mask;
        }

        /** Whether the next place begins where this one ends. */
        boolean isBeside(Place next) {
            return word == next.word && shift + bits() == next.shift;
        }

        /** Both places as one, this one in the lower bits. */
        Place with(Place next) {
            return new Place(word, shift, mask | next.mask << bits());
        }
    }

    /** Finds places for numbers. */
    static final class Layout {

        private int word;
        private int used; // bits of the last word

        /** @param largest that the number may be, from 0 */
        Place place(long largest) {
            int bits = Math.max(1, Long.SIZE - Long.numberOfLeadingZeros(largest));
            if (used + bits > Long.SIZE) {
                word++;
                used = 0;
            }
            Place place = new Place(word, used, -1L >>> Long.SIZE - bits);
            used += bits;
            return place;
        }

        /** Rows of zeros with these places. */
        Rows rows(int documents) {
            return new Rows(documents, Integer.SIZE - Integer.numberOfLeadingZeros(word));
        }
    }

    long get(int doc, Place place) {
        return place.in(words[(doc << shift) + place.word]);
    }

    /** Sets what is still zero. */
    void set(int doc, Place place, long number) {
        words[(doc << shift) + place.word] |= number << place.shift;
    }

    /**
     * Counts the numbers that documents have at one place.
     *
     * @param docs of which the first {@code length} are counted
     * @param counts by number
     */
    void count(int[] docs, int length, Place place, int[] counts) {
        for (int i = 0; i < length; i++) {
            counts[(int) get(docs[i], place)]++;
        }
    }

    /**
     * Reads one word of the rows of documents, so that memory is waited for by nothing else than this.
     *
     * @param docs of which the first {@code length} are read
     * @param loaded what is read, in the same order
     */
    void load(int[] docs, int length, int word, long[] loaded) {
        for (int i = 0; i < length; i++) {
            loaded[i] = words[(docs[i] << shift) + word];
        }
    }

    /**
     * Counts the numbers that stand at one place of words.
     *
     * @param loaded of which the first {@code length} are counted, as from {@link #load}
     * @param counts by number
     */
    static void count(long[] loaded, int length, Place place, int[] counts) {
        for (int i = 0; i < length; i++) {
            counts[(int) place.in(loaded[i])]++;
        }
    }
}
