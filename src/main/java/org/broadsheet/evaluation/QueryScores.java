package org.broadsheet.evaluation;

import java.util.Map;

/**
 * How well one query was answered.
 *
 * @param values of every measure
 */
record QueryScores(JudgedQuery query, Map<Measure, Double> values) {

    double of(Measure measure) {
        return values.get(measure);
    }
}
