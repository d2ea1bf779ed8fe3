package org.broadsheet.source;

/**
 * A source that cannot be used: missing, unreadable, damaged, empty, or named like another. The message is one line for
 * the person who named it and says what to do.
 */
public final class SourceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SourceException(String message) {
        super(Quoted.oneLine(message));
    }

    SourceException(String message, Throwable cause) {
        super(Quoted.oneLine(message), cause);
    }
}
