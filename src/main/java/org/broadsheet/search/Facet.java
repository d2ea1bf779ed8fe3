package org.broadsheet.search;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;

import org.broadsheet.query.DateRange;
import org.broadsheet.query.NumberRange;

/**
 * How the matches spread over the values of a field. A facet ignores its own selection and obeys all other filters, so
 * that its counts tell what choosing another value would add. All counts are exact.
 */
public sealed interface Facet {

    /** How many matches have no value at all. */
    long missing();

    /**
     * Counts of single values.
     *
     * @param values all that are selected or excluded, even with a count of 0, and of the others the
     *        {@value #UNCHOSEN} most frequent with a count above 0; most frequent first, then by value
     * @param other the sum of the counts of all values that are not listed
     */
    record Values(List<ValueCount> values, long other, long missing) implements Facet {

        /** As many as a reader takes in at a glance; the others can be searched by prefix. */
        public static final int UNCHOSEN = 10;

        public Values {
            values = List.copyOf(values);
        }
    }

    /**
     * @param value as the articles have it
     * @param count how many matches have it
     * @param selected whether a filter includes it
     * @param excluded whether a filter excludes it
     */
    record ValueCount(String value, long count, boolean selected, boolean excluded) {

        /** The order in which values are listed. */
        public static final Comparator<ValueCount> MOST_FREQUENT = Comparator.comparingLong(ValueCount::count)
                .reversed()
                .thenComparing(ValueCount::value);
    }

    /**
     * The values of a facet that begin with a prefix.
     *
     * @param values most frequent first, then by value
     * @param notices as those of {@link SearchResult}: what was done to find the articles that have them
     */
    record Listing(List<ValueCount> values, List<String> notices) {
        public Listing {
            values = List.copyOf(values);
            notices = List.copyOf(notices);
        }
    }

    /**
     * Counts over time.
     *
     * @param interval how long each bucket is: years where the last day with a match lies more than two years after the
     *        first (the same date two years later is not more), months where more than two months, else days
     * @param buckets in order of time, those without a match left out; none, and days, where no match has a date
     */
    record Dates(Interval interval, List<DateBucket> buckets, long missing) implements Facet {
        public Dates {
            buckets = List.copyOf(buckets);
        }

        /**
         * @param counts above 0, by the first day of their buckets
         * @param selected the span that the answer is narrowed to, or null
         */
        public static Dates of(Interval interval, SortedMap<LocalDate, Long> counts, DateRange selected, long missing) {
            List<DateBucket> buckets = new ArrayList<>();
            counts.forEach((from, count) -> {
                LocalDate to = interval.end(from);
                boolean isSelected = selected != null && selected.equals(DateRange.ofDays(from, to));
                buckets.add(new DateBucket(from, to, count, isSelected));
            });
            return new Dates(interval, buckets, missing);
        }
    }

    /** The length of a bucket of time. */
    enum Interval {
        YEAR, MONTH, DAY;

        /** The one that is chosen where the matches lie between these days. */
        public static Interval between(LocalDate first, LocalDate last) {
            if (first.plusYears(2).isBefore(last)) {
                return YEAR;
            }
            return first.plusMonths(2).isBefore(last) ? MONTH : DAY;
        }

        /** The first day of the bucket that a day lies in. */
        public LocalDate start(LocalDate day) {
            return switch (this) {
                case YEAR -> day.withDayOfYear(1);
                case MONTH -> day.withDayOfMonth(1);
                case DAY -> day;
            };
        }

        /** The last day of the bucket that a day lies in. */
        public LocalDate end(LocalDate day) {
            return switch (this) {
                case YEAR -> day.with(TemporalAdjusters.lastDayOfYear());
                case MONTH -> day.with(TemporalAdjusters.lastDayOfMonth());
                case DAY -> day;
            };
        }
    }

    /**
     * @param from the first day, UTC; of a year or a month always its first
     * @param to the last day, included; of a year or a month always its last
     * @param selected whether the filter is just these days
     */
    record DateBucket(LocalDate from, LocalDate to, long count, boolean selected) {}

    /**
     * Counts of ranges of quality.
     *
     * @param buckets always all of them, lowest first
     */
    record Ranges(List<RangeBucket> buckets, long missing) implements Facet {

        /** Quality is mostly below 100: four even steps, and all that is above. */
        public static final int STEP = 25;
        public static final int BUCKETS = 5;

        public Ranges {
            buckets = List.copyOf(buckets);
        }

        /**
         * @param counts of all buckets, lowest first
         * @param selected the range that the answer is narrowed to, or null
         */
        public static Ranges of(long[] counts, NumberRange selected, long missing) {
            List<RangeBucket> buckets = new ArrayList<>();
            for (int i = 0; i < BUCKETS; i++) {
                int from = i * STEP;
                Integer to = i == BUCKETS - 1 ? null : from + STEP - 1;
                boolean isSelected = selected != null && selected.equals(new NumberRange(from, to));
                buckets.add(new RangeBucket(from, to, counts[i], isSelected));
            }
            return new Ranges(buckets, missing);
        }
    }

    /**
     * @param from the smallest number within
     * @param to the largest, or null where the last bucket is open
     * @param selected whether the filter is just this range
     */
    record RangeBucket(int from, Integer to, long count, boolean selected) {}
}
