package org.broadsheet.source;

import java.time.DateTimeException;
import java.time.Instant;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DatesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"2021-04-07|2021-04-07T00:00:00Z", "2021-04-07 15:22|2021-04-07T15:22:00Z",
            "2021-04-07T15:22|2021-04-07T15:22:00Z",
            "2021-04-07T15:22:01|2021-04-07T15:22:01Z", "2021-04-07T15:22:01Z|2021-04-07T15:22:01Z",
            "2021-04-07t15:22:01z|2021-04-07T15:22:01Z",
            "2021-04-07 15:22:01 +0200|2021-04-07T13:22:01Z", "2021-04-07T15:22:01.5-05:30|2021-04-07T20:52:01.500Z",
            "2021-04-07T15:22+02|2021-04-07T13:22:00Z",
            "2021-04-07 15:22:01 UTC|2021-04-07T15:22:01Z", "2021-04-07 9:22|2021-04-07T09:22:00Z",
            "2021-04-07T15:22:01.123456789Z|2021-04-07T15:22:01.123Z",
            "2021-04-07 15:22:01,25|2021-04-07T15:22:01.250Z", "'Wed, 07 Apr 2021 15:22:00 GMT'|2021-04-07T15:22:00Z",
            "'Wed, 7 Apr 2021 15:22:00 +0200'|2021-04-07T13:22:00Z",
            "2024-02-29|2024-02-29T00:00:00Z", "0001-01-01|0001-01-01T00:00:00Z",
            "9999-12-31T23:59:59Z|9999-12-31T23:59:59Z", "' 2021-04-07 '|2021-04-07T00:00:00Z"})
    void date_forms(String text, Instant instant) {
        assertThat(Dates.parse(text)).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "2021", "2021-04", "2021-13-45", "2021-02-29", "2021-4-7", "21-04-07",
            "2021/04/07", "2021-04-07T", "2021-04-07T15", "2021-04-07T25:00",
            "2021-04-07T15:60", "2021-04-07T15:22:60", "2021-04-07T15:22:00.", "2021-04-07T15:22:00+",
            "2021-04-07T15:22:00+2", "2021-04-07T15:22:00+25:00", "2021-04-07T15:22:00 EST",
            "2021-04-07Z", "2021-04-07x", "0000-01-01", "0001-01-01T00:00+01:00", "9999-12-31T23:59-01:00",
            "12021-04-07", "-2021-04-07", "Mon, 07 Apr 2021 15:22:00 GMT", "٢٠٢١-04-07",
            "2021-04-07T15:22:00.1234567890Z"})
    void date_bad(String text) {
        assertThatThrownBy(() -> Dates.parse(text)).isInstanceOf(DateTimeException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 10_000_000})
    void date_long(int length) {
        assertThatThrownBy(() -> Dates.parse("2".repeat(length))).isInstanceOf(DateTimeException.class);
    }
}
