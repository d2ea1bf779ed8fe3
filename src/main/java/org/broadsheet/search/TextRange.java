package org.broadsheet.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A part of a text.
 *
 * @param start where it begins, in chars
 * @param end where it ends, exclusive
 */
public record TextRange(int start, int end) {

    public int length() {
        return end - start;
    }

    /** Those that overlap as one: {@code [0..5, 3..8, 9..12] -> [0..8, 9..12]}. In order. */
    public static List<TextRange> merged(List<TextRange> ranges) {
        List<TextRange> merged = new ArrayList<>();
        for (TextRange range : ranges.stream().sorted(Comparator.comparingInt(TextRange::start)).toList()) {
            TextRange last = merged.isEmpty() ? null : merged.getLast();
            if (last != null && range.start < last.end) {
                merged.set(merged.size() - 1, new TextRange(last.start, Math.max(last.end, range.end)));
            } else {
                merged.add(range);
            }
        }
        return merged;
    }
}
