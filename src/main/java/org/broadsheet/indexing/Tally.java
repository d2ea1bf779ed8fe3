package org.broadsheet.indexing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

import org.broadsheet.source.Rejection;

/** Counts what a run does, on many threads at once. */
final class Tally {

    final LongAdder added = new LongAdder();
    final LongAdder updated = new LongAdder();
    final LongAdder removed = new LongAdder();
    final LongAdder unchanged = new LongAdder();
    /** Files that had to be read to see that they are as they were: those are counted as unchanged, too. */
    final LongAdder readInVain = new LongAdder();
    private final List<Rejection> rejections = new ArrayList<>();
    private long rejected;

    synchronized void rejected(Rejection rejection) {
        rejected++;
        if (rejections.size() < IndexReport.LISTED) {
            rejections.add(rejection);
        }
    }

    /** A file that could be used, but that the index does not take: it does not count as what it was counted as. */
    void refused(Rejection rejection, boolean known) {
        (known ? updated : added).decrement();
        rejected(rejection);
    }

    synchronized long rejectedSoFar() {
        return rejected;
    }

    /** All of it; to be called when the threads are done. */
    synchronized IndexReport report() {
        rejections.sort(Comparator.comparing(Rejection::path).thenComparing(Rejection::line));
        return new IndexReport(added.sum(), updated.sum(), removed.sum(), unchanged.sum(), rejected, rejections);
    }
}
