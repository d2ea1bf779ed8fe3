package org.broadsheet.lucene;

import java.util.Arrays;
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
    private final Rows.Place[] others; // all but the first
    private final int size;
    private final int nothing; // stands in the places that a document does not need
    private final int elsewhere; // stands in the first place of a document that would need more
    private final Map<Integer, int[]> longer = new HashMap<>(); // the numbers of such documents

    /** Takes the places that are {@link #places needed}, of which the rows have zeros, and fills them. */
    RowNumbers(Ordinals ordinals, Rows rows, Rows.Place[] places) {
        this.rows = rows;
        this.places = places;
        others = Arrays.copyOfRange(places, 1, places.length);
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

    /** The place of the first number of each document. */
    Rows.Place first() {
        return places[0];
    }

    /** The places of the others. */
    Rows.Place[] others() {
        return others;
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
        countFirst(docs, length, counts);
        for (Rows.Place place : others()) {
            rows.count(docs, length, place, counts);
        }
    }

    /** Counts the first number of each document, and all of those that have more than places. */
    void countFirst(int[] docs, int length, int[] counts) {
        rows.count(docs, length, places[0], counts);
        if (!longer.isEmpty() && counts[elsewhere] > 0) {
            countElsewhere(docs, length, counts);
        }
    }

    private void countElsewhere(int[] docs, int length, int[] counts) {
        for (int i = 0; i < length; i++) {
            if (rows.get(docs[i], places[0]) == elsewhere) {
                for (int number : longer.get(docs[i])) {
                    counts[number]++;
                }
            }
        }
        counts[elsewhere] = 0;
    }
}
