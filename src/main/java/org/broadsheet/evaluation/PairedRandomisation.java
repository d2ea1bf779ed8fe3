package org.broadsheet.evaluation;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Could a mean difference be chance? Were the two rankings equally good, each query's difference might as well have had
 * the other sign; so signs are drawn at random again and again, and the p-value is the share of draws whose sum is as
 * far from 0 as the one observed. Fisher's paired randomisation test, which supposes nothing about how measures are
 * distributed (Smucker, Allan and Carterette, CIKM 2007, recommend it for rankings).
 */
final class PairedRandomisation {

    /** A p-value of 0.05 then has a standard error of 0.002. */
    static final int ROUNDS = 10_000;
    /** Any number would do; always the same makes reports repeatable. */
    private static final long SEED = 20_261_120;
    /** Sums that differ by rounding alone are equal. */
    private static final double ROUNDING = 1e-9;

    private PairedRandomisation() {}

    /**
     * The p-value, above 0, at most 1; 1 where nothing differs.
     *
     * @param differences one for each query
     */
    static double p(List<Double> differences) {
        // A difference of 0 is the same with either sign.
        double[] changed = differences.stream().mapToDouble(Double::doubleValue).filter(d -> d != 0).toArray();
        double observed = 0;
        for (double difference : changed) {
            observed += difference;
        }
        SplittableRandom random = new SplittableRandom(SEED);
        int asFar = 0;
        for (int round = 0; round < ROUNDS; round++) {
            double sum = 0;
            for (double difference : changed) {
                sum += random.nextBoolean() ? difference : -difference;
            }
            if (Math.abs(sum) >= Math.abs(observed) - ROUNDING) {
                asFar++;
            }
        }
        // What was observed is one of the possible draws: no p-value is 0.
        return (asFar + 1.0) / (ROUNDS + 1);
    }
}
