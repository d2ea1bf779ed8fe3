package org.broadsheet.source;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * Dates as people and programs write them into files:
 *
 * <pre>
 * 2021-04-07                      2021-04-07T15:22:00Z          Wed, 07 Apr 2021 15:22:00 GMT
 * 2021-04-07 15:22                2021-04-07T15:22:00.123+02:00
 * 2021-04-07 15:22:00 +0200       2021-04-07 15:22:00 UTC
 * </pre>
 *
 * <p>Read by hand: {@code java.time}'s parsers know each form only for itself and pay for each one that fails with an
 * exception, which on lists of related articles costs more than all else.
 */
final class Dates {

    /** No date needs more; also spares the message a novel. */
    private static final int MAX_LENGTH = 60;

    private final String text;
    private int at;

    private Dates(String text) {
        this.text = text;
    }

    /**
     * The instant, cut to milliseconds; without a zone it is UTC.
     *
     * @throws DateTimeException if the text is no date, or one outside the years 1 to 9999
     */
    static Instant parse(String text) {
        String trimmed = text.strip();
        if (trimmed.length() > MAX_LENGTH) {
            throw new DateTimeException("too long");
        }
        Instant instant = !trimmed.isEmpty() && Character.isLetter(trimmed.charAt(0))
                ? OffsetDateTime.parse(trimmed, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant()
                : new Dates(trimmed).iso();
        int year = instant.atOffset(ZoneOffset.UTC).getYear();
        if (year < 1 || year > 9999) {
            throw new DateTimeException("the year must lie between 1 and 9999");
        }
        return instant.truncatedTo(ChronoUnit.MILLIS);
    }

    private Instant iso() {
        int year = digits(4, 4);
        expect('-');
        int month = digits(2, 2);
        expect('-');
        LocalDate date = LocalDate.of(year, month, digits(2, 2));
        if (at == text.length()) {
            return date.atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        if (!skip('T') && !skip('t')) {
            expect(' ');
            skipSpaces();
        }
        LocalTime time = time();
        skipSpaces();
        ZoneOffset offset = offset();
        if (at != text.length()) {
            throw unexpected();
        }
        return date.atTime(time).toInstant(offset);
    }

    private LocalTime time() {
        int hour = digits(1, 2);
        expect(':');
        int minute = digits(2, 2);
        if (!skip(':')) {
            return LocalTime.of(hour, minute);
        }
        int second = digits(2, 2);
        int nanos = 0;
        if (skip('.') || skip(',')) {
            int start = at;
            nanos = digits(1, 9);
            for (int width = at - start; width < 9; width++) {
                nanos *= 10;
            }
        }
        return LocalTime.of(hour, minute, second, nanos);
    }

    private ZoneOffset offset() {
        if (at == text.length() || skip('Z') || skip('z')) {
            return ZoneOffset.UTC;
        }
        if (text.startsWith("UTC", at) || text.startsWith("GMT", at)) {
            at += 3;
            return ZoneOffset.UTC;
        }
        boolean west = skip('-');
        if (!west) {
            expect('+');
        }
        int hours = digits(2, 2);
        int minutes = at == text.length() ? 0 : skip(':') ? digits(2, 2) : digits(2, 2);
        return ZoneOffset.ofHoursMinutes(west ? -hours : hours, west ? -minutes : minutes);
    }

    private int digits(int least, int most) {
        int number = 0;
        int start = at;
        while (at < text.length() && at - start < most && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            number = number * 10 + text.charAt(at++) - '0';
        }
        if (at - start < least) {
            throw unexpected();
        }
        return number;
    }

    private boolean skip(char c) {
        boolean there = at < text.length() && text.charAt(at) == c;
        at += there ? 1 : 0;
        return there;
    }

    private void skipSpaces() {
        while (skip(' ')) {
        }
    }

    private void expect(char c) {
        if (!skip(c)) {
            throw unexpected();
        }
    }

    private DateTimeException unexpected() {
        return new DateTimeException("unexpected at character " + (at + 1));
    }
}
