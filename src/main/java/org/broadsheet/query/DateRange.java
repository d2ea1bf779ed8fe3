package org.broadsheet.query;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A span of time.
 *
 * @param from the first instant within, or null where it is open to the past
 * @param before the first instant after it, or null where it is open to the future; after {@code from}
 */
public record DateRange(Instant from, Instant before) {

    /** Years have four digits. */
    private static final Instant BEGINNING = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");
    private static final Pattern DAYS = Pattern.compile("(\\d{4})(?:-(\\d{1,2})(?:-(\\d{1,2}))?)?");

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

    /**
     * Reads a day, month or year ({@code 2021-04-07}, {@code 2021-04}, {@code 2021}), ranges of them with both ends
     * included ({@code 2021..2022-06}), open ranges, and {@code >=2021} with its like: {@code >2021} begins when the
     * year has ended. An end may also be an instant ({@code 2021-04-07T10:00:00Z}), as {@link #toString} prints it; as
     * the later end it lies just outside.
     *
     * @return empty if the text is nothing of that kind, if there is no such day, or if the range holds nothing
     */
    public static Optional<DateRange> parse(String text) {
        return RangeText.read(text).flatMap(range -> {
            Optional<Span> low = range.low().flatMap(DateRange::span);
            Optional<Span> high = range.high().flatMap(DateRange::span);
            if (low.isEmpty() && range.low().isPresent() || high.isEmpty() && range.high().isPresent()) {
                return Optional.empty();
            }
            Instant from = low.map(span -> range.lowIncluded() ? span.from : span.before).orElse(null);
            Instant before = high.map(span -> range.highIncluded() ? span.before : span.from).orElse(null);
            boolean nothing = from != null && before != null && !from.isBefore(before)
                    || from != null && !from.isBefore(END) || before != null && !before.isAfter(BEGINNING);
            return nothing
                    ? Optional.empty()
                    : Optional.of(new DateRange(from, before));
        });
    }

    /** What one end of a range spans; an instant spans nothing, so that both of these are the instant itself. */
    private record Span(Instant from, Instant before) {
        private static Span of(LocalDate first, LocalDate last) {
            return new Span(startOf(first), startOf(last.plusDays(1)));
        }
    }

    private static Optional<Span> span(String text) {
        try {
            if (text.indexOf('T') > 0) {
                Instant instant = Instant.parse(text);
                return Optional.of(new Span(instant, instant));
            }
            Matcher days = DAYS.matcher(text);
            if (!days.matches()) {
                return Optional.empty();
            }
            Year year = Year.of(Integer.parseInt(days.group(1)));
            if (days.group(2) == null) {
                return Optional.of(Span.of(year.atDay(1), year.atMonth(12).atEndOfMonth()));
            }
            YearMonth month = year.atMonth(Integer.parseInt(days.group(2)));
            if (days.group(3) == null) {
                return Optional.of(Span.of(month.atDay(1), month.atEndOfMonth()));
            }
            LocalDate day = LocalDate.of(month.getYear(), month.getMonthValue(), Integer.parseInt(days.group(3)));
            return Optional.of(Span.of(day, day));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
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
