package org.broadsheet.opensearch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.broadsheet.evaluation.Evaluation;
import org.broadsheet.evaluation.EvaluationReport;
import org.broadsheet.evaluation.Measure;
import org.broadsheet.field.Analysis;
import org.broadsheet.indexing.IndexProgress;
import org.broadsheet.indexing.IndexRun;
import org.broadsheet.indexing.IndexingSettings;
import org.broadsheet.lucene.LuceneEngine;
import org.broadsheet.query.ArticleQueryParser;
import org.broadsheet.query.QuerySettings;
import org.broadsheet.search.ArticleIndexer;
import org.broadsheet.search.ArticleSearcher;
import org.broadsheet.search.Deadline;
import org.broadsheet.search.EngineAnswer;
import org.broadsheet.search.EngineRequest;
import org.broadsheet.search.FacetName;
import org.broadsheet.search.Filters;
import org.broadsheet.search.Hit;
import org.broadsheet.search.SearchService;
import org.broadsheet.search.SearchSettings;
import org.broadsheet.search.SortOrder;
import org.broadsheet.source.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Both engines say the same of the same articles. */
class ClusterParityIT {

    private static final Path SHARED = Path.of("..", "shared");
    /** How far a measure of the ranking may lie from the other engine's. */
    private static final double TOLERANCE = 0.02;
    /** Hits whose order and snippets are compared, of a few more that are asked for. */
    private static final int COMPARED = 10;
    private static final int ASKED = 30;
    /** Hits whose scores are that close may change places: the engines add the same numbers in another order. */
    private static final float TIED = 0.01f;
    private static final int SHARDS = 2;

    private static final List<String> QUERIES = List.of("", "ohio", "facial recognition", "police agencies", "the",
            "game*", "\"facial recognition\"", "\"diablo 4\"", "microsoft OR ohio", "power apps -video",
            "title:diablo", "topic:ai", "provider:reason", "quality:50..", "heat:0..", "date:2021", "before:2022",
            "recogniton~", "~2", "\"power platform\"~4", "type:article", "published:false", "app* game~1", "AT&T",
            "path:diablo4", "release date season", "how to build an app");

    @TempDir
    private Path folder;

    /** The same articles in both engines. */
    private record Pair(ArticleSearcher lucene, ArticleSearcher cluster) implements AutoCloseable {
        @Override
        public void close() {
            lucene.close();
            cluster.close();
        }
    }

    private Pair indexed(String name, int shards, Source... sources) {
        LuceneEngine.Settings lucene = LuceneEngine.Settings.of(folder.resolve("index")).once();
        OpenSearchEngine.Settings cluster = OpenSearchEngine.Settings.of(TestCluster.shared().connection())
                .named(name)
                .spread(shards, 0)
                .once();
        try (ArticleIndexer one = LuceneEngine.indexer(lucene, ArticleIndexer.Mode.REBUILD);
                ArticleIndexer other = OpenSearchEngine.indexer(cluster, ArticleIndexer.Mode.REBUILD)) {
            assertThat(new IndexRun(other, IndexingSettings.DEFAULT, IndexProgress.NONE).run(List.of(sources)))
                    .isEqualTo(new IndexRun(one, IndexingSettings.DEFAULT, IndexProgress.NONE).run(List.of(sources)));
        }
        return new Pair(LuceneEngine.searcher(lucene), OpenSearchEngine.searcher(cluster));
    }

    @Test
    void seeds_areAnsweredAlike() {
        try (Pair engines = indexed("parity-seeds", 1, Source.of("seeds"))) {
            compare(engines);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"diablo4", "powerapps"})
    void realArchive_isAnsweredAlike(String name) {
        try (Pair engines = indexed("parity-" + name, 1,
                Source.of(shared("corpus", name + ".tar.xz").toString()))) {
            compare(engines);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"news-known", "news-typo", "news-related-small"})
    void news_isRankedAlike(String collection) throws IOException {
        try (Pair engines = indexed("parity-news", 1, Source.of(shared("corpus", "diablo4.tar.xz").toString()),
                Source.of(shared("corpus", "powerapps.tar.xz").toString()))) {
            compareMeasures(engines, shared("relevance", collection));
        }
    }

    @Test
    void abstracts_areRankedAlike() throws IOException {
        Path collection = shared("relevance", "scifact");
        try (Pair engines = indexed("parity-scifact", SHARDS,
                Source.of(collection.resolve("articles.tar.xz").toString()))) {
            compareMeasures(engines, collection);
        }
    }

    private static Path shared(String... parts) {
        Path path = SHARED.resolve(Path.of("", parts));
        assumeTrue(Files.exists(path), () -> path + " is not there");
        return path;
    }

    private static void compare(Pair engines) {
        ArticleQueryParser parser = new ArticleQueryParser(QuerySettings.DEFAULT);
        for (String text : QUERIES) {
            var query = parser.parse(text).query();
            SortOrder sort = text.isEmpty() ? SortOrder.NEWEST : SortOrder.RELEVANCE;
            EngineRequest request = new EngineRequest(query, Filters.NONE, sort, 0, ASKED, null,
                    EnumSet.allOf(FacetName.class), true, false, Deadline.in(Duration.ofMinutes(1)));
            EngineAnswer expected = engines.lucene().search(request);
            EngineAnswer answer = engines.cluster().search(request);

            assertThat(answer.total()).as(text).isEqualTo(expected.total());
            assertThat(answer.facets()).as(text).isEqualTo(expected.facets());
            assertThat(answer.hits()).as(text).hasSameSizeAs(expected.hits());
            Map<String, Hit> byId = new HashMap<>();
            expected.hits().forEach(hit -> byId.put(hit.article().id(), hit));
            for (int i = 0; i < Math.min(COMPARED, answer.hits().size()); i++) {
                Hit hit = answer.hits().get(i);
                Hit same = byId.get(hit.article().id());
                assertThat(same).as("%s: hit %d is among the other engine's first", text, i).isNotNull();
                assertThat(hit.article()).as(text).isEqualTo(same.article());
                assertThat(List.of(hit.title(), hit.excerpt(), hit.body())).as(text)
                        .isEqualTo(List.of(same.title(), same.excerpt(), same.body()));
                assertThat(same.score()).as("%s: hit %d has its place", text, i)
                        .isCloseTo(expected.hits().get(i).score(), within(TIED));
            }
        }
    }

    private static void compareMeasures(Pair engines, Path folder) throws IOException {
        Path exclusions = folder.resolve("sources.tsv");
        Evaluation evaluation = Evaluation.read(folder.resolve("queries.tsv"), folder.resolve("qrels.txt"),
                Files.exists(exclusions) ? exclusions : null);
        List<EvaluationReport> reports = new ArrayList<>();
        for (ArticleSearcher searcher : List.of(engines.lucene(), engines.cluster())) {
            SearchService service = new SearchService(searcher,
                    SearchSettings.DEFAULT.withAnalysis(Analysis.ENGLISH).withTimeLimit(Duration.ofMinutes(1)));
            reports.add(evaluation.report(evaluation.search(service, answered -> {})));
        }
        String told = Stream.of(Measure.values())
                .map(measure -> String.format("%s %.4f %.4f", measure.label(), reports.getFirst().mean(measure),
                        reports.getLast().mean(measure)))
                .toList()
                .toString();
        System.out.println(folder.getFileName() + ", Lucene and the cluster: " + told);
        for (Measure measure : Measure.values()) {
            assertThat(reports.getLast().mean(measure)).as(told)
                    .isCloseTo(reports.getFirst().mean(measure), within(TOLERANCE));
        }
    }
}
