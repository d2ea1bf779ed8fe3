package org.broadsheet.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

/** How good a run is, and how it differs from an earlier one if there is one. */
public final class EvaluationReport {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final List<QueryScores> scores;
    private final Comparison comparison;

    /**
     * @param scores of each query that is counted, at least one
     * @param comparison with an earlier run, or null
     */
    EvaluationReport(List<QueryScores> scores, Comparison comparison) {
        this.scores = scores;
        this.comparison = comparison;
    }

    /** How many queries were counted. */
    public int queries() {
        return scores.size();
    }

    /** The mean over all queries, from 0 to 1. */
    public double mean(Measure measure) {
        return mean(scores, measure);
    }

    static double mean(List<QueryScores> scores, Measure measure) {
        return scores.stream().mapToDouble(query -> query.of(measure)).average().orElseThrow();
    }

    /**
     * As a table for a terminal, ending with a line break. With an earlier run, the queries that changed most follow.
     * Texts have no control characters.
     */
    public String text() {
        return comparison == null ? ReportText.of(this) : ReportText.of(this, comparison);
    }

    /**
     * As one object, whose keys are the {@linkplain Measure#label labels} of the measures and whose values are the
     * means. With an earlier run it also has {@code against}: under each label {@code before}, {@code difference} and
     * {@code p} (how likely a difference as large is by chance), and under {@code changed} every query that any measure
     * sees a difference in, most gained first, with all measures {@code before} and {@code after}.
     */
    public String json() {
        Map<String, Object> report = new LinkedHashMap<>();
        for (Measure measure : Measure.values()) {
            report.put(measure.label(), mean(measure));
        }
        if (comparison != null) {
            report.put("against", against());
        }
        try {
            return JSON.writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps of texts and numbers can always be written", e);
        }
    }

    private Map<String, Object> against() {
        Map<String, Object> against = new LinkedHashMap<>();
        for (Measure measure : Measure.values()) {
            double before = mean(comparison.before(), measure);
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("before", before);
            values.put("difference", mean(measure) - before);
            values.put("p", comparison.p(measure));
            against.put(measure.label(), values);
        }
        against.put("changed", comparison.changes().stream().map(EvaluationReport::changed).toList());
        return against;
    }

    private static Map<String, Object> changed(Comparison.Change change) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("query", change.query().id());
        values.put("text", change.query().text());
        values.put("before", labelled(change.before()));
        values.put("after", labelled(change.after()));
        return values;
    }

    private static Map<String, Object> labelled(QueryScores scores) {
        Map<String, Object> values = new LinkedHashMap<>();
        scores.values().forEach((measure, value) -> values.put(measure.label(), value));
        return values;
    }
}
