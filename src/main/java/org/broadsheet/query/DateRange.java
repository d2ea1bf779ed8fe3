package org.broadsheet.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * A span of time.
 *
 * @param from the first instant within, or null where it is open to the past
 * @param before the first instant after it, or null where it is open to the future; after {@code from}
 */
public record DateRange(Instant from, Instant before) {

    public DateRange {
        if (from != null && before != null && !from.isBefore(before)) {
            throw new IllegalArgumentException("a span from " + from + " to before " + before + " holds nothing");
        }
    }

    /** All of a day, a month or a year are {@code ofDays} of their first and last day; days are those of UTC. */
    public static DateRange ofDays(LocalDate first, LocalDate last) {
        return new DateRange(first == null ? null : startOf(first), last == null ? null : startOf(last.plusDays(1)));
    }

    /** The days of a month. */
    public static DateRange of(YearMonth month) {
        return ofDays(month.atDay(1), month.atEndOfMonth());
    }

    /** The days of a year. */
    public static DateRange of(Year year) {
        return ofDays(year.atDay(1), year.atMonth(12).atEndOfMonth());
    }

    /** Whether the instant lies within; null never does. */
    public boolean contains(Instant instant) {
        return instant != null && (from == null || !instant.isBefore(from))
                && (before == null || instant.isBefore(before));
    }

    /** As typed in a query, {@code 2021-04-01..2021-04-30}, where both ends are whole days; else with instants. */
    @Override
    public String toString() {
        return (from == null ? "" : shown(from, false)) + ".." + (before == null ? "" : shown(before, true));
    }

    private static String shown(Instant instant, boolean end) {
        LocalDate day = instant.atOffset(ZoneOffset.UTC).toLocalDate();
        if (!startOf(day).equals(instant)) {
            return instant.toString();
        }
        return (end ? day.minusDays(1) : day).toString();
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
