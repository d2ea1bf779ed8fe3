package org.broadsheet.web;

import java.util.List;

/**
 * A group of filters. Values are checkboxes, ranges are links and a pair of fields.
 *
 * @param name of its parameter
 * @param note what its counts leave out, or null
 */
record FacetView(String name, String legend, List<Value> values, List<Bucket> buckets, String note) {

    /** Ranges that are shown before the rest is asked for: days of two months would fill a page. */
    static final int FIRST_BUCKETS = 10;

    /**
     * One value, to be chosen with others.
     *
     * @param value of the parameter: with a leading hyphen where it is excluded
     */
    record Value(String value, String label, String count, boolean checked) {}

    /**
     * One range, to be chosen alone.
     *
     * @param url where it is chosen, or given up if it is; null where choosing it would leave nothing
     * @param percent how long its bar is, against the longest of the facet
     */
    record Bucket(String label, String url, String count, int percent, boolean selected) {}
}
