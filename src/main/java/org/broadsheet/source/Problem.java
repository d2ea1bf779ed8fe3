package org.broadsheet.source;

/**
 * Something about a file that its author should know, and where it is.
 *
 * @param path of the article, {@code source/path/in/source}
 * @param line from 1; of a line of NDJSON, its number
 * @param column from 1, in characters (code points)
 * @param severity how bad it is
 * @param message one line that explains the likely mistake
 */
public record Problem(String path, int line, int column, Severity severity, String message) {

    /** How bad a problem is. */
    public enum Severity {
        /** The file cannot be indexed. */
        ERROR,
        /** The file is indexed, but perhaps not as it was meant. */
        WARNING
    }

    public Problem {
        message = Quoted.oneLine(message);
    }

    /** A file that cannot be indexed. */
    public static Problem error(Rejection rejection) {
        return new Problem(rejection.path(), rejection.line(), rejection.column(), Severity.ERROR, rejection.reason());
    }

    static Problem warning(String path, Value at, String message) {
        return new Problem(path, at.line(), at.column(), Severity.WARNING, message);
    }

    /** {@code path:line:column: message}, on one line whatever the path holds; a warning says that it is one. */
    @Override
    public String toString() {
        return Quoted.oneLine(path) + ":" + line + ":" + column + ": "
                + (severity == Severity.WARNING ? "warning: " : "") + message;
    }
}
