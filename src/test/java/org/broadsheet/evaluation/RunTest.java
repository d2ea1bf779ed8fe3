package org.broadsheet.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.broadsheet.evaluation.Run.Ranked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class RunTest {

    @TempDir
    private Path folder;

    private static Run run(Ranked... ranking) {
        Run run = new Run();
        run.put("q1", List.of(ranking));
        return run;
    }

    private static List<String> documents(Run run) {
        return run.of("q1").stream().map(Ranked::document).toList();
    }

    @Test
    void file_hasTheColumnsOfTrec() throws IOException {
        Run run = run(new Ranked("news/a.md", 4.25f), new Ranked("news/b.md", 0.1f));
        run.put("q2", List.of());
        run.put("q3", List.of(new Ranked("news/a.md", 1e-7f)));
        Path file = folder.resolve("out.run");

        run.write(file);

        assertThat(file).content().isEqualTo("""
                q1 Q0 news/a.md 1 4.25 broadsheet
                q1 Q0 news/b.md 2 0.1 broadsheet
                q3 Q0 news/a.md 1 1.0E-7 broadsheet
                """);
    }

    @Test
    void run_readAsWritten() throws IOException {
        Run run = run(new Ranked("news/caf\u00e9 au lait.md", 3.3333333f), new Ranked("news/b.md", 3.3333333f),
                new Ranked("news/c.md", 0), new Ranked("news/d.md", 0));
        Path file = folder.resolve("out.run");

        run.write(file);

        assertThat(Run.read(file)).isEqualTo(run).hasSameHashCodeAs(run);
    }

    @Test
    void document_withLineBreak() throws IOException {
        Path file = folder.resolve("out.run");

        run(new Ranked("news/a\n2.md", 2), new Ranked("news/b.md", 1)).write(file);

        assertThat(documents(Run.read(file))).containsExactly("news/a 2.md", "news/b.md");
    }

    @Test
    void scores_fallStrictly() {
        List<Ranked> ranking = run(new Ranked("a", 2), new Ranked("b", 2), new Ranked("c", 2), new Ranked("d", 5),
                new Ranked("e", 1)).of("q1");

        assertThat(ranking).extracting(Ranked::document).containsExactly("a", "b", "c", "d", "e");
        assertThat(ranking.getFirst().score()).isEqualTo(2);
        assertThat(ranking.getLast().score()).isEqualTo(1);
        for (int i = 1; i < ranking.size(); i++) {
            assertThat(ranking.get(i).score()).isLessThan(ranking.get(i - 1).score());
        }
    }

    @Test
    void scores_withoutRanking() {
        List<Ranked> ranking = run(new Ranked("a", 0), new Ranked("b", 0), new Ranked("c", 0)).of("q1");

        assertThat(ranking).extracting(Ranked::score).containsExactly(0f, -1.4e-45f, -2.8e-45f);
    }

    @Test
    void foreignRun_inOrderOfScoresThenRanks() throws IOException {
        Path file = folder.resolve("foreign.run");
        Files.writeString(file, """
                q1\tQ0\tlow\t1\t-1.5\tother
                q1 Q0 second 9 7.0 other
                q2 Q0 else 0 1 other
                q1 Q0 first 3 7.0 other
                q1 Q0 top 4 1.2e1 other
                """);

        assertThat(documents(Run.read(file))).containsExactly("top", "first", "second", "low");
    }

    @Test
    void answer_notThere() {
        assertThat(new Run().of("q1")).isEmpty();
    }
}
