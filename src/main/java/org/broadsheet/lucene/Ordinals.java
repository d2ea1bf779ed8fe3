package org.broadsheet.lucene;

import java.io.IOException;
import java.util.Arrays;

import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
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

    /** @param values null where no document has any */
    static Ordinals of(SortedSetDocValues values, int documents) throws IOException {
        if (values == null) {
            return new None();
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

    /** No document has a value. */
    record None() implements Ordinals {
        @Override
        public int size() {
            return 1;
        }

        @Override
        public void count(int[] docs, int length, int[] counts) {
            counts[0] += length;
        }
    }

    /** At most one value each, of fewer than 65,536. */
    record One(char[] ordinals, int size) implements Ordinals {

        static One of(SortedDocValues values, int documents, int size) throws IOException {
            char[] ordinals = new char[documents];
            for (int doc = values.nextDoc(); doc < documents; doc = values.nextDoc()) {
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
    }

    /** At most one value each. */
    record OneOfMany(int[] ordinals, int size) implements Ordinals {

        static OneOfMany of(SortedDocValues values, int documents, int size) throws IOException {
            int[] ordinals = new int[documents];
            for (int doc = values.nextDoc(); doc < documents; doc = values.nextDoc()) {
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
    }
}
