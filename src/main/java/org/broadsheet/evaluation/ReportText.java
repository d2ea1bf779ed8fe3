package org.broadsheet.evaluation;

import java.util.List;
import java.util.Locale;

import org.broadsheet.article.SafeText;

/** A report as a reader sees it. */
final class ReportText {

    /** Queries listed at either end: as many as one looks into. */
    private static final int SHOWN = 10;

    private final StringBuilder text = new StringBuilder();

    private ReportText() {}

    static String of(EvaluationReport report) {
        ReportText text = new ReportText();
        text.line("%s", queries(report.queries()));
        for (Measure measure : Measure.values()) {
            text.line("%-10s  %.4f", measure.label(), report.mean(measure));
        }
        return text.text.toString();
    }

    static String of(EvaluationReport report, Comparison comparison) {
        ReportText text = new ReportText();
        text.line("%s", queries(report.queries()));
        text.line("%-10s  %6s  %6s  %10s  %6s", "", "now", "before", "difference", "p");
        for (Measure measure : Measure.values()) {
            double before = EvaluationReport.mean(comparison.before(), measure);
            double now = report.mean(measure);
            text.line("%-10s  %.4f  %.4f  %+10.4f  %.4f", measure.label(), now, before, now - before,
                    comparison.p(measure));
        }
        text.line("p: how often chance alone would make a difference as large (%,d random draws).",
                PairedRandomisation.ROUNDS);
        text.changes(comparison.changes(), report.queries());
        return text.text.toString();
    }

    private void changes(List<Comparison.Change> changes, int queries) {
        List<Comparison.Change> gained = changes.stream().filter(change -> difference(change) > 0).toList();
        List<Comparison.Change> lost = changes.reversed().stream().filter(change -> difference(change) < 0).toList();
        line("");
        line("%s: %d gained, %d lost, %d as before", Measure.NDCG_10.label(), gained.size(), lost.size(),
                queries - gained.size() - lost.size());
        list("Gained most", gained);
        list("Lost most", lost);
    }

    private void list(String title, List<Comparison.Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        line("");
        line("%s", title);
        for (Comparison.Change change : changes.stream().limit(SHOWN).toList()) {
            line("%+.4f  %.4f → %.4f  %s  %s", difference(change), change.before().of(Measure.NDCG_10),
                    change.after().of(Measure.NDCG_10), SafeText.of(change.query().id()),
                    SafeText.of(change.query().text()));
        }
    }

    private static double difference(Comparison.Change change) {
        return change.of(Measure.NDCG_10);
    }

    private static String queries(int count) {
        return count == 1 ? "1 query" : count + " queries";
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
    }
}
