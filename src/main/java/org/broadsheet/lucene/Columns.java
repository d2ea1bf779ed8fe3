package org.broadsheet.lucene;

import java.io.IOException;

import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.broadsheet.field.ArticleField;
import org.broadsheet.field.Ranking;

/**
 * What searches need of every article of a segment, in memory: 8 bytes for each article to rank it, and some 50 to count
 * it, which are read when they are first asked for.
 */
final class Columns {

    /** The day of what has no date. */
    static final int NO_DAY = Integer.MIN_VALUE;

    private static final long DAY = 24 * 60 * 60 * 1000L; // in milliseconds
    private static final long ALL_BITS = (1L << Float.SIZE) - 1;

    private final FrequentTerms frequentTerms;
    private final Lengths lengths = new Lengths();
    private final TermPlaces termPlaces = new TermPlaces();
    private final SpareSets spareSets;
    private final Rows rows;
    private final Rows.Place day; // counted from the day before the first; 0 where there is none
    private final Rows.Place standing; // the bits of a float
    private final int firstDay;
    private final int lastDay;
    private FacetColumns facets; // null until they are asked for

    /** @param memory in bytes, all there may be */
    Columns(LeafReaderContext leaf, long memory) throws IOException {
        int size = leaf.reader().maxDoc();
        frequentTerms = new FrequentTerms(ReaderUtil.getTopLevelContext(leaf).reader().maxDoc(), memory);
        spareSets = new SpareSets(size);
        int[] days = days(leaf, size);
        int first = Integer.MAX_VALUE;
        int last = NO_DAY;
        for (int of : days) {
            first = of == NO_DAY ? first : Math.min(first, of);
            last = Math.max(last, of);
        }
        firstDay = first;
        lastDay = last;
        Rows.Layout layout = new Rows.Layout();
        standing = layout.place(ALL_BITS);
        day = layout.place(Math.max(0, (long) lastDay - firstDay + 1));
        rows = layout.rows(size);
        NumericDocValues qualities = numbers(leaf, ArticleField.QUALITY);
        NumericDocValues heats = numbers(leaf, ArticleField.HEAT);
        for (int doc = 0; doc < size; doc++) {
            float adds = Priors.quality(Ranking.DEFAULT, qualities.advanceExact(doc) ? qualities.longValue() : -1)
                    + Priors.heat(Ranking.DEFAULT, heats.advanceExact(doc) ? heats.longValue() : -1);
            rows.set(doc, standing, Integer.toUnsignedLong(Float.floatToIntBits(adds)));
            rows.set(doc, day, days[doc] == NO_DAY ? 0 : (long) days[doc] - firstDay + 1);
        }
    }

    private static int[] days(LeafReaderContext leaf, int documents) throws IOException {
        int[] days = new int[documents];
        NumericDocValues dates = numbers(leaf, ArticleField.DATE);
        for (int doc = 0; doc < documents; doc++) {
            days[doc] = dates.advanceExact(doc) ? day(dates.longValue()) : NO_DAY;
        }
        return days;
    }

    /** The day of an instant, in UTC, counted from 1970. */
    static int day(long millis) {
        return Math.clamp(Math.floorDiv(millis, DAY), NO_DAY + 1, Integer.MAX_VALUE);
    }

    /** What counting needs. Who asks first waits until it is read, and so does who asks meanwhile. */
    synchronized FacetColumns facets(LeafReaderContext leaf) throws IOException {
        if (facets == null) {
            facets = new FacetColumns(leaf, this);
        }
        return facets;
    }

    /** The documents of frequent terms. */
    FrequentTerms frequentTerms() {
        return frequentTerms;
    }

    /** The lengths of the texts. */
    Lengths lengths() {
        return lengths;
    }

    /** Where the terms are that were looked for last. */
    TermPlaces termPlaces() {
        return termPlaces;
    }

    /** Bit sets to be used again. */
    SpareSets spareSets() {
        return spareSets;
    }

    /** The first day that any document has, {@link Integer#MAX_VALUE} if none has one. */
    int firstDay() {
        return firstDay;
    }

    /** The last day that any document has, {@link #NO_DAY} if none has one. */
    int lastDay() {
        return lastDay;
    }

    /** The day of a document, {@link #NO_DAY} where there is none. */
    int day(int doc) {
        long number = rows.get(doc, day);
        return number == 0 ? NO_DAY : (int) (firstDay + number - 1);
    }

    /** What quality and heat add to the score of a document. */
    float standing(int doc) {
        return Float.intBitsToFloat((int) rows.get(doc, standing));
    }

    /** The values of a field with a number. */
    static NumericDocValues numbers(LeafReaderContext leaf, ArticleField field) throws IOException {
        return DocValues.unwrapSingleton(DocValues.getSortedNumeric(leaf.reader(), IndexFields.values(field)));
    }
}
