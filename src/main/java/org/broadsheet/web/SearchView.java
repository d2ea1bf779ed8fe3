package org.broadsheet.web;

import java.util.List;

/**
 * The answer to a search as a page.
 *
 * @param status how many articles, and how long it took
 * @param notices what was ignored or done otherwise than asked; empty if nothing was
 * @param suggestion a query that is likely to be better, or null
 * @param applied what the answer is narrowed to, each leading to the answer without it
 * @param clear where all of it is given up
 * @param from first day of the range in the form, or an instant, or empty; so with {@code to}, the last
 * @param qualityMin smallest quality in the form, or empty; so with {@code qualityMax}
 * @param nothing says that there are no hits
 * @param waysOn where to go from an answer without hits; empty if there are any
 * @param time the answer over time, or null
 * @param search what follows a feed's or an export's address for this search
 * @param exportable whether an export of this search holds what the page shows: none does where it was relaxed
 * @param explain where the page says why each hit is where it is, or null
 */
record SearchView(LayoutView layout, String heading, String status, List<String> notices, Link suggestion,
        List<Link> applied, String clear, List<FacetView> facets, String from, String to, String qualityMin,
        String qualityMax, List<Sort> sorts, List<HitView> hits, PageLinks pages, String nothing, List<Link> waysOn,
        TimeView time, String search, boolean exportable, String explain) {

    /** An order that can be chosen. */
    record Sort(String value, String label, boolean selected) {}

    /** What kind of field holds a bound of the range of dates: a date field cannot show an instant. */
    static String fieldFor(String bound) {
        return bound.isEmpty() || bound.length() == "2021-04-30".length() ? "date" : "text";
    }
}
