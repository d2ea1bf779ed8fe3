package org.broadsheet.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

import org.broadsheet.query.DateRange;
import org.broadsheet.query.NumberRange;
import org.broadsheet.search.Facet;
import org.broadsheet.search.FacetName;

/** How numbers, dates and ranges read on a page. Pages are in English, and dates in UTC, as the archive has them. */
final class Wording {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT_MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("uuuu", Locale.ENGLISH);

    private Wording() {}

    /** Such as {@code 12,345}. */
    static String number(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    /** Such as {@code 1 article} or {@code No articles}. */
    static String articles(long number) {
        return number == 0 ? "No articles" : number == 1 ? "1 article" : number(number) + " articles";
    }

    /** Such as {@code 1.8 ms} or {@code 1.25 s}. */
    static String time(double millis) {
        return millis < 1000
                ? String.format(Locale.ENGLISH, millis < 10 ? "%.1f ms" : "%.0f ms", millis)
                : String.format(Locale.ENGLISH, "%.2f s", millis / 1000);
    }

    /** Such as {@code 27 April 2023}. */
    static String day(Instant instant) {
        return day(instant.atOffset(ZoneOffset.UTC).toLocalDate());
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** A day, a month or a year. */
    static String bucket(Facet.Interval interval, LocalDate from) {
        return switch (interval) {
            case YEAR -> YEAR.format(from);
            case MONTH -> MONTH.format(from);
            case DAY -> DAY.format(from);
        };
    }

    /** The same as short as it goes: what a chart has room for. */
    static String tick(Facet.Interval interval, LocalDate from) {
        return (switch (interval) {
            case YEAR -> YEAR;
            case MONTH -> SHORT_MONTH;
            case DAY -> SHORT_DAY;
        }).format(from);
    }

    /** Days, such as {@code 7 April 2021}, {@code 1 April 2021 to 7 May 2021} or {@code since 1 April 2021}. */
    static String range(DateRange range) {
        String from = range.from() == null ? null : day(range.from());
        String to = range.before() == null ? null : day(range.before().minusMillis(1));
        return from == null
                ? "until " + to
                : to == null ? "since " + from : from.equals(to) ? from : from + " to " + to;
    }

    /** Such as {@code 3 years ago}, {@code today} or {@code in 2 days}. */
    static String ago(Instant instant, Instant now) {
        LocalDate then = instant.atOffset(ZoneOffset.UTC).toLocalDate();
        LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        if (then.equals(today)) {
            return "today";
        }
        boolean past = then.isBefore(today);
        LocalDate first = past ? then : today;
        LocalDate last = past ? today : then;
        long years = ChronoUnit.YEARS.between(first, last);
        long months = ChronoUnit.MONTHS.between(first, last);
        long days = ChronoUnit.DAYS.between(first, last);
        String length = years > 0 ? many(years, "year") : months > 0 ? many(months, "month") : many(days, "day");
        return past ? length + " ago" : "in " + length;
    }

    private static String many(long number, String unit) {
        return number(number) + " " + unit + (number == 1 ? "" : "s");
    }

    /** Such as {@code 50 to 80}, {@code 50 or more} or {@code up to 80}. */
    static String range(Integer min, Integer max) {
        return min == null ? "up to " + max : max == null ? min + " or more" : min + " to " + max;
    }

    static String range(NumberRange range) {
        return range(range.min(), range.max());
    }

    /** Several values of a facet, such as {@code Categories}. */
    static String plural(FacetName facet) {
        return facet == FacetName.CATEGORY ? "Categories" : capitalised(facet.parameter()) + "s";
    }

    /** With a capital first letter. */
    static String capitalised(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ENGLISH) + text.substring(1);
    }
}
