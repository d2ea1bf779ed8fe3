package org.broadsheet.query;

import java.math.BigInteger;
import java.util.Optional;
import java.util.function.Function;

/**
 * A range of whole numbers, both ends included.
 *
 * @param min the smallest, or null where the range is open downward
 * @param max the largest, or null where it is open upward; not below {@code min}
 */
public record NumberRange(Integer min, Integer max) {

    public NumberRange {
        if (min != null && max != null && min > max) {
            throw new IllegalArgumentException("a range from " + min + " to " + max + " holds nothing");
        }
    }

    /**
     * Reads {@code 50..80}, {@code 50..}, {@code ..80}, {@code 50} and {@code >=50} with its like. Numbers too large to
     * be of use are the largest that are.
     *
     * @return empty if the text is nothing of that kind, or a range that holds nothing
     */
    public static Optional<NumberRange> parse(String text) {
        return RangeText.read(text).flatMap(range -> {
            Function<String, Integer> number = NumberRange::number;
            Integer min = range.low().map(number).orElse(null);
            Integer max = range.high().map(number).orElse(null);
            if (min == null && range.low().isPresent() || max == null && range.high().isPresent()) {
                return Optional.empty();
            }
            min = min == null || range.lowIncluded() ? min : Integer.valueOf(saturated(min + 1L));
            max = max == null || range.highIncluded() ? max : Integer.valueOf(saturated(max - 1L));
            return min != null && max != null && min > max
                    ? Optional.empty()
                    : Optional.of(new NumberRange(min, max));
        });
    }

    private static Integer number(String text) {
        String digits = text.startsWith("-") ? text.substring(1) : text;
        if (digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return null;
        }
        return saturated(new BigInteger(text).min(BigInteger.valueOf(Integer.MAX_VALUE))
                .max(BigInteger.valueOf(Integer.MIN_VALUE))
                .longValue());
    }

    private static int saturated(long number) {
        return Math.clamp(number, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /** Whether the value lies in the range; null never does. */
    public boolean contains(Integer value) {
        return value != null && (min == null || value >= min) && (max == null || value <= max);
    }

    /** As typed in a query: {@code 50..80}, {@code 50..} or {@code ..80}. */
    @Override
    public String toString() {
        return (min == null ? "" : min) + ".." + (max == null ? "" : max);
    }
}
