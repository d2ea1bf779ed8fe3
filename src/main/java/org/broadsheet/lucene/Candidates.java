package org.broadsheet.lucene;

import java.io.IOException;
import java.util.List;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.DocIdSetIterator;
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

    /** Documents between two looks at the clock, where each is looked up. */
    private static final int WINDOW = 1 << 10;
    /** The same, where whole blocks of them are scored or skipped. */
    private static final int BLOCK = 1 << 14;

    /** Where the words lead to so many documents for one that is wanted, each of those is looked up. */
    private static final int RARE = 100;
    /** Where to so few, what is not wanted is left out only after its score has passed the bar. */
    private static final int DENSE = 4;

    /** So few are looked up in less time than it takes to prepare to score blocks of documents. */
    private static final int SINGLE = 50;

    /** So few matches are looked at one by one in less time than it takes to prepare two passes. */
    private static final int FEW = 400;

    private final MatchSets matches;
    private final Query query;
    private Chosen[] candidates; // by segment; null where there are none
    private Chosen[] others; // of the matches, by segment; null where there are none

    /** @param query which of the matches they are */
    Candidates(MatchSets matches, Query query) {
        this.matches = matches;
        this.query = query;
    }

    /** Whether there are no other matches. */
    boolean areAll() {
        return matches.total() <= FEW;
    }

    /**
     * Documents of a segment.
     *
     * @param count how many, one or more
     */
    private record Chosen(FixedBitSet set, int count) {

        /** Null if there are none. */
        static Chosen of(FixedBitSet set) {
            int count = set.cardinality();
            return count == 0 ? null : new Chosen(set, count);
        }

        Chosen without(Chosen others, LeafReaderContext leaf, SearchSets sets) throws IOException {
            if (others == null) {
                return this;
            }
            if (count == others.count) {
                return null;
            }
            FixedBitSet rest = sets.copy(leaf, set);
            rest.andNot(others.set);
            return new Chosen(rest, count - others.count);
        }
    }

    /** Finds them, before anything else is asked. Returns whether there are any. */
    boolean find(Snapshot.TimedSearcher searcher) throws IOException {
        List<MatchSets.Segment> segments = matches.segments();
        candidates = new Chosen[segments.size()];
        others = new Chosen[segments.size()];
        Weight weight = areAll()
                ? null
                : searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        boolean any = false;
        for (int i = 0; i < candidates.length; i++) {
            Chosen all = Chosen.of(segments.get(i).all());
            if (all != null) {
                candidates[i] = weight == null ? all : found(weight, segments.get(i), searcher.sets());
                others[i] = all.without(candidates[i], segments.get(i).leaf(), searcher.sets());
                any |= candidates[i] != null;
            }
        }
        return any;
    }

    private static Chosen found(Weight weight, MatchSets.Segment segment, SearchSets sets) throws IOException {
        Scorer scorer = weight.scorer(segment.leaf());
        if (scorer == null) {
            return null;
        }
        FixedBitSet found = sets.empty(segment.leaf());
        DocIdSetIterator iterator = scorer.iterator();
        iterator.nextDoc();
        iterator.intoBitSet(found.length(), found, 0);
        found.and(segment.all());
        return Chosen.of(found);
    }

    /** Collects those in a piece of the index. */
    void collect(LeafReaderContextPartition piece, Weight ranking, Collector collector, Deadline deadline)
            throws IOException {
        collect(candidates[piece.ctx.ord], piece, ranking, collector, deadline);
    }

    /** Collects all matches but them. */
    void collectOthers(LeafReaderContextPartition piece, Weight ranking, Collector collector, Deadline deadline)
            throws IOException {
        collect(others[piece.ctx.ord], piece, ranking, collector, deadline);
    }

    private static void collect(Chosen chosen, LeafReaderContextPartition piece, Weight ranking, Collector collector,
            Deadline deadline) throws IOException {
        if (chosen == null) {
            return;
        }
        FixedBitSet set = chosen.set();
        int end = Math.min(piece.maxDocId, set.length());
        int first = piece.minDocId < end ? set.nextSetBit(piece.minDocId, end) : DocIdSetIterator.NO_MORE_DOCS;
        ScorerSupplier supplier = first < end ? ranking.scorerSupplier(piece.ctx) : null;
        if (supplier == null) {
            return;
        }
        LeafCollector leaf = collector.getLeafCollector(piece.ctx);
        long passed = supplier.cost() / chosen.count(); // documents that lead to one of the set
        if (passed > RARE || chosen.count() <= SINGLE) {
            oneByOne(set, first, end, supplier.get(0), leaf, deadline);
        } else if (passed < DENSE) {
            inBlocks(null, first, end, supplier, new Only(leaf, set), deadline);
        } else {
            inBlocks(set, first, end, supplier, leaf, deadline);
        }
        leaf.finish();
    }

    /** @param accepted is asked of each document before it is scored; null if all are */
    private static void inBlocks(FixedBitSet accepted, int first, int end, ScorerSupplier supplier, LeafCollector leaf,
            Deadline deadline) throws IOException {
        supplier.setTopLevelScoringClause();
        BulkScorer scorer = supplier.bulkScorer();
        for (int from = first; from < end; from += Math.min(BLOCK, end - from)) {
            deadline.check();
            scorer.score(leaf, accepted, from, from + Math.min(BLOCK, end - from));
        }
    }

    private static void oneByOne(FixedBitSet set, int first, int end, Scorer scorer, LeafCollector collector,
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

    /** Collects what is in a set. */
    private static final class Only extends FilterLeafCollector {

        private final FixedBitSet set;

        private Only(LeafCollector in, FixedBitSet set) {
            super(in);
            this.set = set;
        }

        @Override
        public void collect(int doc) throws IOException {
            if (set.get(doc)) {
                in.collect(doc);
            }
        }
    }
}
