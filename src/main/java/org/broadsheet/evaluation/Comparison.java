package org.broadsheet.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Two runs of the same queries.
 *
 * @param before the scores of the earlier run
 * @param after those of the later one, query by query the same
 */
record Comparison(List<QueryScores> before, List<QueryScores> after) {

    /** One query in both runs. */
    record Change(QueryScores before, QueryScores after) {

        JudgedQuery query() {
            return after.query();
        }

        /** Above 0 where the later run is better. */
        double of(Measure measure) {
            return after.of(measure) - before.of(measure);
        }
    }

    /**
     * The queries whose answers differ by any measure, those that gained most nDCG@10 first and those that lost most
     * last; where that is equal, by average precision, which also sees what lies further down. Further ties are in the
     * order of the list.
     */
    List<Change> changes() {
        return all().stream()
                .filter(change -> !change.before.values().equals(change.after.values()))
                .sorted(Comparator.comparingDouble((Change change) -> -change.of(Measure.NDCG_10))
                        .thenComparingDouble(change -> -change.of(Measure.MAP)))
                .toList();
    }

    /** How likely a mean difference as large as this is by chance; see {@link PairedRandomisation}. */
    double p(Measure measure) {
        return PairedRandomisation.p(all().stream().map(change -> change.of(measure)).toList());
    }

    private List<Change> all() {
        List<Change> all = new ArrayList<>();
        for (int i = 0; i < after.size(); i++) {
            all.add(new Change(before.get(i), after.get(i)));
        }
        return all;
    }
}
