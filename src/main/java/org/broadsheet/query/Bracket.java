package org.broadsheet.query;

import java.util.Optional;

/** A range as other query languages write it: {@code [50 TO 100]}. */
record Bracket(String low, String high, int end) {

    /** The most characters between the brackets: two instants and what is between them. */
    private static final int LONGEST = 64;

    /** Reads the range that begins there; empty if there is none. */
    static Optional<Bracket> read(QueryText text, int at) {
        int close = at;
        while (close < text.length() && close - at < LONGEST && "]}".indexOf(text.at(close)) < 0) {
            close++;
        }
        if ("]}".indexOf(text.at(close)) < 0) {
            return Optional.empty();
        }
        String[] ends = text.slice(at + 1, close).strip().split(" +TO +", -1);
        return ends.length == 2 ? Optional.of(new Bracket(ends[0], ends[1], close + 1)) : Optional.empty();
    }

    /** The same range as Broadsheet writes it. */
    String range() {
        return (low.equals("*") ? "" : low) + ".." + (high.equals("*") ? "" : high);
    }
}
