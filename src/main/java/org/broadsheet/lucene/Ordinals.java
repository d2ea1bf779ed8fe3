package org.broadsheet.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.ArrayUtil;

/**
 * The values that each document of a segment has, by their numbers in the segment plus one; what has none has the
 * number 0, so that counting needs no question.
 */
sealed interface Ordinals {

    /** Numbers in use, that of what has no value among them. */
    int size();

    /**
     * Counts the values of documents.
     *
     * @param docs of which the first {@code length} are counted
     * @param counts by number
     */
    void count(int[] docs, int length, int[] counts);

    /** Gives each number of each document to the consumer, in the order of the documents. */
    void forEach(Consumer consumer);

    /** What takes one number of one document. */
    @FunctionalInterface
    interface Consumer {
        void accept(int doc, int ordinal);
    }

    /** @param values null where no document has any */
    static Ordinals of(SortedSetDocValues values, int documents) throws IOException {
        if (values == null) {
            return new One(new char[documents], 1);
        }
        int size = Math.toIntExact(values.getValueCount()) + 1;
        SortedDocValues single = DocValues.unwrapSingleton(values);
        if (single == null) {
            return Several.of(values, documents, size);
        }
        return size <= Character.MAX_VALUE + 1
                ? One.of(single, documents, size)
                : OneOfMany.of(single, documents, size);
    }

    /** @param ordinal of each document, below the size, which is below 65,536 */
    static Ordinals of(IntUnaryOperator ordinal, int documents, int size) {
        char[] ordinals = new char[documents];
        for (int doc = 0; doc < documents; doc++) {
            ordinals[doc] = (char) ordinal.applyAsInt(doc);
        }
        return new One(ordinals, size);
    }

    /** At most one value each, of fewer than 65,536. */
    record One(char[] ordinals, int size) implements Ordinals {

        static One of(SortedDocValues values, int documents, int size) throws IOException {
            char[] ordinals = new char[documents];
            for (int doc = values.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = values.nextDoc()) {
                ordinals[doc] = (char) (values.ordValue() + 1);
            }
            return new One(ordinals, size);
        }

        @Override
        public void count(int[] docs, int length, int[] counts) {
            for (int i = 0; i < length; i++) {
                counts[ordinals[docs[i]]]++;
            }
        }

        @Override
        public void forEach(Consumer consumer) {
            for (int doc = 0; doc < ordinals.length; doc++) {
                consumer.accept(doc, ordinals[doc]);
            }
        }
    }

    /** At most one value each. */
    record OneOfMany(int[] ordinals, int size) implements Ordinals {

        static OneOfMany of(SortedDocValues values, int documents, int size) throws IOException {
            int[] ordinals = new int[documents];
            for (int doc = values.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = values.nextDoc()) {
                ordinals[doc] = values.ordValue() + 1;
            }
            return new OneOfMany(ordinals, size);
        }

        @Override
        public void count(int[] docs, int length, int[] counts) {
            for (int i = 0; i < length; i++) {
                counts[ordinals[docs[i]]]++;
            }
        }

        @Override
        public void forEach(Consumer consumer) {
            for (int doc = 0; doc < ordinals.length; doc++) {
                consumer.accept(doc, ordinals[doc]);
            }
        }
    }

    /** Any number of values each: those of a document stand in a row, from its start up to that of the next. */
    record Several(int[] starts, int[] ordinals, int size) implements Ordinals {

        static Several of(SortedSetDocValues values, int documents, int size) throws IOException {
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
            return new Several(starts, Arrays.copyOf(ordinals, end), size);
        }

        @Override
        public void count(int[] docs, int length, int[] counts) {
            for (int i = 0; i < length; i++) {
                int end = starts[docs[i] + 1];
                for (int at = starts[docs[i]]; at < end; at++) {
                    counts[ordinals[at]]++;
                }
            }
        }

        @Override
        public void forEach(Consumer consumer) {
            for (int doc = 0; doc + 1 < starts.length; doc++) {
                for (int at = starts[doc]; at < starts[doc + 1]; at++) {
                    consumer.accept(doc, ordinals[at]);
                }
            }
        }
    }
}
