package org.broadsheet.search;

/**
 * What a reader may be about to type.
 *
 * @param text the whole text to search for
 * @param kind what it is
 */
public record Completion(String text, Kind kind) {

    /** Where a completion comes from. */
    public enum Kind {
        WORD, TITLE, PROVIDER, TOPIC
    }
}
