package org.broadsheet.web;

import java.util.List;

/**
 * What every page has around its content.
 *
 * @param title of the document
 * @param indexed whether search engines may keep it
 * @param query what stands in the search box
 * @param hidden what else the form sends
 * @param search what follows a feed's or an export's address for the search that is shown; empty for all articles
 * @param card what others show who link to the page, or null
 */
record LayoutView(String title, boolean indexed, String query, List<SearchUrl.Parameter> hidden, String search,
        Card card, Assets assets) {

    static final String SITE = "Broadsheet";

    /**
     * A page in the words of the Open Graph protocol.
     *
     * @param type {@code website} or {@code article}
     * @param description or null
     * @param url of the page, whole
     * @param image its address, or null
     */
    record Card(String type, String title, String description, String url, String image) {}

    /** A page with an empty search box. */
    static LayoutView of(String title, boolean indexed, Assets assets) {
        return new LayoutView(title, indexed, "", List.of(), "", null, assets);
    }

    /** The same with a search in the box. */
    LayoutView with(String otherQuery, List<SearchUrl.Parameter> otherHidden, String otherSearch) {
        return new LayoutView(title, indexed, otherQuery, otherHidden, otherSearch, card, assets);
    }

    /** The same with a card of its title. */
    LayoutView described(String description, String url) {
        return with(new Card("website", title, description, url, null));
    }

    LayoutView with(Card other) {
        return new LayoutView(title, indexed, query, hidden, search, other, assets);
    }
}
