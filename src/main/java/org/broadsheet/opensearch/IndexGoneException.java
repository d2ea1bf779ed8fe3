package org.broadsheet.opensearch;

/** What was asked for is not there: an index that a newer commit has replaced, or an article. */
final class IndexGoneException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IndexGoneException(Throwable cause) {
        super("the cluster has no such index", cause);
    }
}
