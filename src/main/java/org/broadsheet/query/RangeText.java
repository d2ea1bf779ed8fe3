package org.broadsheet.query;

import java.util.Optional;

/**
 * A range as it is written, before anything is known of what its ends are.
 *
 * @param low the lower end, or empty where it is open
 * @param high the upper end, or empty where it is open; at least one end is there
 */
record RangeText(Optional<String> low, boolean lowIncluded, Optional<String> high, boolean highIncluded) {

    /** Reads {@code a..b}, {@code a..}, {@code ..b}, {@code a} and {@code >=a} with its like; empty if it is none. */
    static Optional<RangeText> read(String text) {
        // Word processors make one character of two or three dots.
        String typed = text.replace("…", "..");
        if (typed.startsWith(">") || typed.startsWith("<")) {
            boolean included = typed.startsWith("=", 1);
            Optional<String> end = end(typed.substring(included ? 2 : 1));
            Optional<String> none = Optional.empty();
            return end.map(it -> typed.startsWith(">")
                    ? new RangeText(end, included, none, true)
                    : new RangeText(none, true, end, included));
        }
        int dots = typed.indexOf("..");
        Optional<String> low = end(dots < 0 ? typed : typed.substring(0, dots));
        Optional<String> high = dots < 0 ? low : end(afterDots(typed, dots));
        return low.isEmpty() && high.isEmpty() ? Optional.empty() : Optional.of(new RangeText(low, true, high, true));
    }

    private static String afterDots(String text, int dots) {
        int after = dots;
        while (after < text.length() && text.charAt(after) == '.') {
            after++;
        }
        return text.substring(after);
    }

    private static Optional<String> end(String text) {
        return Optional.of(text).filter(end -> !end.isEmpty());
    }
}
