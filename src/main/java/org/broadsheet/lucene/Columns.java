package org.broadsheet.lucene;

import java.io.IOException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.broadsheet.field.ArticleField;
import org.broadsheet.field.Ranking;
import org.broadsheet.search.FacetName;

/**
 * What counting and ranking need of every article of a segment, in memory: some 50 bytes for each article. To read it
 * costs a fifth of what it costs to ask the index for each article's values.
 */
final class Columns {

    /** The day of what has no date. */
    static final int NO_DAY = Integer.MIN_VALUE;

    private static final long DAY = 24 * 60 * 60 * 1000L; // in milliseconds
    private static final long ALL_BITS = (1L << Float.SIZE) - 1;

    private final Map<FacetName, FacetColumn> columns = new EnumMap<>(FacetName.class);
    private final FrequentTerms frequentTerms = new FrequentTerms();
    private final Rows rows;
    private final Rows.Place day; // counted from the day before the first; 0 where there is none
    private final Rows.Place standing; // the bits of a float
    private int firstDay = Integer.MAX_VALUE;
    private int lastDay = NO_DAY;

    Columns(LeafReaderContext leaf) throws IOException {
        int size = leaf.reader().maxDoc();
        int[] days = new int[size];
        float[] standings = new float[size];
        int[] buckets = new int[size];
        NumericDocValues dates = numbers(leaf, ArticleField.DATE);
        NumericDocValues qualities = numbers(leaf, ArticleField.QUALITY);
        NumericDocValues heats = numbers(leaf, ArticleField.HEAT);
        for (int doc = 0; doc < size; doc++) {
            days[doc] = NO_DAY;
            if (dates.advanceExact(doc)) {
                days[doc] = day(dates.longValue());
                firstDay = Math.min(firstDay, days[doc]);
                lastDay = Math.max(lastDay, days[doc]);
            }
            long quality = qualities.advanceExact(doc) ? qualities.longValue() : -1;
            buckets[doc] = QualityCounts.bucket(quality);
            standings[doc] = Priors.quality(Ranking.DEFAULT, quality)
                    + Priors.heat(Ranking.DEFAULT, heats.advanceExact(doc) ? heats.longValue() : -1);
        }
        Map<FacetName, Ordinals> ordinals = new EnumMap<>(FacetName.class);
        for (FacetName facet : FacetName.values()) {
            ordinals.put(facet, switch (facet) {
                case QUALITY -> new Ordinals(null, buckets, QualityCounts.BUCKETS + 1);
                case DATE -> years(days);
                default -> Ordinals.of(leaf.reader().getSortedSetDocValues(IndexFields.values(facet.field())), size);
            });
        }

        Rows.Layout layout = new Rows.Layout();
        standing = layout.place(ALL_BITS);
        day = layout.place(Math.max(0, (long) lastDay - firstDay + 1));
        Map<FacetName, Rows.Place[]> places = new EnumMap<>(FacetName.class);
        ordinals.forEach((facet, numbers) -> places.put(facet, RowNumbers.places(numbers, layout)));
        rows = layout.rows(size);
        for (int doc = 0; doc < size; doc++) {
            rows.set(doc, standing, Integer.toUnsignedLong(Float.floatToIntBits(standings[doc])));
            rows.set(doc, day, days[doc] == NO_DAY ? 0 : (long) days[doc] - firstDay + 1);
        }
        ordinals.forEach((facet, numbers) -> columns.put(facet,
                new FacetColumn(numbers, new RowNumbers(numbers, rows, places.get(facet)))));
    }

    /** The day of an instant, in UTC, counted from 1970. */
    static int day(long millis) {
        return Math.clamp(Math.floorDiv(millis, DAY), NO_DAY + 1, Integer.MAX_VALUE);
    }

    /** The values of a facet; those of the dates are years, those of quality the buckets of {@link QualityCounts}. */
    FacetColumn of(FacetName facet) {
        return columns.get(facet);
    }

    /** The documents of frequent terms. */
    FrequentTerms frequentTerms() {
        return frequentTerms;
    }

    /** The first day that any document has, {@link Integer#MAX_VALUE} if none has one. */
    int firstDay() {
        return firstDay;
    }

    /** The last day that any document has, {@link #NO_DAY} if none has one. */
    int lastDay() {
        return lastDay;
    }

    /** The year whose number in the column of dates is 1. */
    int firstYear() {
        return LocalDate.ofEpochDay(firstDay).getYear();
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

    private Ordinals years(int[] days) {
        if (firstDay > lastDay) {
            return new Ordinals(null, new int[days.length], 1);
        }
        int first = firstYear();
        int size = LocalDate.ofEpochDay(lastDay).getYear() - first + 2;
        int[] years = new int[days.length];
        for (int doc = 0; doc < years.length; doc++) {
            years[doc] = days[doc] == NO_DAY ? 0 : LocalDate.ofEpochDay(days[doc]).getYear() - first + 1;
        }
        return new Ordinals(null, years, size);
    }

    private static NumericDocValues numbers(LeafReaderContext leaf, ArticleField field) throws IOException {
        return DocValues.unwrapSingleton(DocValues.getSortedNumeric(leaf.reader(), IndexFields.values(field)));
    }
}
