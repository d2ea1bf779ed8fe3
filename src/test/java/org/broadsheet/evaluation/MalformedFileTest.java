package org.broadsheet.evaluation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MalformedFileTest {

    @TempDir
    private Path folder;
    private EvaluationFiles files;

    @BeforeEach
    void wellFormedFiles() {
        files = new EvaluationFiles(folder);
        files.queries("q1\tsolar power");
        files.judgments("q1 0 a 1");
        files.exclusions("q1\tb");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            // file | its second line, with TAB for a tab | reason
            "queries.tsv | q2 wind             | there is no tab: expected id<TAB>text",
            "queries.tsv | q2TAB               | one side of the tab is empty: expected id<TAB>text",
            "queries.tsv | TABwind             | one side of the tab is empty: expected id<TAB>text",
            "queries.tsv | q 2TABwind          | the query's id 'q 2' holds a space",
            "queries.tsv | q1TABwind           | there is a query 'q1' already",
            "qrels.txt   | q1                  | expected query 0 document grade",
            "qrels.txt   | q1 0 b              | expected query 0 document grade",
            "qrels.txt   | q1 0 b high         | the grade 'high' is not a whole number",
            "qrels.txt   | q1 0 b 0.5          | the grade '0.5' is not a whole number",
            "qrels.txt   | q1 0 a 2            | 'a' has a grade of 1 for this query already",
            "sources.tsv | q1 b                | there is no tab: expected query<TAB>document",
            "sources.tsv | q1TAB               | one side of the tab is empty: expected query<TAB>document",
            "earlier.run | q1 Q0 b 2 0.5       | expected query Q0 document rank score tag",
            "earlier.run | q1 Q0 b x 0.5 tag   | the rank 'x' is not a whole number",
            "earlier.run | q1 Q0 b 2 high tag  | the score 'high' is not a number",
            "earlier.run | q1 Q0 b 2 NaN tag   | the score 'NaN' is not a number",
            "earlier.run | q1 Q0 b 2 1e99 tag  | the score '1e99' is not a number",
            "earlier.run | q1 Q0 a 2 0.5 tag   | 'a' is in the answer to 'q1' already"})
    void line_malformed(String file, String second, String reason) throws IOException {
        files.run("q1 Q0 a 1 1.0 tag");
        Path path = folder.resolve(file);
        Files.writeString(path, Files.readString(path) + second.replace("TAB", "\t") + "\n");

        assertThatExceptionOfType(EvaluationException.class).isThrownBy(this::readAll)
                .withMessage(path + ":2: " + reason)
                .satisfies(e -> assertThat(e.path()).isEqualTo(path))
                .satisfies(e -> assertThat(e.line()).isEqualTo(2));
    }

    private void readAll() throws IOException {
        Evaluation.read(folder.resolve("queries.tsv"), folder.resolve("qrels.txt"), folder.resolve("sources.tsv"));
        Run.read(folder.resolve("earlier.run"));
    }

    @Test
    void line_notUtf8() throws IOException {
        Path queries = folder.resolve("queries.tsv");
        Files.write(queries, "q1\tsolar\nq2\tcaf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> JudgedQuery.read(queries)).hasMessage(queries + ":2: this is not UTF-8");
    }

    @Test
    void file_missing() {
        Path missing = folder.resolve("none.tsv");

        assertThatThrownBy(() -> Evaluation.read(missing, missing, null)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void judgments_ofOtherQueries() {
        Path queries = files.queries("q1\tsolar power");
        Path judgments = files.judgments("q1 0 a 0", "x1 0 a 1");

        assertThatThrownBy(() -> Evaluation.read(queries, judgments, null))
                .isInstanceOf(EvaluationException.class)
                .hasMessage(judgments + ": no document is relevant to any query of " + queries
                        + ": do the two belong together?");
    }

    @Test
    void queries_fromAnotherEditor() throws IOException {
        Path queries = files.queries("\uFEFFq1\tcaf\u00e9 con leche\r", "", "  ", "q2\t wind\tand waves \r");

        assertThat(JudgedQuery.read(queries)).containsExactly(new JudgedQuery("q1", "caf\u00e9 con leche"),
                new JudgedQuery("q2", "wind\tand waves"));
    }

    @Test
    void judgments_separatedByAnySpace() throws IOException {
        Path judgments = files.judgments("q1\t0\tnews/my file.md\t2", " q1  0   b 1 ", "q1 0 b 1");

        assertThat(Judgments.read(judgments, new DocumentNames()).of("q1")).hasSize(2)
                .containsEntry("news/my file.md", 2)
                .containsEntry("b", 1);
    }
}
