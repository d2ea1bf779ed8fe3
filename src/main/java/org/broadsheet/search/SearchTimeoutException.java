package org.broadsheet.search;

/** A search took longer than it may. There is no partial answer: counts are exact or absent. */
public final class SearchTimeoutException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SearchTimeoutException() {
        super("the search took too long and was stopped: ask for less, or try again later");
    }
}
