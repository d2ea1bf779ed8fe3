package org.broadsheet.query;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RangesTest {

    @ParameterizedTest
    @CsvSource({"2021, 2021-01-01T00:00:00Z, 2022-01-01T00:00:00Z",
            "2024-02, 2024-02-01T00:00:00Z, 2024-03-01T00:00:00Z",
            "2021-12-31, 2021-12-31T00:00:00Z, 2022-01-01T00:00:00Z", ">2021-04, 2021-05-01T00:00:00Z,",
            "<=2021-04-07, , 2021-04-08T00:00:00Z", "2020..2021-02, 2020-01-01T00:00:00Z, 2021-03-01T00:00:00Z",
            "2021-04-07T10:00:00Z.., 2021-04-07T10:00:00Z,"})
    void dates_fromTheFirstInstantToBeforeTheLast(String text, Instant from, Instant before) {
        DateRange range = DateRange.parse(text).orElseThrow();
        assertThat(range).isEqualTo(new DateRange(from, before));
        assertThat(from == null || range.contains(from) && !range.contains(from.minusNanos(1))).isTrue();
        assertThat(before == null || !range.contains(before) && range.contains(before.minusNanos(1))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", ">", ">=", "2021-02-29", "2021-13", "2021-1-1-1", "21", "12021", "tomorrow",
            "2022..2021",
            "2021..x", "2021T", ">9999", "<0000", "٢٠٢١", "<2021..2022", "2021-04-07T10:00:00Z",
            "2021-04-31..2021-05-01"})
    void dates_thatAreNone(String text) {
        assertThat(DateRange.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"50, 50, 50", "-1, -1, -1", "50..80, 50, 80", "50.., 50,", "..-1, , -1", ">=50, 50,", ">50, 51,",
            "<50, , 49",
            "<=50, , 50", "99999999999, 2147483647, 2147483647", ">2147483647, 2147483647,",
            "<-99999999999, , -2147483648"})
    void numbers_bothEndsIncluded(String text, Integer min, Integer max) {
        assertThat(NumberRange.parse(text)).contains(new NumberRange(min, max));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "-", "<", "5.5", "1e3", "abc", "80..50", "50..x", "٥", "+5", "--5"})
    void numbers_thatAreNone(String text) {
        assertThat(NumberRange.parse(text)).isEmpty();
    }

    @Test
    void contains_nothingWhereThereIsNoValue() {
        assertThat(new NumberRange(null, 5).contains(null)).isFalse();
        assertThat(DateRange.parse("..2021").orElseThrow().contains(null)).isFalse();
    }
}
