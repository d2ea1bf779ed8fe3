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
 * What counting and ranking need of every article of a segment, in memory: some 60 bytes for each article. To read it
 * costs a fifth of what it costs to ask the index for each article's values.
 */
final class Columns {

    /** The day of what has no date. */
    static final int NO_DAY = Integer.MIN_VALUE;

    private static final long DAY = 24 * 60 * 60 * 1000L; // in milliseconds

    private final Map<FacetName, FacetColumn> columns = new EnumMap<>(FacetName.class);
    private final int[] days;
    private final float[] standings;
    private int firstDay = Integer.MAX_VALUE;
    private int lastDay = NO_DAY;

    Columns(LeafReaderContext leaf) throws IOException {
        int size = leaf.reader().maxDoc();
        for (FacetName facet : FacetName.values()) {
            if (facet.hasValues()) {
                Ordinals ordinals = Ordinals.of(leaf.reader()
                        .getSortedSetDocValues(
                                IndexFields.values(facet.field())),
                        size);
                columns.put(facet, new FacetColumn(ordinals, size));
            }
        }
        days = new int[size];
        standings = new float[size];
        char[] buckets = new char[size];
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
            buckets[doc] = (char) QualityCounts.bucket(quality);
            standings[doc] = Priors.quality(Ranking.DEFAULT, quality)
                    + Priors.heat(Ranking.DEFAULT, heats.advanceExact(doc) ? heats.longValue() : -1);
        }
        columns.put(FacetName.QUALITY, new FacetColumn(new Ordinals.One(buckets, QualityCounts.BUCKETS + 1), size));
        columns.put(FacetName.DATE, new FacetColumn(years(), size));
    }

    /** The day of an instant, in UTC, counted from 1970. */
    static int day(long millis) {
        return Math.clamp(Math.floorDiv(millis, DAY), NO_DAY + 1, Integer.MAX_VALUE);
    }

    /** The values of a facet; those of the dates are years, those of quality the buckets of {@link QualityCounts}. */
    FacetColumn of(FacetName facet) {
        return columns.get(facet);
    }

    /** By document, {@link #NO_DAY} where there is none. */
    int[] days() {
        return days;
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

    int day(int doc) {
        return days[doc];
    }

    /** What quality and heat add to the score of a document. */
    float standing(int doc) {
        return standings[doc];
    }

    private Ordinals years() {
        if (firstDay > lastDay) {
            return new Ordinals.One(new char[days.length], 1);
        }
        int first = firstYear();
        int size = LocalDate.ofEpochDay(lastDay).getYear() - first + 2;
        char[] years = new char[days.length];
        for (int doc = 0; doc < years.length; doc++) {
            years[doc] = days[doc] == NO_DAY ? 0 : (char) (LocalDate.ofEpochDay(days[doc]).getYear() - first + 1);
        }
        return new Ordinals.One(years, size);
    }

    private static NumericDocValues numbers(LeafReaderContext leaf, ArticleField field) throws IOException {
        return DocValues.unwrapSingleton(DocValues.getSortedNumeric(leaf.reader(), IndexFields.values(field)));
    }
}
