package org.broadsheet.evaluation;

import java.util.function.ToDoubleFunction;

/**
 * What is measured, as trec_eval computes it. Each lies between 0 and 1, more is better, and 0 is what an empty answer
 * gets. A document is relevant if its grade is above 0; one that is not judged is not relevant.
 */
public enum Measure {
    /**
     * Are the best documents on top? The sum of {@code grade / log2(rank + 1)} over the first ten, divided by what the
     * ideal order of all judged documents gives (trec_eval: {@code ndcg_cut.10}).
     */
    NDCG_10("nDCG@10", ranking -> ranking.ndcg(10)),
    /**
     * How far down is the first relevant document? {@code 1 / rank} if it is among the first ten, else 0 (trec_eval:
     * {@code recip_rank -M 10}).
     */
    MRR_10("MRR@10", ranking -> ranking.reciprocalRank(10)),
    /** The share of the relevant documents that is among the first hundred (trec_eval: {@code recall.100}). */
    RECALL_100("Recall@100", ranking -> ranking.recall(100)),
    /**
     * Average precision: the share of relevant documents down to the rank of each relevant one, 0 for one that is not
     * among the first {@value Evaluation#DEPTH}, averaged over all of them (trec_eval: {@code map}).
     */
    MAP("MAP", ranking -> ranking.averagePrecision(Evaluation.DEPTH)),
    /** Is the first document relevant? 1 or 0 (trec_eval: {@code success.1}). */
    SUCCESS_1("success@1", ranking -> ranking.success(1)),
    /** Is any of the first ten? 1 or 0 (trec_eval: {@code success.10}). */
    SUCCESS_10("success@10", ranking -> ranking.success(10));

    private final String label;
    private final ToDoubleFunction<JudgedRanking> formula;

    Measure(String label, ToDoubleFunction<JudgedRanking> formula) {
        this.label = label;
        this.formula = formula;
    }

    /** Its name in a report, such as {@code nDCG@10}. */
    public String label() {
        return label;
    }

    double of(JudgedRanking ranking) {
        return formula.applyAsDouble(ranking);
    }
}
