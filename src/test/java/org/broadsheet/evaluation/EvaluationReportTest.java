package org.broadsheet.evaluation;

import java.io.IOException;
import java.nio.file.Path;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class EvaluationReportTest {

    private static final String[] LABELS = {"nDCG@10", "MRR@10", "Recall@100", "MAP", "success@1", "success@10"};

    @TempDir
    private Path folder;
    private EvaluationFiles files;
    private Evaluation evaluation;
    private Run now;
    private Run before;

    /** Of four queries one gains, one loses, one stays, and one changes only below the tenth place. */
    @BeforeEach
    void runs() throws IOException {
        files = new EvaluationFiles(folder);
        evaluation = Evaluation.read(
                files.queries("up\tsolar power", "down\twind\u001b[31m power", "same\ttides", "deep\tgeysers"),
                files.judgments("up 0 a 1", "down 0 a 1", "same 0 a 1", "deep 0 a 1"), null);
        before = Run.read(files.run("up Q0 b 1 2 t", "up Q0 a 2 1 t", "down Q0 a 1 1 t", "same Q0 a 1 1 t"));
        now = Run.read(files.run("up Q0 a 1 1 t", "down Q0 b 1 3 t", "down Q0 c 2 2 t", "down Q0 a 3 1 t",
                "same Q0 a 1 1 t", "deep Q0 1 1 20 t", "deep Q0 2 2 19 t", "deep Q0 3 3 18 t", "deep Q0 4 4 17 t",
                "deep Q0 5 5 16 t", "deep Q0 6 6 15 t", "deep Q0 7 7 14 t", "deep Q0 8 8 13 t", "deep Q0 9 9 12 t",
                "deep Q0 10 10 11 t", "deep Q0 a 11 10 t"));
    }

    @Test
    void text_ofOneRun() {
        assertThat(evaluation.report(before).text()).isEqualTo("""
                4 queries
                nDCG@10     0.6577
                MRR@10      0.6250
                Recall@100  0.7500
                MAP         0.6250
                success@1   0.5000
                success@10  0.7500
                """);
    }

    @Test
    void text_againstAnEarlierRun() {
        assertThat(evaluation.report(now, before).text()).isEqualTo("""
                4 queries
                               now  before  difference       p
                nDCG@10     0.6250  0.6577     -0.0327  1.0000
                MRR@10      0.5833  0.6250     -0.0417  1.0000
                Recall@100  1.0000  0.7500     +0.2500  1.0000
                MAP         0.6061  0.6250     -0.0189  1.0000
                success@1   0.5000  0.5000     +0.0000  1.0000
                success@10  0.7500  0.7500     +0.0000  1.0000
                p: how often chance alone would make a difference as large (10,000 random draws).

                nDCG@10: 1 gained, 1 lost, 2 as before

                Gained most
                +0.3691  0.6309 → 1.0000  up  solar power

                Lost most
                -0.5000  1.0000 → 0.5000  down  wind\uFFFD[31m power
                """);
    }

    @Test
    void text_againstItself() {
        assertThat(evaluation.report(now, now).text()).endsWith("nDCG@10: 0 gained, 0 lost, 4 as before\n");
    }

    @Test
    void json_ofOneRun() throws IOException {
        JsonNode json = new ObjectMapper().readTree(evaluation.report(before).json());

        assertThat(json.fieldNames()).toIterable().containsExactly(LABELS);
        assertThat(json.get("MRR@10").isNumber()).isTrue();
        assertThat(json.get("MRR@10").doubleValue()).isEqualTo(0.625);
    }

    @Test
    void json_againstAnEarlierRun() throws IOException {
        JsonNode json = new ObjectMapper().readTree(evaluation.report(now, before).json());

        JsonNode against = json.get("against");
        assertThat(json.fieldNames()).toIterable().startsWith(LABELS).endsWith("against");
        assertThat(against.fieldNames()).toIterable().startsWith(LABELS).endsWith("changed");
        assertThat(against.get("Recall@100")).hasToString("{\"before\":0.75,\"difference\":0.25,\"p\":1.0}");
        assertThat(against.get("changed").findValuesAsText("query")).containsExactly("up", "deep", "down");
        assertThat(against.get("changed").get(0).get("text").textValue()).isEqualTo("solar power");
        assertThat(against.get("changed").get(0).get("before").get("MRR@10").doubleValue()).isEqualTo(0.5);
        assertThat(against.get("changed").get(0).get("after").get("MRR@10").doubleValue()).isEqualTo(1);
    }

    @Test
    void report_sameAgain() {
        assertThat(evaluation.report(now, before).json()).isEqualTo(evaluation.report(now, before).json());
    }
}
