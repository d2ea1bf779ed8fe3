package org.broadsheet.lucene;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;

/** The {@link Ordinals} of one facet in the {@link Rows} of a segment. */
final class RowNumbers {

    /** Numbers of a document that are kept in its row at most. */
    private static final int LONGEST = 16;

    private final Rows rows;
    private final Rows.Place[] places;
    private final int size;
    private final int nothing; // stands in the places that a document does not need
    private final int elsewhere; // stands in the first place of a document that would need more
    private final Map<Integer, int[]> longer = new HashMap<>(); // the numbers of such documents

    /** Takes the places that are {@link #places needed}, of which the rows have zeros, and fills them. */
    RowNumbers(Ordinals ordinals, Rows rows, Rows.Place[] places) {
        this.rows = rows;
        this.places = places;
        size = ordinals.size();
        nothing = size;
        elsewhere = size + 1;
        for (int doc = 0; doc < ordinals.documents(); doc++) {
            int count = ordinals.count(doc);
            if (count > places.length) {
                longer.put(doc, ordinals.of(doc));
                fill(doc, i -> i == 0 ? elsewhere : nothing);
            } else {
                int of = doc;
                fill(doc, i -> i < count ? ordinals.of(of, i) : nothing);
            }
        }
    }

    private void fill(int doc, IntUnaryOperator numbers) {
        for (int i = 0; i < places.length; i++) {
            rows.set(doc, places[i], numbers.applyAsInt(i));
        }
    }

    /** What these ordinals need of each row. */
    static Rows.Place[] places(Ordinals ordinals, Rows.Layout layout) {
        int largest = ordinals.areSingle() ? ordinals.size() - 1 : ordinals.size() + 1;
        return Stream.generate(() -> layout.place(largest)).limit(ordinals.usual(LONGEST)).toArray(Rows.Place[]::new);
    }

    /** Where the numbers of each document stand. */
    Rows.Place[] places() {
        return places;
    }

    /** Whether some documents have more numbers than places. */
    boolean hasLonger() {
        return !longer.isEmpty();
    }

    /** The numbers in use, that of what has no value among them. */
    int size() {
        return size;
    }

    /** Room for a count of each number, and some that {@link #count} needs. */
    int[] counts() {
        return new int[elsewhere + 1];
    }

    /**
     * Counts the numbers of documents.
     *
     * @param docs of which the first {@code length} are counted
     * @param counts by number, as from {@link #counts()}
     */
    void count(int[] docs, int length, int[] counts) {
        counts[elsewhere] = 0;
        for (Rows.Place place : places) {
            rows.count(docs, length, place, counts);
        }
        if (counts[elsewhere] > 0) {
            for (int i = 0; i < length; i++) {
                countLonger(docs[i], rows.get(docs[i], places[0]), counts);
            }
        }
    }

    /**
     * Counts the numbers of those documents that have more than places, where all numbers in places are counted too.
     *
     * @param loaded the words of their rows that have the first place, in the order of the documents
     */
    void countLonger(int[] docs, long[] loaded, int length, int[] counts) {
        for (int i = 0; i < length; i++) {
            countLonger(docs[i], places[0].in(loaded[i]), counts);
        }
    }

    private void countLonger(int doc, long first, int[] counts) {
        if (first == elsewhere) {
            for (int number : longer.get(doc)) {
                counts[number]++;
            }
        }
    }
}
