package org.broadsheet.web;

import java.util.List;

import org.broadsheet.search.FacetName;

/**
 * All values of one facet within a search: more than stand beside an answer.
 *
 * @param notices what the search ignored or did otherwise than asked; empty if nothing was
 * @param facet its name in an address
 * @param prefix how the values listed begin; empty for all
 * @param hidden the search, for the form that asks for another prefix
 * @param back to the answer
 * @param note what is not listed, or null
 */
record FacetPageView(LayoutView layout, String heading, List<String> notices, String facet, String prefix,
        List<SearchUrl.Parameter> hidden, String back, List<FacetView.Bucket> values, String note) {

    static final String PATH = "/facets/";
    /** The parameter that holds the prefix. */
    static final String PREFIX = "prefix";

    /** Where it is, for a search. */
    static String url(FacetName facet, SearchUrl search) {
        return PATH + facet.parameter() + search.query();
    }
}
