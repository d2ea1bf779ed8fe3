package org.broadsheet.ranking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Scanner;
import java.util.stream.Stream;

import org.broadsheet.evaluation.Evaluation;
import org.broadsheet.evaluation.EvaluationReport;
import org.broadsheet.evaluation.Measure;
import org.broadsheet.indexing.IndexProgress;
import org.broadsheet.indexing.IndexRun;
import org.broadsheet.indexing.IndexingSettings;
import org.broadsheet.lucene.LuceneEngine;
import org.broadsheet.search.ArticleIndexer;
import org.broadsheet.search.ArticleSearcher;
import org.broadsheet.search.SearchService;
import org.broadsheet.search.SearchSettings;
import org.broadsheet.source.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Judged collections of the folder beside the project, where there is one, are ranked as well as
 * {@code src/docs/ranking.md} says.
 */
class JudgedCollectionsTest {

    private static final Path SHARED = Path.of(System.getProperty("broadsheet.shared", "../shared"));
    private static final double ROUNDED = 0.0005; // figures in the document have three digits

    @TempDir
    private Path index;

    @ParameterizedTest
    @CsvSource({"news-known, SUCCESS_1 .964 MRR_10 .979", "news-typo, SUCCESS_1 .964 MRR_10 .979",
            "news-related-small, NDCG_10 .403"})
    void news_isRankedAsDocumented(String collection, String documented) throws IOException {
        assertMeasures(collection, documented, shared("corpus", "diablo4.tar.xz"),
                shared("corpus", "powerapps.tar.xz"));
    }

    @Test
    void abstracts_areRankedAsDocumented() throws IOException {
        assertMeasures("scifact", "NDCG_10 .692", shared("relevance", "scifact", "articles.tar.xz"));
    }

    /** @param documented names of measures, each with its figure */
    private void assertMeasures(String collection, String documented, Path... archives) throws IOException {
        Path queries = shared("relevance", collection, "queries.tsv");
        Path exclusions = queries.resolveSibling("sources.tsv");
        Evaluation evaluation = Evaluation.read(queries, queries.resolveSibling("qrels.txt"),
                Files.exists(exclusions) ? exclusions : null);
        LuceneEngine.Settings settings = LuceneEngine.Settings.of(index).once();
        try (ArticleIndexer indexer = LuceneEngine.indexer(settings, ArticleIndexer.Mode.REBUILD)) {
            new IndexRun(indexer, IndexingSettings.DEFAULT, IndexProgress.NONE)
                    .run(Stream.of(archives).map(archive -> Source.of(archive.toString())).toList());
        }
        try (ArticleSearcher searcher = LuceneEngine.searcher(settings)) {
            EvaluationReport report = evaluation
                    .report(evaluation.search(new SearchService(searcher, SearchSettings.DEFAULT), answered -> {}));
            Scanner figures = new Scanner(documented);
            while (figures.hasNext()) {
                Measure measure = Measure.valueOf(figures.next());
                assertThat(report.mean(measure)).as("%s of %s", measure.label(), collection)
                        .isGreaterThan(Double.parseDouble(figures.next()) - ROUNDED);
            }
        }
    }

    private static Path shared(String... parts) {
        Path path = SHARED.resolve(Path.of("", parts));
        assumeTrue(Files.exists(path), () -> path + " is not there");
        return path;
    }
}
