package org.broadsheet.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.broadsheet.field.ArticleField;

/** The lengths of the texts of a segment that ranking asks for, as Lucene's norms encode them, in memory. */
final class Lengths {

    /** Where loose words and their neighbours are found. */
    private static final Set<String> KEPT = Set.of(IndexFields.STEMS, IndexFields.stems(ArticleField.TITLE),
            IndexFields.stems(ArticleField.EXCERPT));

    private final Map<String, byte[]> byField = new ConcurrentHashMap<>();

    /** The norms of a field, from memory where they are kept. */
    NumericDocValues of(String field, LeafReader reader) throws IOException {
        // A word adds as much to the one sum as its stem does to the other.
        String kept = field.equals(IndexFields.WORDS) ? IndexFields.STEMS : field;
        NumericDocValues norms = reader.getNormValues(kept);
        if (norms == null || !KEPT.contains(kept)) {
            return reader.getNormValues(field);
        }
        try {
            return new Values(byField.computeIfAbsent(kept, _ -> read(norms, reader.maxDoc())));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static byte[] read(NumericDocValues norms, int size) {
        try {
            byte[] read = new byte[size];
            for (int doc = norms.nextDoc(); doc != NumericDocValues.NO_MORE_DOCS; doc = norms.nextDoc()) {
                read[doc] = (byte) norms.longValue();
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of documents that have the field. */
    private static final class Values extends NumericDocValues {

        private final byte[] norms;
        private int doc = -1;

        private Values(byte[] norms) {
            this.norms = norms;
        }

        @Override
        public boolean advanceExact(int target) {
            doc = target;
            return true;
        }

        @Override
        public long longValue() {
            return norms[doc];
        }

        @Override
        public void longValues(int size, int[] docs, long[] values, long defaultValue) {
            for (int i = 0; i < size; i++) {
                values[i] = norms[docs[i]];
            }
        }

        @Override
        public int docID() {
            return doc;
        }

        @Override
        public int nextDoc() {
            return advance(doc + 1);
        }

        @Override
        public int advance(int target) {
            doc = target < norms.length ? target : NO_MORE_DOCS;
            return doc;
        }

        @Override
        public long cost() {
            return norms.length;
        }
    }
}
