package org.broadsheet.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.lucene.index.LeafReaderContext;
import org.broadsheet.lucene.SpareProcessors.Task;
import org.broadsheet.search.Deadline;
import org.broadsheet.search.FacetName;

/**
 * Counts what any of several terms leads to by what is known of each: the counts of the terms are added, and put right
 * for those documents only that have several of them, or none that anything is known of. Where those are too many, the
 * sum still tells how many matches have a value at most.
 */
final class UnionCounts implements SegmentCounts {

    /**
     * The matches in a segment.
     *
     * @param union what they have
     * @param known the counts of each of its terms
     */
    private record Part(MatchSets.Segment segment, MatchSets.Union union, List<NumberCounts> known) {

        /** How many documents have to be put right, at most. */
        long corrections() {
            return union.corrections(segment.matches().size());
        }

        /** How many of them have none of the terms, at most. */
        long missed() {
            return Math.min(union.others(), segment.matches().size());
        }
    }

    /** To count one by one so many matches for one that is to be put right would cost no more. */
    private static final int BY_ONE = 2;

    /** Of which nothing is known. */
    private static final MatchSets.Union UNKNOWN = new MatchSets.Union(List.of(), Long.MAX_VALUE);

    private final Snapshot snapshot;
    private final Deadline deadline;
    private final List<Part> parts;
    private final Map<LeafReaderContext, NumberCounts> counted = new HashMap<>();

    private UnionCounts(Snapshot snapshot, Deadline deadline, List<Part> parts) {
        this.snapshot = snapshot;
        this.deadline = deadline;
        this.parts = parts;
    }

    /** What is known of these matches; null where they are not what any of several terms leads to. */
    static UnionCounts of(Snapshot snapshot, MatchSets matches, Deadline deadline) throws IOException {
        List<Part> parts = new ArrayList<>();
        for (MatchSets.Segment segment : matches.segments()) {
            MatchSets.Union union = matches.union(segment);
            if (union == null) {
                return null;
            }
            parts.add(known(snapshot.facets(segment.leaf()), segment, union, deadline));
        }
        return new UnionCounts(snapshot, deadline, parts);
    }

    /** Where something is not known of one term, nothing is known of all: what matches there is counted one by one. */
    private static Part known(FacetColumns columns, MatchSets.Segment segment, MatchSets.Union union,
            Deadline deadline) {
        List<NumberCounts> known = new ArrayList<>();
        for (FrequentTerm term : union.terms()) {
            NumberCounts ofTerm = term.numbers(columns, deadline);
            if (ofTerm != null) {
                known.add(ofTerm);
            }
        }
        return known.size() == union.terms().size()
                ? new Part(segment, union, known)
                : new Part(segment, UNKNOWN, List.of());
    }

    /** Whether little has to be put right, so that to count this way costs less than any other. */
    boolean areCheap() {
        long corrections = parts.stream().mapToLong(Part::corrections).sum();
        long matches = parts.stream().mapToLong(part -> part.segment().matches().size()).sum();
        return corrections * BY_ONE <= matches && TermNumbers.isSpared(corrections, snapshot.reader().maxDoc());
    }

    /** How many matches of a segment have a number of a facet, at most; needs no tasks. */
    long most(LeafReaderContext leaf, FacetName facet, int number) {
        Part part = parts.get(leaf.ord);
        long most = part.union().others();
        for (NumberCounts ofTerm : part.known()) {
            most += ofTerm.of(facet)[number];
        }
        return most;
    }

    /** What has to be run, in any order and side by side, to count these facets. */
    List<Task> tasks(Collection<FacetName> facets) throws IOException {
        List<Task> tasks = new ArrayList<>();
        for (Part part : parts) {
            FacetColumns columns = snapshot.facets(part.segment().leaf());
            NumberCounts sums = new NumberCounts(columns, facets);
            NumberCounts tooMany = new NumberCounts(columns, facets);
            counted.put(part.segment().leaf(), sums);
            tasks.add(() -> count(part, sums, tooMany));
        }
        return tasks;
    }

    @Override
    public int[] of(LeafReaderContext leaf, FacetName facet) {
        return counted.get(leaf).of(facet);
    }

    private void count(Part part, NumberCounts sums, NumberCounts tooMany) {
        part.known().forEach(ofTerm -> sums.add(ofTerm, 1));
        DocumentBlocks again = new DocumentBlocks(deadline, tooMany.counting(part.corrections()));
        DocumentBlocks missed = new DocumentBlocks(deadline, sums.counting(part.missed()));
        putRight(part, again, missed);
        again.end();
        missed.end();
        sums.add(tooMany, -1);
    }

    /**
     * @param again takes what has been added too often, once for each time
     * @param missed takes the matches that have not been added
     */
    private static void putRight(Part part, DocumentBlocks again, DocumentBlocks missed) {
        boolean others = part.missed() > 0;
        boolean deleted = part.segment().leaf().reader().hasDeletions();
        long[] all = part.segment().all().getBits();
        long[][] terms = part.union().terms().stream().map(term -> term.set().getBits()).toArray(long[][]::new);
        long[] seen = new long[DocumentBlocks.WORDS];
        long[] wrong = new long[DocumentBlocks.WORDS];
        for (int first = 0; first < all.length; first += DocumentBlocks.WORDS) {
            int count = Math.min(DocumentBlocks.WORDS, all.length - first);
            if (terms.length > 0) {
                System.arraycopy(terms[0], first, seen, 0, count);
            }
            for (int term = 1; term < terms.length; term++) {
                long[] set = terms[term];
                for (int i = 0; i < count; i++) {
                    wrong[i] = set[first + i] & seen[i];
                    seen[i] |= set[first + i];
                }
                again.add(first, wrong, 0, count);
            }
            if (deleted) {
                for (int i = 0; i < count; i++) {
                    wrong[i] = seen[i] & ~all[first + i];
                }
                again.add(first, wrong, 0, count);
            }
            if (others) {
                for (int i = 0; i < count; i++) {
                    wrong[i] = all[first + i] & ~seen[i];
                }
                missed.add(first, wrong, 0, count);
            }
        }
    }
}
