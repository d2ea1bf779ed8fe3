package org.broadsheet.evaluation;

import java.nio.file.Path;

/**
 * Something stands in the way of an evaluation: a line that cannot be understood, a name that two documents share,
 * nothing to count, or an index that changed meanwhile. The message is one line; where a file is to blame it reads
 * {@code path:line: reason}, or {@code path: reason} for the file as a whole.
 */
public final class EvaluationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Path path; // never serialised
    private final int line;

    EvaluationException(Path path, int line, String reason) {
        super(path + ":" + line + ": " + reason);
        this.path = path;
        this.line = line;
    }

    EvaluationException(Path path, String reason) {
        super(path + ": " + reason);
        this.path = path;
        this.line = 0;
    }

    EvaluationException(String reason) {
        super(reason);
        this.path = null;
        this.line = 0;
    }

    /** The file to blame, or null where none is. */
    public Path path() {
        return path;
    }

    /** From 1; 0 where no single line is to blame. */
    public int line() {
        return line;
    }
}
