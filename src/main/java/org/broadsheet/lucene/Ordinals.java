package org.broadsheet.lucene;

import java.io.IOException;
import java.util.Arrays;

import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.ArrayUtil;

/**
 * The values that each document of a segment has, by their numbers in the segment plus one; what has none has the
 * number 0, so that counting needs no question. Those of a document stand in a row, from its start up to that of the
 * next.
 *
 * @param starts by document, and where the last one ends; null where each has one number
 * @param size of the numbers in use, 0 among them
 */
record Ordinals(int[] starts, int[] ordinals, int size) {

    /** One of so many documents is hardly one. */
    private static final int RARELY = 64;

    /** What takes one number of one document. */
    @FunctionalInterface
    interface Consumer {
        void accept(int doc, int ordinal);
    }

    /** @param values null where no document has any */
    static Ordinals of(SortedSetDocValues values, int documents) throws IOException {
        if (values == null) {
            return new Ordinals(null, new int[documents], 1);
        }
        int size = Math.toIntExact(values.getValueCount()) + 1;
        SortedDocValues single = DocValues.unwrapSingleton(values);
        return single == null ? several(values, documents, size) : one(single, documents, size);
    }

    private static Ordinals one(SortedDocValues values, int documents, int size) throws IOException {
        int[] ordinals = new int[documents];
        for (int doc = values.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = values.nextDoc()) {
            ordinals[doc] = values.ordValue() + 1;
        }
        return new Ordinals(null, ordinals, size);
    }

    private static Ordinals several(SortedSetDocValues values, int documents, int size) throws IOException {
        int[] starts = new int[documents + 1];
        int[] ordinals = new int[documents * 2];
        int end = 0;
        for (int doc = 0; doc < documents; doc++) {
            starts[doc] = end;
            int count = values.advanceExact(doc) ? values.docValueCount() : 0;
            ordinals = ArrayUtil.grow(ordinals, end + Math.max(1, count));
            if (count == 0) {
                ordinals[end++] = 0;
            }
            for (int i = 0; i < count; i++) {
                ordinals[end++] = (int) values.nextOrd() + 1;
            }
        }
        starts[documents] = end;
        return new Ordinals(starts, Arrays.copyOf(ordinals, end), size);
    }

    /** Whether each document has one. */
    boolean areSingle() {
        return starts == null;
    }

    /** How many documents there are. */
    int documents() {
        return starts == null ? ordinals.length : starts.length - 1;
    }

    /** How many numbers a document has. */
    int count(int doc) {
        return starts == null ? 1 : starts[doc + 1] - starts[doc];
    }

    /** One of the numbers of a document. */
    int of(int doc, int index) {
        return ordinals[start(doc) + index];
    }

    /** The numbers of a document. */
    int[] of(int doc) {
        return Arrays.copyOfRange(ordinals, start(doc), start(doc) + count(doc));
    }

    /** Gives each number of each document to the consumer, in the order of the documents. */
    void forEach(Consumer consumer) {
        for (int doc = 0; doc < documents(); doc++) {
            for (int i = 0; i < count(doc); i++) {
                consumer.accept(doc, of(doc, i));
            }
        }
    }

    /** So many numbers that hardly a document has more; at most the limit. */
    int usual(int limit) {
        int[] documents = new int[limit + 1]; // by how many numbers they have
        for (int doc = 0; doc < documents(); doc++) {
            documents[Math.min(limit, count(doc))]++;
        }
        int usual = limit;
        for (int more = documents[limit]; usual > 1 && more <= documents() / RARELY; more += documents[usual]) {
            usual--;
        }
        return usual;
    }

    private int start(int doc) {
        return starts == null ? doc : starts[doc];
    }
}
