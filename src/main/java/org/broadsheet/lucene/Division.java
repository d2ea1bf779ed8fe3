package org.broadsheet.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher.LeafReaderContextPartition;
import org.broadsheet.lucene.SpareProcessors.Task;

/** How the work of one search is divided: into pieces of the index, among the processors that have nothing else to do. */
final class Division {

    /** To rank a match costs about as much as to look through so many articles. */
    private static final int RANKING = 250;

    private final SpareProcessors.Use processors; // null for one
    private final List<LeafReaderContext> segments;
    private final List<LeafReaderContextPartition> pieces = new ArrayList<>();

    private Division(SpareProcessors.Use processors, List<LeafReaderContext> segments, int largest) {
        this.processors = processors;
        this.segments = segments;
        for (LeafReaderContext segment : segments) {
            int size = segment.reader().maxDoc();
            for (int from = 0; from < size; from += Math.min(largest, size - from)) {
                int to = from + Math.min(largest, size - from);
                pieces.add(LeafReaderContextPartition.createFromAndTo(segment, from, to));
            }
        }
    }

    /** All work in one piece for each segment, one after the other. */
    static Division none(List<LeafReaderContext> segments) {
        return new Division(null, segments, Integer.MAX_VALUE);
    }

    /** Pieces for all processors of a search. */
    static Division among(SpareProcessors.Use processors, List<LeafReaderContext> segments) {
        if (processors.count() == 1) {
            return none(segments);
        }
        int articles = segments.stream().mapToInt(segment -> segment.reader().maxDoc()).sum();
        // No two pieces share a word of a bit set, so that they can be filled at the same time.
        int words = Math.ceilDiv(articles, processors.count() * Long.SIZE);
        return new Division(processors, segments, Math.max(1, words) * Long.SIZE);
    }

    /** How to rank so many matches: where they are few it is not worth the pieces, and the others count meanwhile. */
    Division forRanking(long matches) {
        return processors == null || processors.isWorthSharing(matches * RANKING)
                ? this
                : new Division(processors, segments, Integer.MAX_VALUE);
    }

    /** Parts of segments that make up the index, in their order. */
    List<LeafReaderContextPartition> pieces() {
        return pieces;
    }

    /** Runs tasks, side by side if there are processors for it; returns when all have ended. */
    void run(List<Task> tasks) throws IOException {
        if (processors != null) {
            processors.run(tasks);
            return;
        }
        for (Task task : tasks) {
            task.run();
        }
    }
}
