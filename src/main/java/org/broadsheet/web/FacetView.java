package org.broadsheet.web;

import java.util.List;

/**
 * A group of filters. Values are checkboxes, ranges are links and a pair of fields.
 *
 * @param name of its parameter
 * @param note what its counts leave out, or null
 * @param more where all values are listed, or null where they are here
 */
record FacetView(String name, String legend, List<Value> values, List<Bucket> buckets, String note, String more) {

    /**
     * One value, to be chosen with others.
     *
     * @param value of the parameter: with a leading hyphen where it is excluded
     * @param exclude where it is left out, or null where it is already
     */
    record Value(String value, String label, String count, boolean checked, String exclude) {}

    /**
     * One range, to be chosen alone.
     *
     * @param url where it is chosen, or given up if it is; null where choosing it would leave nothing
     * @param percent how long its bar is, against the longest of the facet
     */
    record Bucket(String label, String url, String count, int percent, boolean selected) {

        static Bucket of(String label, String url, long count, long most, boolean selected) {
            // At least 1 where there is anything, so that it can be seen.
            int percent = count == 0 ? 0 : (int) Math.max(1, Math.round(100.0 * count / most));
            return new Bucket(label, count > 0 || selected ? url : null, Wording.number(count), percent, selected);
        }
    }
}
