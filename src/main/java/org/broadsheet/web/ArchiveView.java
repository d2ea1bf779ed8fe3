package org.broadsheet.web;

import java.util.List;

/**
 * The archive at a glance.
 *
 * @param lead how much it holds, in a sentence
 * @param time null where no article has a date
 * @param providers and topics, types and categories: the most frequent, each leading to its articles
 * @param rejected how many files the last run could not use, in words
 * @param popular what is asked most often, or null where that is not shown; so with {@code inVain}, what is asked most
 *        often and finds nothing
 */
record ArchiveView(LayoutView layout, String lead, TimeView time, Group providers, Group topics, Group types,
        Group categories, Chart quality, String withoutQuality, Chart heat, String withoutHeat, Group sources,
        DateView built, long commit, String rejected, Group popular, Group inVain) {

    ArchiveView with(Group otherPopular, Group otherInVain) {
        return new ArchiveView(layout, lead, time, providers, topics, types, categories, quality, withoutQuality, heat,
                withoutHeat, sources, built, commit, rejected, otherPopular, otherInVain);
    }

    /** The same page as it is reached from outside. */
    ArchiveView at(String origin) {
        return new ArchiveView(layout.described(lead, origin + "/archive"), lead, time, providers, topics, types,
                categories, quality, withoutQuality, heat, withoutHeat, sources, built, commit, rejected, popular,
                inVain);
    }

    /**
     * Values with their counts.
     *
     * @param note what is not listed, or null
     * @param more where all of them are listed, or null
     */
    record Group(String title, List<FacetView.Bucket> buckets, String note, String more) {}
}
