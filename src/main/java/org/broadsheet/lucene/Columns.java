package org.broadsheet.lucene;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.broadsheet.field.ArticleField;
import org.broadsheet.field.Ranking;
import org.broadsheet.search.FacetName;

/**
 * What counting and ranking need of every article of a segment, as plain arrays: some 30 bytes for each article. To
 * read them costs a fifth of what it costs to ask the index for each article's values.
 */
final class Columns {

    /** The day of what has no date. */
    static final int NO_DAY = Integer.MIN_VALUE;

    private static final long DAY = 24 * 60 * 60 * 1000L; // in milliseconds

    private final Map<FacetName, Ordinals> ordinals = new EnumMap<>(FacetName.class);
    private final int[] days;
    private int firstDay = Integer.MAX_VALUE;
    private int lastDay = NO_DAY;
    private final byte[] qualities;
    private final float[] standings;

    Columns(LeafReaderContext leaf) throws IOException {
        int size = leaf.reader().maxDoc();
        for (FacetName facet : FacetName.values()) {
            if (facet.hasValues()) {
                ordinals.put(facet, Ordinals.of(leaf.reader()
                        .getSortedSetDocValues(
                                IndexFields.values(facet.field())),
                        size));
            }
        }
        days = new int[size];
        qualities = new byte[size];
        standings = new float[size];
        NumericDocValues dates = numbers(leaf, ArticleField.DATE);
        NumericDocValues quality = numbers(leaf, ArticleField.QUALITY);
        NumericDocValues heat = numbers(leaf, ArticleField.HEAT);
        for (int doc = 0; doc < size; doc++) {
            days[doc] = NO_DAY;
            if (dates.advanceExact(doc)) {
                days[doc] = day(dates.longValue());
                firstDay = Math.min(firstDay, days[doc]);
                lastDay = Math.max(lastDay, days[doc]);
            }
            long ofQuality = quality.advanceExact(doc) ? quality.longValue() : -1;
            qualities[doc] = (byte) QualityCounts.bucket(ofQuality);
            standings[doc] = Priors.quality(Ranking.DEFAULT, ofQuality)
                    + Priors.heat(Ranking.DEFAULT, heat.advanceExact(doc) ? heat.longValue() : -1);
        }
    }

    /** The day of an instant, in UTC, counted from 1970. */
    static int day(long millis) {
        return Math.clamp(Math.floorDiv(millis, DAY), NO_DAY + 1, Integer.MAX_VALUE);
    }

    /** The values of a facet. */
    Ordinals ordinals(FacetName facet) {
        return ordinals.get(facet);
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

    int day(int doc) {
        return days[doc];
    }

    /** By document, the bucket of {@link QualityCounts}. */
    byte[] qualities() {
        return qualities;
    }

    /** What quality and heat add to the score of a document. */
    float standing(int doc) {
        return standings[doc];
    }

    private static NumericDocValues numbers(LeafReaderContext leaf, ArticleField field) throws IOException {
        return DocValues.unwrapSingleton(DocValues.getSortedNumeric(leaf.reader(), IndexFields.values(field)));
    }
}
