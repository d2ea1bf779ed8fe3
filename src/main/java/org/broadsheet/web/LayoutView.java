package org.broadsheet.web;

import java.util.List;

/**
 * What every page has around its content.
 *
 * @param title of the document
 * @param indexed whether search engines may keep it
 * @param query what stands in the search box
 * @param hidden what else the form sends
 */
record LayoutView(String title, boolean indexed, String query, List<SearchUrl.Parameter> hidden, String styleUrl,
        String iconUrl) {

    static final String SITE = "Broadsheet";

    /** A page with an empty search box. */
    static LayoutView of(String title, boolean indexed, Assets assets) {
        return of(title, indexed, "", List.of(), assets);
    }

    static LayoutView of(String title, boolean indexed, String query, List<SearchUrl.Parameter> hidden, Assets assets) {
        return new LayoutView(title, indexed, query, hidden, assets.styleUrl(), assets.iconUrl());
    }
}
