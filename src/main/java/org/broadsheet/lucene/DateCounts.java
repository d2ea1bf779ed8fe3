package org.broadsheet.lucene;

import java.io.IOException;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import org.broadsheet.query.DateRange;
import org.broadsheet.search.Facet;
import org.broadsheet.search.Facet.Interval;
import org.broadsheet.search.FacetName;

/** How the matches are spread over time. Days are those of UTC. */
final class DateCounts {

    private static final long DAY = 24 * 60 * 60 * 1000L; // in milliseconds

    /** The first and the last day of the matches; {@code first > last} where there are none. */
    private static final class Span {
        private long first = Long.MAX_VALUE;
        private long last = Long.MIN_VALUE;

        void add(long millis) {
            long day = Math.floorDiv(millis, DAY);
            first = Math.min(first, day);
            last = Math.max(last, day);
        }

        Interval interval() {
            if (first > last) {
                return Interval.DAY;
            }
            LocalDate from = LocalDate.ofEpochDay(first);
            LocalDate to = LocalDate.ofEpochDay(last);
            if (from.plusYears(2).isBefore(to)) {
                return Interval.YEAR;
            }
            return from.plusMonths(2).isBefore(to) ? Interval.MONTH : Interval.DAY;
        }
    }

    private DateCounts() {}

    /** @param selected the span that the answer is narrowed to, or null */
    static Facet.Dates facet(MatchSets matches, DateRange selected) throws IOException {
        Span span = new Span();
        long missing = NumberCounts.forEach(matches, FacetName.DATE, span::add);
        Interval interval = span.interval();
        TreeMap<LocalDate, long[]> counts = new TreeMap<>();
        NumberCounts.forEach(matches, FacetName.DATE, millis -> counts
                .computeIfAbsent(start(interval, LocalDate.ofEpochDay(Math.floorDiv(millis, DAY))),
                        day -> new long[1])[0]++);
        List<Facet.DateBucket> buckets = new ArrayList<>();
        counts.forEach((from, count) -> {
            LocalDate to = end(interval, from);
            boolean isSelected = selected != null && selected.equals(DateRange.ofDays(from, to));
            buckets.add(new Facet.DateBucket(from, to, count[0], isSelected));
        });
        return new Facet.Dates(interval, buckets, missing);
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
