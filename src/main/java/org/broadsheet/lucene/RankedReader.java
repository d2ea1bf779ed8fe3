package org.broadsheet.lucene;

import java.io.IOException;

import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FilterDirectoryReader;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Terms;

/** A commit as it is searched: the lengths that rank, and where terms are, come from memory. */
final class RankedReader extends FilterDirectoryReader {

    private final ColumnCache columns;

    RankedReader(DirectoryReader reader, ColumnCache columns) throws IOException {
        super(reader, new SubReaderWrapper() {
            @Override
            public LeafReader wrap(LeafReader segment) {
                return new Segment(segment, columns);
            }
        });
        this.columns = columns;
    }

    @Override
    protected DirectoryReader doWrapDirectoryReader(DirectoryReader reader) throws IOException {
        return new RankedReader(reader, columns);
    }

    @Override
    public CacheHelper getReaderCacheHelper() {
        return in.getReaderCacheHelper();
    }

    private static final class Segment extends FilterLeafReader {

        private final ColumnCache columns;

        private Segment(LeafReader segment, ColumnCache columns) {
            super(segment);
            this.columns = columns;
        }

        @Override
        public NumericDocValues getNormValues(String field) throws IOException {
            return columns.of(in.getContext()).lengths().of(field, in);
        }

        @Override
        public Terms terms(String field) throws IOException {
            Terms terms = in.terms(field);
            return terms == null ? null : new KnownTerms(field, terms, columns.of(in.getContext()).termPlaces());
        }

        @Override
        public CacheHelper getCoreCacheHelper() {
            return in.getCoreCacheHelper();
        }

        @Override
        public CacheHelper getReaderCacheHelper() {
            return in.getReaderCacheHelper();
        }
    }
}
