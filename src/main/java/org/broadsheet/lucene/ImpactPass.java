package org.broadsheet.lucene;

import java.io.IOException;
import java.util.List;

import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher.LeafReaderContextPartition;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.util.FixedBitSet;
import org.broadsheet.lucene.ImpactRanking.Frequent;
import org.broadsheet.search.Deadline;

/**
 * One walk of an {@link ImpactRanking} over a part of a segment: of each 512 documents it asks first what they may score
 * at most, then of each 64, then of each match among them, and scores those that may come over the bar.
 */
final class ImpactPass {

    /** Documents that are looked at between two looks at the clock and at the bar of others. */
    private static final int WINDOW = 1 << 13;
    private static final int BLOCKS = WINDOW / Long.SIZE;
    /** Documents that are asked together: memory is waited for once for many of them. */
    private static final int BATCH = 1 << 10;
    /** Sums of floats differ in their last bits by the order of adding: so much is allowed for that. */
    private static final float SLACK = 1 + 1e-5f;

    private final FixedBitSet matches;
    private final List<Frequent> frequent;
    private final List<RareWord> rare;
    private final DocIdSetIterator near; // null if no document is
    private final Scorer words;
    private final Additions additions;
    private final Deadline deadline;
    private final float mostOfNear; // that is added to a document that is near
    private final float mostOfOthers;

    private final FixedBitSet nearSet = new FixedBitSet(WINDOW);
    private final FixedBitSet rareSet = new FixedBitSet(WINDOW);
    private final float[] sums = new float[WINDOW]; // of rare words, where they are set
    private final BlockBounds bounds; // of the frequent words

    private final int[] docs = new int[BATCH];
    private final float[] most = new float[BATCH]; // that each of them scores, as far as it is known
    private final float[] added = new float[BATCH]; // to each of them, at most
    private int waiting; // documents in the batch
    private float bar; // hits below it are not wanted
    private float reached; // a sum of bounds below it is below the bar

    /**
     * @param any whether there are matches that have not all of the words
     * @param near finds the documents that may have any of the extras; null if there are none
     */
    ImpactPass(FixedBitSet matches, boolean any, List<Frequent> frequent, List<RareWord> rare, Scorer near,
            Scorer words,
            Additions additions, Deadline deadline) {
        this.matches = matches;
        this.frequent = frequent;
        bounds = new BlockBounds(frequent, any, BLOCKS);
        this.rare = rare;
        this.near = near == null ? null : near.iterator();
        this.words = words;
        this.additions = additions;
        this.deadline = deadline;
        mostOfNear = additions.most();
        mostOfOthers = additions.mostOfPriors();
    }

    void collect(LeafReaderContextPartition piece, LeafCollector collector) throws IOException {
        int end = Math.min(piece.maxDocId, matches.length());
        if (near != null) {
            near.advance(piece.minDocId);
        }
        for (RareWord word : rare) {
            word.begin(piece.minDocId);
        }
        Scorable score = new Scorable() {
            @Override
            public float score() throws IOException {
                return additions.to(words.score(), words.docID());
            }

            @Override
            public void setMinCompetitiveScore(float least) {
                bar = least;
                reached = least / SLACK;
                additions.raise(least);
            }
        };
        for (int from = piece.minDocId; from < end; from += Math.min(WINDOW, end - from)) {
            deadline.check();
            collector.setScorer(score); // tells what other pieces have found meanwhile
            gather(from, from + Math.min(WINDOW, end - from), collector);
        }
        flush(collector);
        collector.finish();
    }

    private void gather(int from, int end, LeafCollector collector) throws IOException {
        nearSet.clear();
        if (near != null && near.docID() < end) {
            near.intoBitSet(end, nearSet, from);
        }
        rareSet.clear();
        for (RareWord word : rare) {
            word.addUpTo(end, from, rareSet, sums);
        }
        int first = from / Long.SIZE;
        int blocks = FixedBitSet.bits2words(end - from);
        bounds.begin(first);
        for (int block = 0; block < blocks;) {
            int group = (first + block) / WordImpacts.GROUP;
            int next = Math.min(blocks, (group + 1) * WordImpacts.GROUP - first);
            if (isWanted(group, block, next)) {
                gatherBlocks(from, block, next, collector);
            }
            block = next;
        }
    }

    /** Whether any document of a group may be wanted, of which these blocks are in the window. */
    private boolean isWanted(int group, int fromBlock, int endBlock) {
        long ofRare = 0;
        long ofNear = 0;
        for (int block = fromBlock; block < endBlock; block++) {
            ofRare |= rareSet.getBits()[block];
            ofNear |= nearSet.getBits()[block];
        }
        return ofRare != 0 || bounds.mayReach(group, reached - (ofNear == 0 ? mostOfOthers : mostOfNear));
    }

    private void gatherBlocks(int from, int fromBlock, int endBlock, LeafCollector collector) throws IOException {
        bounds.fill(fromBlock, endBlock);
        for (int block = fromBlock; block < endBlock; block++) {
            long candidates = rareSet.getBits()[block] | reaching(block);
            if (candidates != 0) {
                add(from, block, candidates & matches.getBits()[from / Long.SIZE + block]);
                if (waiting > BATCH - Long.SIZE) {
                    flush(collector);
                }
            }
        }
    }

    /** The documents of a block that may be wanted if they have no rare word. */
    private long reaching(int block) {
        long others = bounds.reaching(block, reached - mostOfOthers);
        long ofNear = nearSet.getBits()[block];
        return ofNear == 0 ? others : others | ofNear & bounds.reaching(block, reached - mostOfNear);
    }

    /** Adds to the batch what may be wanted of the candidates of a block. */
    private void add(int from, int block, long candidates) {
        long ofNear = nearSet.getBits()[block];
        long ofRare = rareSet.getBits()[block];
        for (long left = candidates; left != 0; left &= left - 1) {
            int at = Long.numberOfTrailingZeros(left);
            float known = (ofRare >>> at & 1) == 0 ? 0 : sums[block * Long.SIZE + at];
            float rest = (ofNear >>> at & 1) == 0 ? mostOfOthers : mostOfNear;
            docs[waiting] = from + block * Long.SIZE + at;
            most[waiting] = known + bounds.most(block, at);
            added[waiting] = rest;
            waiting += reaches(most[waiting] + rest) ? 1 : 0;
        }
    }

    /** Scores what may be wanted of a batch. */
    private void flush(LeafCollector collector) throws IOException {
        for (Frequent word : frequent) {
            word.impacts().lower(docs, waiting, word.set(), word.bounds(), most);
        }
        keepWanted();
        for (int i = 0; i < waiting; i++) {
            most[i] += additions.prior(docs[i]);
            added[i] -= mostOfOthers;
        }
        keepWanted();
        for (int i = 0; i < waiting; i++) {
            if (reaches(most[i] + added[i]) && additions.withExtras(most[i] * SLACK, docs[i]) >= bar
                    && isAt(docs[i])) {
                collector.collect(docs[i]);
            }
        }
        waiting = 0;
    }

    private void keepWanted() {
        int kept = 0;
        for (int i = 0; i < waiting; i++) {
            docs[kept] = docs[i];
            most[kept] = most[i];
            added[kept] = added[i];
            kept += reaches(most[i] + added[i]) ? 1 : 0;
        }
        waiting = kept;
    }

    private boolean isAt(int doc) throws IOException {
        return (words.docID() < doc ? words.iterator().advance(doc) : words.docID()) == doc;
    }

    private boolean reaches(float score) {
        return score >= reached;
    }
}
