package org.broadsheet.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.IndexSearcher.LeafReaderContextPartition;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.broadsheet.lucene.SpareProcessors.Task;
import org.broadsheet.query.ArticleQuery;
import org.broadsheet.search.Deadline;
import org.broadsheet.search.FacetName;
import org.broadsheet.search.Filters;

/**
 * What matches a search, segment by segment, as bit sets: all of it, and for each facet that narrows the search what
 * would match without that facet's own selection.
 */
final class MatchSets {

    /**
     * The matches in one segment.
     *
     * @param matches what matches everything
     * @param without for each facet that narrows the search, what matches all else
     */
    record Segment(LeafReaderContext leaf, SizedSet matches, Map<FacetName, SizedSet> without) {

        /** What matches everything. */
        FixedBitSet all() {
            return matches.set();
        }

        /** What the values of a facet are counted over. */
        SizedSet seenBy(FacetName facet) {
            return without.getOrDefault(facet, matches);
        }
    }

    /**
     * Documents of a segment.
     *
     * @param size how many they are
     */
    record SizedSet(FixedBitSet set, int size) {

        private static SizedSet of(FixedBitSet set) {
            return new SizedSet(set, set.cardinality());
        }
    }

    /**
     * Terms of which one is enough.
     *
     * @param terms those that many documents of the segment have
     * @param others how many documents have one of the others, at most
     */
    record Union(List<FrequentTerm> terms, long others) {

        /** How many documents have not just one of the terms, at most, where so many of them match. */
        long corrections(long matches) {
            long missed = Math.min(others, matches);
            return terms.stream().mapToLong(FrequentTerm::size).sum() - matches + 2 * missed;
        }
    }

    private final List<Segment> segments;
    private final long total;
    private final Conjunction query; // null where facets narrow the search

    private MatchSets(List<Segment> segments, Conjunction query) {
        this.segments = segments;
        this.query = query;
        total = segments.stream().mapToLong(segment -> segment.matches().size()).sum();
    }

    static MatchSets of(Snapshot.TimedSearcher searcher, QueryTranslator translator, ArticleQuery query,
            Filters filters, Division division) throws IOException {
        Deadline deadline = searcher.deadline();
        List<Query> parts = new ArrayList<>(FilterQueries.besidesFacets(filters));
        parts.add(translator.matching(query));
        Conjunction base = new Conjunction(searcher, parts);
        Map<FacetName, Conjunction> selections = new EnumMap<>(FacetName.class);
        for (FacetName facet : FacetName.values()) {
            if (filters.restricts(facet)) {
                selections.put(facet, new Conjunction(searcher, List.of(FilterQueries.selection(facet, filters))));
            }
        }
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        Filling matches = new Filling(base, leaves, searcher.sets());
        Map<FacetName, Filling> selected = new EnumMap<>(FacetName.class);
        for (Map.Entry<FacetName, Conjunction> selection : selections.entrySet()) {
            selected.put(selection.getKey(), new Filling(selection.getValue(), leaves, searcher.sets()));
        }
        List<Task> tasks = new ArrayList<>();
        for (LeafReaderContextPartition piece : division.pieces()) {
            tasks.add(() -> matches.fill(piece, deadline));
            selected.values().forEach(filling -> tasks.add(() -> filling.fill(piece, deadline)));
        }
        division.run(tasks);
        List<Segment> segments = new ArrayList<>();
        for (LeafReaderContext leaf : leaves) {
            segments.add(selections.isEmpty()
                    ? new Segment(leaf, SizedSet.of(matches.of(leaf)), Map.of())
                    : segment(leaf, matches, selected, searcher.sets()));
        }
        return new MatchSets(segments, selections.isEmpty() ? base : null);
    }

    List<Segment> segments() {
        return segments;
    }

    /** The terms that each match in a segment has one of at least; null if that is not what is asked for. */
    Union union(Segment segment) throws IOException {
        return query == null ? null : query.union(segment.leaf());
    }

    /** How many articles match. */
    long total() {
        return total;
    }

    /** How many articles the values of a facet are counted over. */
    long seenBy(FacetName facet) {
        return segments.stream().mapToLong(segment -> segment.seenBy(facet).size()).sum();
    }

    private static Segment segment(LeafReaderContext leaf, Filling filled, Map<FacetName, Filling> fillings,
            SearchSets sets) throws IOException {
        FixedBitSet matches = filled.of(leaf);
        Map<FacetName, FixedBitSet> selected = new EnumMap<>(FacetName.class);
        fillings.forEach((facet, filling) -> selected.put(facet, filling.of(leaf)));
        Map<FacetName, SizedSet> without = new EnumMap<>(FacetName.class);
        for (FacetName facet : selected.keySet()) {
            without.put(facet, SizedSet.of(intersection(leaf, matches, selected, facet, sets)));
        }
        return new Segment(leaf, SizedSet.of(intersection(leaf, matches, selected, null, sets)), without);
    }

    private static FixedBitSet intersection(LeafReaderContext leaf, FixedBitSet matches,
            Map<FacetName, FixedBitSet> selected, FacetName leftOut, SearchSets sets) throws IOException {
        FixedBitSet intersection = sets.copy(leaf, matches);
        selected.forEach((facet, bits) -> {
            if (facet != leftOut) {
                intersection.and(bits);
            }
        });
        return intersection;
    }

    /** What a query matches in each segment, filled piece by piece. */
    private static final class Filling {

        private final Conjunction conjunction;
        private final FixedBitSet[] sets; // by segment

        private Filling(Conjunction conjunction, List<LeafReaderContext> leaves, SearchSets spare) throws IOException {
            this.conjunction = conjunction;
            sets = new FixedBitSet[leaves.size()];
            for (LeafReaderContext leaf : leaves) {
                sets[leaf.ord] = spare.empty(leaf);
            }
        }

        private void fill(LeafReaderContextPartition piece, Deadline deadline) throws IOException {
            conjunction.fill(piece, sets[piece.ctx.ord], deadline);
        }

        /** The documents of a segment that match and are not deleted, when all pieces are filled. */
        private FixedBitSet of(LeafReaderContext leaf) {
            Bits live = leaf.reader().getLiveDocs();
            if (live != null) {
                live.applyMask(sets[leaf.ord], 0);
            }
            return sets[leaf.ord];
        }
    }
}
