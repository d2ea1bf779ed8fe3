package org.broadsheet.query;

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
