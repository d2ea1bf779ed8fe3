package org.broadsheet.lucene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.apache.lucene.util.FixedBitSet;

/**
 * The values of one facet in a segment, both ways round: the numbers that each document has, to count few documents,
 * and the documents that have each number, to count many.
 */
final class FacetColumn {

    /**
     * A number that at least one of so many documents has is kept as a bit set, a rarer one as a list: to intersect two
     * bit sets costs about as much as to look that many documents up in one.
     */
    private static final int DENSE = 128;

    private final int documents;
    private final RowNumbers numbers;
    private final int[] sizes; // by number
    private final int inferred; // what most documents have, if each has one number; else -1
    private final FixedBitSet[] sets; // by number; null where there is a list
    private final int[][] lists;
    private final List<FixedBitSet> digits = new ArrayList<>();

    /** @param numbers where the ordinals stand in the rows */
    FacetColumn(Ordinals ordinals, RowNumbers numbers) {
        this.numbers = numbers;
        documents = ordinals.documents();
        boolean single = ordinals.areSingle();
        sizes = new int[ordinals.size()];
        ordinals.forEach((doc, ordinal) -> {
            sizes[ordinal]++;
            if (!single && ordinal > 0) {
                addOne(doc);
            }
        });
        inferred = single ? mostFrequent() : -1;
        sets = new FixedBitSet[sizes.length];
        lists = new int[sizes.length][];
        for (int ordinal = 0; ordinal < sizes.length; ordinal++) {
            if ((long) sizes[ordinal] * DENSE >= documents) {
                sets[ordinal] = new FixedBitSet(documents);
            } else {
                lists[ordinal] = new int[sizes[ordinal]];
            }
        }
        int[] filled = new int[sizes.length];
        ordinals.forEach((doc, ordinal) -> {
            if (sets[ordinal] != null) {
                sets[ordinal].set(doc);
            } else {
                lists[ordinal][filled[ordinal]++] = doc;
            }
        });
    }

    /** The numbers of each document. */
    RowNumbers numbers() {
        return numbers;
    }

    /** How many documents have a number, deleted ones among them. */
    int size(int ordinal) {
        return sizes[ordinal];
    }

    /** How many of the matches have a number. */
    int count(FixedBitSet matches, int ordinal) {
        if (sets[ordinal] != null) {
            return (int) FixedBitSet.intersectionCount(matches, sets[ordinal]);
        }
        int count = 0;
        for (int doc : lists[ordinal]) {
            count += matches.get(doc) ? 1 : 0;
        }
        return count;
    }

    /** How many of the matches have each number, as {@link RowNumbers#counts()} has them. */
    int[] counts(MatchSets.SizedSet matches) {
        int[] counts = numbers.counts();
        int others = 0;
        for (int ordinal = 0; ordinal < sizes.length; ordinal++) {
            if (ordinal != inferred) {
                counts[ordinal] = count(matches.set(), ordinal);
                others += counts[ordinal];
            }
        }
        if (inferred >= 0) {
            counts[inferred] = matches.size() - others;
        }
        return counts;
    }

    private int mostFrequent() {
        return IntStream.range(0, sizes.length)
                .boxed()
                .max(Comparator.comparingInt(number -> sizes[number]))
                .orElseThrow();
    }

    /** How many values the matches have, all together. */
    long countAll(MatchSets.SizedSet matches) {
        if (inferred >= 0) {
            return matches.size() - count(matches.set(), 0);
        }
        long all = 0;
        for (int digit = 0; digit < digits.size(); digit++) {
            all += FixedBitSet.intersectionCount(matches.set(), digits.get(digit)) << digit;
        }
        return all;
    }

    /**
     * How many values each document has, if that may be several, is kept as a binary number with one bit set for each
     * digit, so that the sum over any set of documents takes a few intersections.
     */
    private void addOne(int doc) {
        for (int digit = 0; true; digit++) {
            if (digit == digits.size()) {
                digits.add(new FixedBitSet(documents));
            }
            if (!digits.get(digit).getAndSet(doc)) {
                return;
            }
            digits.get(digit).clear(doc);
        }
    }
}
