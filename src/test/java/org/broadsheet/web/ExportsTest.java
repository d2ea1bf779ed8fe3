package org.broadsheet.web;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import org.broadsheet.article.Article;
import org.broadsheet.article.Articles;
import org.broadsheet.operation.Limits;
import org.broadsheet.operation.OperationSettings;
import org.broadsheet.search.NaiveEngine;
import org.broadsheet.search.SearchSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ExportsTest {

    private static Served served;

    @BeforeAll
    static void serve() {
        served = Served.of(Served.largerArchive());
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @Test
    void csv_hasAllMatches_notOnePage() {
        HttpResponse<String> answer = served.get("/export.csv?q=report&size=5&sort=oldest");
        List<String> lines = answer.body().lines().toList();
        assertThat(lines).hasSize(1 + 36);
        assertThat(lines.getFirst()).startsWith("id,path,title,excerpt,webUrl,provider,domain,topics");
        assertThat(lines.get(1)).contains(",Report number 0 on cameras,");
        assertThat(answer.body()).endsWith("\r\n");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"broadsheet.csv\"");
    }

    @Test
    void ndjson_hasOneWholeArticleOnEachLine() {
        List<JsonNode> lines = served.get("/export.ndjson?q=ohio").body().lines().map(Served::tree).toList();
        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst().get("id").asText()).isEqualTo(Article.idOf("seeds/ohio.md"));
        assertThat(lines.getFirst().get("body").asText()).contains("Second paragraph.");
        assertThat(lines.getFirst().get("related").findValuesAsText("title")).containsExactly("Bears in sight",
                "Police agencies use it");
        assertThat(served.get("/export.ndjson?provider=-Reason&type=video").body()).isEmpty();
    }

    /** A second's worth goes out at once, so that 80 articles at 40 a second take a second more at least. */
    @ParameterizedTest
    @ValueSource(strings = {"/export.ndjson", "/export.csv"})
    void rate_isKept_andNothingIsLost(String path) {
        Article[] articles = IntStream.range(0, 81)
                .mapToObj(i -> Articles.titled("Report " + i).path("a/" + i + ".md").build())
                .toArray(Article[]::new);
        OperationSettings slow = OperationSettings.DEFAULT.withLimits(Limits.DEFAULT.withExports(1, 40));
        try (Served slowly = Served.of(NaiveEngine.of(articles).searcher(), SearchSettings.DEFAULT, Served.SETTINGS,
                slow)) {
            long began = System.nanoTime();
            HttpResponse<String> answer = slowly.get(path);
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            assertThat(answer.body().lines().filter(line -> line.contains("Report"))).hasSize(81);
            assertThat(took).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        }
    }

    @Test
    void rate_isThatOfAllExportsTogether() {
        Article[] articles = IntStream.range(0, 41)
                .mapToObj(i -> Articles.titled("Report " + i).path("a/" + i + ".md").build())
                .toArray(Article[]::new);
        OperationSettings slow = OperationSettings.DEFAULT.withLimits(Limits.DEFAULT.withExports(2, 40));
        try (Served slowly = Served.of(NaiveEngine.of(articles).searcher(), SearchSettings.DEFAULT, Served.SETTINGS,
                slow)) {
            long began = System.nanoTime();
            List<CompletableFuture<HttpResponse<String>>> two = List.of(slowly.ask("/export.ndjson"),
                    slowly.ask("/export.csv"));
            assertThat(two).allSatisfy(answer -> assertThat(answer.join()
                    .body()
                    .lines()
                    .filter(line -> line.contains("Report"))).hasSize(41));
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        }
    }

    @Test
    void head_tellsOfAnExport_withoutMakingIt() {
        HttpResponse<String> answer = served.send("HEAD", "/export.csv");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(answer.body()).isEmpty();
    }
}
