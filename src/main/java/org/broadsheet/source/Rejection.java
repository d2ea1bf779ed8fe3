package org.broadsheet.source;

/**
 * A file that could not be used, and where in it the trouble is.
 *
 * @param path of the article it would have been, {@code source/path/in/source}
 * @param line from 1; of a line of NDJSON, its number
 * @param column from 1, in characters (code points)
 * @param reason one line, naming the key and the value where there is one
 */
public record Rejection(String path, int line, int column, String reason) {

    public Rejection {
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException("line and column count from 1: " + line + ":" + column);
        }
        reason = Quoted.oneLine(reason);
    }

    /** {@code path:line:column: reason}, on one line whatever the path holds. */
    @Override
    public String toString() {
        return Quoted.oneLine(path) + ":" + line + ":" + column + ": " + reason;
    }
}
