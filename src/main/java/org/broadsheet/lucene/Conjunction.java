package org.broadsheet.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
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
 * takes one step for 64 documents, where Lucene's own conjunctions look at each document that the rarest has. What any
 * of several queries matches is found one after the other too: if one of them is a phrase, Lucene's disjunctions look at
 * each document of all.
 */
final class Conjunction {

    /** Documents between two looks at the clock. */
    private static final int WINDOW = 1 << 16;

    private final List<Weight> weights = new ArrayList<>();
    private final boolean any; // whether one of them is enough

    /** @param queries of which those that are conjunctions themselves, or a disjunction alone, are taken apart */
    Conjunction(IndexSearcher searcher, List<Query> queries) throws IOException {
        List<Query> all = new ArrayList<>();
        queries.forEach(query -> addParts(query, all));
        Set<Query> disjuncts = new LinkedHashSet<>(); // two words may have the same stem
        if (all.size() == 1) {
            addDisjuncts(all.getFirst(), disjuncts);
        }
        any = disjuncts.size() > 1;
        for (Query part : any ? disjuncts : all) {
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

    private static void addDisjuncts(Query query, Set<Query> disjuncts) {
        if (query instanceof DisjunctionMaxQuery best) {
            best.getDisjuncts().forEach(disjunct -> addDisjuncts(disjunct, disjuncts));
        } else if (query instanceof BoostQuery boosted) {
            addDisjuncts(boosted.getQuery(), disjuncts);
        } else if (query instanceof BooleanQuery list && RankedQuery.isPlainList(list)) {
            list.clauses().forEach(clause -> addDisjuncts(clause.query(), disjuncts));
        } else {
            disjuncts.add(query);
        }
    }

    /** Adds the matches in a piece of the index to a set that has none of the piece yet; pieces begin with a word of it. */
    void fill(LeafReaderContextPartition piece, FixedBitSet set, Deadline deadline) throws IOException {
        int end = Math.min(piece.maxDocId, set.length());
        if (any) {
            for (Weight weight : weights) {
                Scorer scorer = weight.scorer(piece.ctx);
                if (scorer != null) {
                    add(scorer.iterator(), piece.minDocId, end, set, deadline);
                }
            }
            return;
        }
        List<Scorer> scorers = scorers(piece.ctx);
        if (scorers.isEmpty()) {
            return;
        }
        add(scorers.getFirst().iterator(), piece.minDocId, end, set, deadline);
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

    private static void add(DocIdSetIterator documents, int from, int end, FixedBitSet set, Deadline deadline)
            throws IOException {
        documents.advance(from);
        while (documents.docID() < end) {
            deadline.check();
            documents.intoBitSet(Math.min(end, documents.docID() + WINDOW), set, 0);
        }
    }

    /** The terms that each match in a segment has one of at least; null if that is not what the queries ask for. */
    MatchSets.Union union(LeafReaderContext leaf) throws IOException {
        if (!any && weights.size() > 1) {
            return null;
        }
        List<FrequentTerm> frequent = new ArrayList<>();
        long others = 0;
        for (Weight weight : weights) {
            Scorer scorer = weight.scorer(leaf);
            FrequentTerm term = scorer == null ? null : FrequentTerm.of(scorer.iterator());
            if (term != null) {
                frequent.add(term);
            } else if (scorer != null) {
                others += scorer.iterator().cost();
            }
        }
        return new MatchSets.Union(frequent, others);
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
