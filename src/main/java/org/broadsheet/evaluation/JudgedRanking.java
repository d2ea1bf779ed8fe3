package org.broadsheet.evaluation;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An answer with its documents replaced by their grades, which is all that measures look at.
 *
 * @param found the grade at each rank, best first; 0 for what is not relevant or not judged
 * @param ideal the grades of all relevant documents, found or not, highest first; each above 0, at least one
 */
record JudgedRanking(List<Integer> found, List<Integer> ideal) {

    /**
     * @param found as judged, at each rank
     * @param judged all grades of the query, of which at least one is above 0; those that are not count as 0
     */
    static JudgedRanking of(List<Integer> found, Collection<Integer> judged) {
        return new JudgedRanking(found.stream().map(grade -> Math.max(0, grade)).toList(),
                judged.stream().filter(grade -> grade > 0).sorted((a, b) -> Integer.compare(b, a)).toList());
    }

    /** Discounted cumulative gain of the first {@code cut} over that of the ideal order. */
    double ndcg(int cut) {
        return dcg(found, cut) / dcg(ideal, cut);
    }

    private static double dcg(List<Integer> grades, int cut) {
        double sum = 0;
        for (int rank = 1; rank <= Math.min(cut, grades.size()); rank++) {
            sum += grades.get(rank - 1) * Math.log(2) / Math.log(rank + 1);
        }
        return sum;
    }

    /** 1 over the rank of the first relevant document among the first {@code cut}, or 0. */
    double reciprocalRank(int cut) {
        int first = relevantRanks(cut).findFirst().orElse(0);
        return first == 0 ? 0 : 1.0 / first;
    }

    /** The share of all relevant documents that is among the first {@code cut}. */
    double recall(int cut) {
        return (double) relevantRanks(cut).count() / ideal.size();
    }

    /** The precision at the rank of each relevant document, 0 for one not found, averaged over all of them. */
    double averagePrecision(int cut) {
        int[] ranks = relevantRanks(cut).toArray();
        double sum = 0;
        for (int i = 0; i < ranks.length; i++) {
            sum += (i + 1.0) / ranks[i];
        }
        return sum / ideal.size();
    }

    /** 1 if any relevant document is among the first {@code cut}, or 0. */
    double success(int cut) {
        return relevantRanks(cut).findAny().isPresent() ? 1 : 0;
    }

    private IntStream relevantRanks(int cut) {
        return IntStream.rangeClosed(1, Math.min(cut, found.size())).filter(rank -> found.get(rank - 1) > 0);
    }
}
