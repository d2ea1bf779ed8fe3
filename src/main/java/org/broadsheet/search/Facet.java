package org.broadsheet.search;

import java.time.LocalDate;
import java.util.List;

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
    record ValueCount(String value, long count, boolean selected, boolean excluded) {}

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
    }

    /** The length of a bucket of time. */
    enum Interval {
        YEAR, MONTH, DAY
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
        public Ranges {
            buckets = List.copyOf(buckets);
        }
    }

    /**
     * @param from the smallest number within
     * @param to the largest, or null where the last bucket is open
     * @param selected whether the filter is just this range
     */
    record RangeBucket(int from, Integer to, long count, boolean selected) {}
}
