package org.broadsheet.search;

/**
 * The index cannot be read or written: it is missing, locked by another command, damaged, of another format, or its
 * cluster is out of reach. The message is one line that says what to do.
 */
public final class EngineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EngineException(String message) {
        super(message);
    }

    public EngineException(String message, Throwable cause) {
        super(message, cause);
    }
}
