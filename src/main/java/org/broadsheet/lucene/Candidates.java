package org.broadsheet.lucene;

import java.io.IOException;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FilterCollector;
import org.apache.lucene.search.FilterLeafCollector;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.IndexSearcher.LeafReaderContextPartition;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;
import org.broadsheet.search.Deadline;

/** Those matches that are looked at on their own, before the others: where few match, all of them. */
final class Candidates {

    /** Documents between two looks at the clock. */
    private static final int WINDOW = 1 << 10;

    /** So few matches are looked at one by one in less time than it takes to prepare two passes. */
    private static final int FEW = 400;

    private final MatchSets matches;
    private final Query query;
    private FixedBitSet[] sets; // by segment; null where there are none

    /** @param query which of the matches they are */
    Candidates(MatchSets matches, Query query) {
        this.matches = matches;
        this.query = query;
    }

    /** Whether there are no other matches. */
    boolean areAll() {
        return matches.total() <= FEW;
    }

    /** Finds them, before anything else is asked. Returns whether there are any. */
    boolean find(IndexSearcher searcher) throws IOException {
        if (areAll()) {
            sets = matches.segments().stream().map(MatchSets.Segment::all).toArray(FixedBitSet[]::new);
            return true;
        }
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        sets = new FixedBitSet[matches.segments().size()];
        boolean any = false;
        for (MatchSets.Segment segment : matches.segments()) {
            Scorer scorer = weight.scorer(segment.leaf());
            if (scorer != null) {
                FixedBitSet found = new FixedBitSet(segment.all().length());
                DocIdSetIterator iterator = scorer.iterator();
                iterator.nextDoc();
                iterator.intoBitSet(found.length(), found, 0);
                found.and(segment.all());
                if (!found.scanIsEmpty()) {
                    sets[segment.leaf().ord] = found;
                    any = true;
                }
            }
        }
        return any;
    }

    /** Collects those in a piece of the index. */
    void collect(LeafReaderContextPartition piece, Weight ranking, Collector collector, Deadline deadline)
            throws IOException {
        FixedBitSet set = sets[piece.ctx.ord];
        int end = set == null ? 0 : Math.min(piece.maxDocId, set.length());
        int first = piece.minDocId < end ? set.nextSetBit(piece.minDocId, end) : DocIdSetIterator.NO_MORE_DOCS;
        ScorerSupplier supplier = first < end ? ranking.scorerSupplier(piece.ctx) : null;
        if (supplier != null) {
            LeafCollector leaf = collector.getLeafCollector(piece.ctx);
            collect(set, first, end, supplier.get(0), leaf, deadline);
            leaf.finish();
        }
    }

    private static void collect(FixedBitSet set, int first, int end, Scorer scorer, LeafCollector collector,
            Deadline deadline) throws IOException {
        collector.setScorer(scorer);
        DocIdSetIterator ranked = scorer.iterator();
        int seen = 0;
        int doc = first;
        while (doc < end) {
            if (seen++ % WINDOW == 0) {
                deadline.check();
            }
            // It may have skipped what cannot come in.
            if ((ranked.docID() < doc ? ranked.advance(doc) : ranked.docID()) == doc) {
                collector.collect(doc);
            }
            doc = doc + 1 < end ? set.nextSetBit(doc + 1, end) : end;
        }
    }

    /** Collects all but them. */
    Collector others(Collector collector) {
        return new FilterCollector(collector) {
            @Override
            public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
                LeafCollector all = super.getLeafCollector(leaf);
                return sets[leaf.ord] == null ? all : new Others(all, sets[leaf.ord]);
            }
        };
    }

    private static final class Others extends FilterLeafCollector {

        private final FixedBitSet leftOut;

        private Others(LeafCollector in, FixedBitSet leftOut) {
            super(in);
            this.leftOut = leftOut;
        }

        @Override
        public void collect(int doc) throws IOException {
            if (!leftOut.get(doc)) {
                in.collect(doc);
            }
        }
    }
}
