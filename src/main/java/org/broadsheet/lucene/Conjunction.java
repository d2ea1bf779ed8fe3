package org.broadsheet.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.IndexSearcher.LeafReaderContextPartition;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.broadsheet.search.Deadline;

/**
 * What several queries all match, found one query after the other, the rarest first: where the next one is a bit set it
 * takes one step for 64 documents, where Lucene's own conjunctions look at each document that the rarest has.
 */
final class Conjunction {

    /** Documents between two looks at the clock. */
    private static final int WINDOW = 1 << 16;

    private final List<Weight> weights = new ArrayList<>();

    /** @param queries of which those that are conjunctions themselves are taken apart */
    Conjunction(IndexSearcher searcher, List<Query> queries) throws IOException {
        List<Query> parts = new ArrayList<>();
        queries.forEach(query -> addParts(query, parts));
        for (Query part : parts) {
            weights.add(searcher.createWeight(searcher.rewrite(part), ScoreMode.COMPLETE_NO_SCORES, 1));
        }
    }

    private static void addParts(Query query, List<Query> parts) {
        if (query instanceof BooleanQuery list && list.clauses().stream().allMatch(BooleanClause::isRequired)) {
            list.clauses().forEach(clause -> addParts(clause.query(), parts));
        } else {
            parts.add(query);
        }
    }

    /** Adds the matches in a piece of the index to a set that has none of the piece yet; pieces begin with a word of it. */
    void fill(LeafReaderContextPartition piece, FixedBitSet set, Deadline deadline) throws IOException {
        List<Scorer> scorers = scorers(piece.ctx);
        if (scorers.isEmpty()) {
            return;
        }
        int end = Math.min(piece.maxDocId, set.length());
        DocIdSetIterator rarest = scorers.getFirst().iterator();
        rarest.advance(piece.minDocId);
        while (rarest.docID() < end) {
            deadline.check();
            rarest.intoBitSet(Math.min(end, rarest.docID() + WINDOW), set, 0);
        }
        for (Scorer scorer : scorers.subList(1, scorers.size())) {
            FixedBitSet other = BitSetIterator.getFixedBitSetOrNull(scorer.iterator());
            for (int from = piece.minDocId; from < end; from += WINDOW) {
                deadline.check();
                int to = Math.min(end, from + WINDOW);
                if (other != null) {
                    intersect(set, other, from, to);
                } else {
                    retain(set, scorer, from, to);
                }
            }
        }
    }

    /** Of all parts, what matches the fewest documents first; none if one of them matches nothing. */
    private List<Scorer> scorers(LeafReaderContext leaf) throws IOException {
        List<Scorer> scorers = new ArrayList<>();
        for (Weight weight : weights) {
            Scorer scorer = weight.scorer(leaf);
            if (scorer == null) {
                return List.of();
            }
            scorers.add(scorer);
        }
        scorers.sort(Comparator.comparingLong(scorer -> scorer.iterator().cost()));
        return scorers;
    }

    private static void intersect(FixedBitSet set, FixedBitSet other, int from, int to) {
        long[] words = set.getBits();
        long[] others = other.getBits();
        for (int i = from / Long.SIZE; i < Math.ceilDiv(to, Long.SIZE); i++) {
            words[i] &= others[i];
        }
    }

    private static void retain(FixedBitSet set, Scorer scorer, int from, int to) throws IOException {
        TwoPhaseIterator check = scorer.twoPhaseIterator();
        DocIdSetIterator documents = check == null ? scorer.iterator() : check.approximation();
        int doc = set.nextSetBit(from, to);
        while (doc < to) {
            int at = documents.docID() < doc ? documents.advance(doc) : documents.docID();
            if (at > doc) {
                set.clear(doc, Math.min(at, to));
            } else if (check != null && !check.matches()) {
                set.clear(doc);
            }
            int next = Math.max(doc + 1, at);
            doc = next < to ? set.nextSetBit(next, to) : to;
        }
    }
}
