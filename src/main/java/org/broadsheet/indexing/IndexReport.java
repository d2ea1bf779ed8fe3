package org.broadsheet.indexing;

import java.util.List;

import org.broadsheet.source.Rejection;

/**
 * What a run did. Articles that are left out by their own will ({@code removed: true}) or by the settings' are not
 * counted, unless the index held them: then they are removed.
 *
 * @param added articles that the index did not hold
 * @param updated articles whose file has changed
 * @param removed articles whose file is gone, or is not to be indexed any more
 * @param unchanged articles whose file is as it was
 * @param rejected files that could not be used; one that could be before keeps its last good version in the index
 * @param rejections those files by path, at most the first {@value #LISTED}
 */
public record IndexReport(long added, long updated, long removed, long unchanged, long rejected,
        List<Rejection> rejections) {

    /** More than anybody reads, and few enough to be kept in memory. */
    static final int LISTED = 10_000;

    public IndexReport {
        rejections = List.copyOf(rejections);
    }

    /** Whether the run found the index as it had to be. */
    public boolean changedNothing() {
        return added == 0 && updated == 0 && removed == 0;
    }

    /** Such as {@code 4 added, 1 updated, 1 removed, 3 unchanged, 0 rejected}. */
    @Override
    public String toString() {
        return added + " added, " + updated + " updated, " + removed + " removed, " + unchanged + " unchanged, "
                + rejected + " rejected";
    }
}
