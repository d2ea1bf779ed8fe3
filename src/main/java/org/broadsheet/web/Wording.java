package org.broadsheet.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.broadsheet.query.NumberRange;
import org.broadsheet.search.Facet;

/** How numbers, dates and ranges read on a page. Pages are in English, and dates in UTC, as the archive has them. */
final class Wording {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);
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

    /** Such as {@code 50 to 80}, {@code 50 or more} or {@code up to 80}. */
    static String range(Integer min, Integer max) {
        return min == null ? "up to " + max : max == null ? min + " or more" : min + " to " + max;
    }

    static String range(NumberRange range) {
        return range(range.min(), range.max());
    }

    /** With a capital first letter. */
    static String capitalised(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ENGLISH) + text.substring(1);
    }
}
