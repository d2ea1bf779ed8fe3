package org.broadsheet.web;

import java.util.Locale;

/**
 * A text that leads somewhere.
 *
 * @param url relative to the server, or {@code http} or {@code https}
 */
record Link(String text, String url) {

    /**
     * An address of the web as it may stand in a page: the same, or null if it is null or leads anywhere else, such as
     * to a script. Archives are read that way already; a page does not rely on it.
     */
    static String web(String address) {
        if (address == null) {
            return null;
        }
        String start = address.substring(0, Math.min(8, address.length())).toLowerCase(Locale.ROOT);
        return start.startsWith("http://") || start.startsWith("https://") ? address : null;
    }

    /** Where an article's page is. */
    static String article(String id) {
        return "/articles/" + QueryString.encode(id);
    }
}
