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

/** Collects what a query matches, as Lucene does. */
record OnePass(Snapshot.TimedSearcher searcher, Query query) implements HitWalk {

    @Override
    public List<Task> rest(Division division, ScoreMode mode, Supplier<? extends Collector> collectors)
            throws IOException {
        Weight weight = searcher.createWeight(searcher.rewrite(query), mode, 1);
        List<Task> tasks = new ArrayList<>();
        for (LeafReaderContextPartition piece : division.pieces()) {
            Collector collector = collectors.get();
            tasks.add(() -> searcher.collect(piece, weight, collector));
        }
        return tasks;
    }
}
