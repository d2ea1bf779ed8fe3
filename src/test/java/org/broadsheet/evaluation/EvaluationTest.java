package org.broadsheet.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.broadsheet.article.Article;
import org.broadsheet.article.Articles;
import org.broadsheet.evaluation.Run.Ranked;
import org.broadsheet.search.ArticleIndexer;
import org.broadsheet.search.FileStamp;
import org.broadsheet.search.IndexedArticle;
import org.broadsheet.search.NaiveEngine;
import org.broadsheet.search.SearchService;
import org.broadsheet.search.SearchSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class EvaluationTest {

    @TempDir
    private Path folder;
    private EvaluationFiles files;

    @BeforeEach
    void files() {
        files = new EvaluationFiles(folder);
    }

    /** Says "wind" so many times, which is how the naive engine ranks. */
    private static Article wind(String path, int times) {
        return Articles.titled("On " + path).path(path).body("wind ".repeat(times)).build();
    }

    private static SearchService holding(Article... articles) {
        return service(NaiveEngine.of(articles));
    }

    private static SearchService service(NaiveEngine engine) {
        return new SearchService(engine.searcher(), SearchSettings.DEFAULT);
    }

    private static Run search(Evaluation evaluation, SearchService service) {
        return evaluation.search(service, _ -> {});
    }

    private static List<String> documents(Run run, String query) {
        return run.of(query).stream().map(Ranked::document).toList();
    }

    @Test
    void report_meansOverTheCountedQueries() throws IOException {
        SearchService service = holding(wind("news/a.md", 3), wind("news/b.md", 2), wind("news/c.md", 1));
        Evaluation evaluation = Evaluation.read(
                files.queries("q1\twind", "q2\twind", "q3\ttide", "q4\twind", "q5\twind"),
                files.judgments("q1 0 news/a.md 1", "q2 0 c 2", "q2 0 news/b.md 1", "q3 0 c 1", "q4 0 c 0", "q9 0 c 1"),
                null);

        EvaluationReport report = evaluation.report(search(evaluation, service));

        // q1: first place. q2: grade 1 second, grade 2 third. q3: nothing found. q4 and q5 have nothing relevant.
        assertThat(report.queries()).isEqualTo(evaluation.size()).isEqualTo(3);
        double second = (1 / log2(3) + 2 / log2(4)) / (2 + 1 / log2(3));
        assertThat(report.mean(Measure.NDCG_10)).isCloseTo((1 + second + 0) / 3, within(1e-9));
        assertThat(report.mean(Measure.MRR_10)).isCloseTo((1 + 0.5 + 0) / 3, within(1e-9));
        assertThat(report.mean(Measure.RECALL_100)).isCloseTo((1 + 1 + 0) / 3.0, within(1e-9));
        assertThat(report.mean(Measure.MAP)).isCloseTo((1 + (1 / 2.0 + 2 / 3.0) / 2 + 0) / 3, within(1e-9));
        assertThat(report.mean(Measure.SUCCESS_1)).isCloseTo((1 + 0 + 0) / 3.0, within(1e-9));
        assertThat(report.mean(Measure.SUCCESS_10)).isCloseTo((1 + 1 + 0) / 3.0, within(1e-9));
    }

    private static double log2(double number) {
        return Math.log(number) / Math.log(2);
    }

    @Test
    void run_holdsPathsInTheOrderOfTheAnswer() throws IOException {
        SearchService service = holding(wind("news/a.md", 1), wind("news/b.md", 3), wind("news/c.md", 2));
        Evaluation evaluation = Evaluation.read(files.queries("q1\twind", "q2\twind"), files.judgments("q1 0 a 1"),
                null);
        List<Integer> progress = new ArrayList<>();

        Run run = evaluation.search(service, progress::add);

        assertThat(documents(run, "q1")).containsExactly("news/b.md", "news/c.md", "news/a.md");
        assertThat(documents(run, "q2")).as("a query that is not counted is not asked").isEmpty();
        assertThat(progress).containsExactly(1);
    }

    @Test
    void run_goesOnToTheThousandthHit() throws IOException {
        Article[] articles = IntStream.rangeClosed(1, 1_003)
                .mapToObj(i -> wind("news/" + i + ".md", 1))
                .toArray(
                        Article[]::new);
        Evaluation evaluation = Evaluation.read(files.queries("q1\twind"), files.judgments("q1 0 1 1"),
                files.exclusions("q1\t500", "q1\tnews/501.md"));

        Run run = search(evaluation, holding(articles));

        // All score the same, so that they come in the order of their ids.
        List<String> inOrder = Arrays.stream(articles)
                .map(Article::path)
                .filter(path -> !path.equals("news/500.md") && !path.equals("news/501.md"))
                .sorted(Comparator.comparing(Article::idOf))
                .toList();
        assertThat(documents(run, "q1")).isEqualTo(inOrder.subList(0, Evaluation.DEPTH));
    }

    @Test
    void excludedDocument_leftOutBeforeRanking() throws IOException {
        SearchService service = holding(wind("news/a.md", 3), wind("news/b.md", 2));
        Evaluation evaluation = Evaluation.read(files.queries("q1\twind", "q2\twind"),
                files.judgments("q1 0 b 1", "q2 0 b 1"), files.exclusions("q1\ta"));

        Run run = search(evaluation, service);

        assertThat(documents(run, "q1")).containsExactly("news/b.md");
        assertThat(documents(run, "q2")).containsExactly("news/a.md", "news/b.md");
        assertThat(evaluation.report(run).mean(Measure.MRR_10)).isEqualTo((1 + 0.5) / 2);
    }

    @Test
    void excludedDocument_leftOutOfAForeignRun() throws IOException {
        Evaluation evaluation = Evaluation.read(files.queries("q1\twind"), files.judgments("q1 0 b 1"),
                files.exclusions("q1\ta"));

        Run foreign = Run.read(files.run("q1 Q0 a 1 9 other", "q1 Q0 b 2 8 other"));

        assertThat(evaluation.report(foreign).mean(Measure.SUCCESS_1)).isEqualTo(1);
    }

    @Test
    void judgedName_ofTwoHits() throws IOException {
        SearchService service = holding(wind("news/a/1.md", 2), wind("news/b/1.md", 1));
        Path judgments = files.judgments("q1 0 1 1");
        Evaluation evaluation = Evaluation.read(files.queries("q1\twind"), judgments, null);

        assertThatThrownBy(() -> search(evaluation, service)).isInstanceOf(EvaluationException.class)
                .hasMessage(judgments
                        + ":1: '1' may be news/a/1.md or news/b/1.md: name each document by its whole path");
    }

    @Test
    void index_changesMeanwhile() throws IOException {
        NaiveEngine engine = NaiveEngine.of(wind("news/a.md", 1));
        Evaluation evaluation = Evaluation.read(files.queries("q1\twind", "q2\twind"),
                files.judgments("q1 0 a 1", "q2 0 a 1"), null);

        assertThatThrownBy(() -> evaluation.search(service(engine), _ -> addAnother(engine)))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("the index has changed during the evaluation");
    }

    private static void addAnother(NaiveEngine engine) {
        try (ArticleIndexer indexer = engine.indexer(ArticleIndexer.Mode.UPDATE)) {
            indexer.put(new IndexedArticle(wind("news/b.md", 1), new FileStamp(1, 0, "b")));
            indexer.commit(List.of(), 0);
        }
    }

    @Test
    void notices_sayWhatIsNotCountedOrNotThere() throws IOException {
        Path queries = files.queries("q1\twind", "q2\ttide");
        Path judgments = files.judgments("q1 0 news/a.md 1", "q1 0 news/gone.md 1", "q1 0 news/bad.md 0",
                "q1 0 short 1", "q9 0 a 1");

        assertThat(Evaluation.read(queries, judgments, null).notices(holding(wind("news/a.md", 1)))).containsExactly(
                "1 of 2 queries have no relevant document in " + judgments + " and are not counted",
                "1 of 2 judged queries are not in " + queries + " and are not counted, such as 'q9'",
                "1 of 2 relevant documents with a path are not in the index, such as 'news/gone.md'");
    }

    @Test
    void notices_noneIfAllIsWell() throws IOException {
        Evaluation evaluation = Evaluation.read(files.queries("q1\twind"), files.judgments("q1 0 news/a.md 1"), null);

        assertThat(evaluation.notices(holding(wind("news/a.md", 1)))).isEmpty();
    }
}
