package org.broadsheet.query;

/** A file of synonyms cannot be used; the message says where and why, in one line. */
public final class SynonymsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SynonymsException(String name, int line, String reason) {
        super(name + ":" + line + ": " + reason);
    }
}
