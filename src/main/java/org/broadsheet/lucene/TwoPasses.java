package org.broadsheet.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.apache.lucene.search.Collector;
import org.apache.lucene.search.IndexSearcher.LeafReaderContextPartition;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.broadsheet.lucene.SpareProcessors.Task;

/**
 * Collects what matches in two passes. The first one looks at the few articles in which there may be more than the words:
 * neighbours, or the whole title. Most of the best are among them, so that the bar is high for the others, and nothing is
 * added to what their words score: most are skipped.
 *
 * @param ofCandidates what ranks those of the first pass
 * @param ofOthers what ranks the others
 */
record TwoPasses(Snapshot.TimedSearcher searcher, Candidates candidates, Query ofCandidates, Query ofOthers)
        implements
            HitWalk {

    @Override
    public List<Task> first(Division division, ScoreMode mode, Supplier<? extends Collector> collectors)
            throws IOException {
        List<Task> tasks = new ArrayList<>();
        if (candidates.find(searcher)) {
            Weight weight = searcher.createWeight(searcher.rewrite(ofCandidates), mode, 1);
            for (LeafReaderContextPartition piece : division.pieces()) {
                Collector collector = collectors.get();
                tasks.add(() -> candidates.collect(piece, weight, collector, searcher.deadline()));
            }
        }
        return tasks;
    }

    @Override
    public List<Task> rest(Division division, ScoreMode mode, Supplier<? extends Collector> collectors)
            throws IOException {
        List<Task> tasks = new ArrayList<>();
        if (!candidates.areAll()) {
            Weight weight = searcher.createWeight(searcher.rewrite(ofOthers), mode, 1);
            for (LeafReaderContextPartition piece : division.pieces()) {
                Collector collector = collectors.get();
                tasks.add(() -> candidates.collectOthers(piece, weight, collector, searcher.deadline()));
            }
        }
        return tasks;
    }
}
