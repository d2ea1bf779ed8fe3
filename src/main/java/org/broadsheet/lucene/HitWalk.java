package org.broadsheet.lucene;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;

import org.apache.lucene.search.Collector;
import org.apache.lucene.search.ScoreMode;
import org.broadsheet.lucene.SpareProcessors.Task;

/** A way to collect all that may be among the first hits, in one piece or in several that are done side by side. */
interface HitWalk {

    /**
     * What has to be run before anything else; nothing if it needs no preparation.
     *
     * @param mode what the collectors ask for
     * @param collectors gives a new one at each call
     */
    default List<Task> first(Division division, ScoreMode mode, Supplier<? extends Collector> collectors)
            throws IOException {
        return List.of();
    }

    /** What has to be run then, in any order and side by side. */
    List<Task> rest(Division division, ScoreMode mode, Supplier<? extends Collector> collectors) throws IOException;
}
