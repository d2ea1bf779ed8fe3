package org.broadsheet.web;

import java.net.http.HttpResponse;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.broadsheet.article.Article;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

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

    @Test
    void head_tellsOfAnExport_withoutMakingIt() {
        HttpResponse<String> answer = served.send("HEAD", "/export.csv");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(answer.body()).isEmpty();
    }
}
