package org.broadsheet.indexing;

/** A run cannot do what it was asked to. The message is one line that says what to do. */
public final class IndexRunException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public IndexRunException(String message) {
        super(message);
    }
}
