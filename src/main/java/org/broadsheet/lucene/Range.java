package org.broadsheet.lucene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A part of a text.
 *
 * @param start where it begins, in chars
 * @param end where it ends, exclusive
 */
record Range(int start, int end) {

    int length() {
        return end - start;
    }

    /** Those that overlap as one: {@code [0..5, 3..8, 9..12] -> [0..8, 9..12]}. In order. */
    static List<Range> merged(List<Range> ranges) {
        List<Range> merged = new ArrayList<>();
        for (Range range : ranges.stream().sorted(Comparator.comparingInt(Range::start)).toList()) {
            Range last = merged.isEmpty() ? null : merged.getLast();
            if (last != null && range.start < last.end) {
                merged.set(merged.size() - 1, new Range(last.start, Math.max(last.end, range.end)));
            } else {
                merged.add(range);
            }
        }
        return merged;
    }
}
