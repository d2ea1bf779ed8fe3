package org.broadsheet.source;

/** Ends the reading of one file: what will be its {@link Rejection}, less the path. */
final class UnusableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    /** Line and column count from 1. */
    UnusableException(int line, int column, String reason) {
        super(reason, null, false, false); // a bad file is an everyday matter: no stack trace
        this.line = line;
        this.column = column;
    }

    UnusableException(Value at, String reason) {
        this(at.line(), at.column(), reason);
    }

    Rejection rejection(String path) {
        return new Rejection(path, line, column, getMessage());
    }
}
