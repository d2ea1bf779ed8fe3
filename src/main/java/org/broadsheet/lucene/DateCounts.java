package org.broadsheet.lucene;

import java.io.IOException;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.PointValues;
import org.broadsheet.field.ArticleField;
import org.broadsheet.query.DateRange;
import org.broadsheet.search.Facet;
import org.broadsheet.search.Facet.Interval;
import org.broadsheet.search.FacetName;

/** How the matches are spread over time. Days are those of UTC. */
final class DateCounts {

    private static final long DAY = 24 * 60 * 60 * 1000L; // in milliseconds

    /** How many matches each day has, for days that are not so far apart that a list of all days would be long. */
    private static final class Days {

        /** Days in the list at most: a thousand years; archives with dates further apart count in a map. */
        private static final int LISTED = 400_000;

        private final int[] listed;
        private final long first; // day of the first number in the list
        private final Map<Long, Integer> others = new HashMap<>();

        Days(MatchSets matches) throws IOException {
            long[] span = span(matches);
            first = span[0];
            listed = new int[Math.clamp(span[1] - span[0] + 1, 0, LISTED)];
        }

        void add(long millis) {
            long day = Math.floorDiv(millis, DAY);
            if (day - first < listed.length) {
                listed[(int) (day - first)]++;
            } else {
                others.merge(day, 1, Integer::sum);
            }
        }

        /** Those with matches, in order. */
        SortedMap<LocalDate, Integer> counts() {
            SortedMap<LocalDate, Integer> counts = new TreeMap<>();
            for (int i = 0; i < listed.length; i++) {
                if (listed[i] > 0) {
                    counts.put(LocalDate.ofEpochDay(first + i), listed[i]);
                }
            }
            others.forEach((day, count) -> counts.put(LocalDate.ofEpochDay(day), count));
            return counts;
        }

        /** The first and the last day of all articles of the segments, whether they match or not. */
        private static long[] span(MatchSets matches) throws IOException {
            long first = Long.MAX_VALUE;
            long last = Long.MIN_VALUE;
            for (MatchSets.Segment segment : matches.segments()) {
                PointValues dates = segment.leaf().reader().getPointValues(IndexFields.values(ArticleField.DATE));
                if (dates != null && dates.size() > 0) {
                    first = Math.min(first, day(dates.getMinPackedValue()));
                    last = Math.max(last, day(dates.getMaxPackedValue()));
                }
            }
            return first > last ? new long[]{0, -1} : new long[]{first, last};
        }

        private static long day(byte[] packed) {
            return Math.floorDiv(LongPoint.decodeDimension(packed, 0), DAY);
        }
    }

    private DateCounts() {}

    /** @param selected the span that the answer is narrowed to, or null */
    static Facet.Dates facet(MatchSets matches, DateRange selected) throws IOException {
        Days days = new Days(matches);
        long missing = NumberCounts.forEach(matches, FacetName.DATE, days::add);
        SortedMap<LocalDate, Integer> ofDays = days.counts();
        Interval interval = interval(ofDays);
        SortedMap<LocalDate, Long> counts = new TreeMap<>();
        ofDays.forEach((day, count) -> counts.merge(start(interval, day), count.longValue(), Long::sum));
        List<Facet.DateBucket> buckets = new ArrayList<>();
        counts.forEach((from, count) -> {
            LocalDate to = end(interval, from);
            boolean isSelected = selected != null && selected.equals(DateRange.ofDays(from, to));
            buckets.add(new Facet.DateBucket(from, to, count, isSelected));
        });
        return new Facet.Dates(interval, buckets, missing);
    }

    private static Interval interval(SortedMap<LocalDate, Integer> days) {
        if (days.isEmpty()) {
            return Interval.DAY;
        }
        if (days.firstKey().plusYears(2).isBefore(days.lastKey())) {
            return Interval.YEAR;
        }
        return days.firstKey().plusMonths(2).isBefore(days.lastKey()) ? Interval.MONTH : Interval.DAY;
    }

    private static LocalDate start(Interval interval, LocalDate day) {
        return switch (interval) {
            case YEAR -> day.withDayOfYear(1);
            case MONTH -> day.withDayOfMonth(1);
            case DAY -> day;
        };
    }

    private static LocalDate end(Interval interval, LocalDate start) {
        return switch (interval) {
            case YEAR -> start.with(TemporalAdjusters.lastDayOfYear());
            case MONTH -> start.with(TemporalAdjusters.lastDayOfMonth());
            case DAY -> start;
        };
    }
}
