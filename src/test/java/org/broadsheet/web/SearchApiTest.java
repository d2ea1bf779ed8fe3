package org.broadsheet.web;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.broadsheet.article.Article;
import org.broadsheet.article.Articles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SearchApiTest {

    private static final String OHIO = Article.idOf("seeds/ohio.md");
    private static Served served;

    @BeforeAll
    static void serve() {
        served = Served.of(Served.archive());
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    /** What differs from run to run, or belongs to the engine, is replaced; {@code -Dgolden.update=true} writes the file anew. */
    @Test
    void search_answer_isTheGoldenOne() throws IOException {
        String json = served.get("/api/search?q=facial+ohio&provider=-Reason&explain=true")
                .body()
                .replaceFirst("\"tookMs\":[0-9.]+", "\"tookMs\":1.8")
                .replaceFirst("\"score\":[0-9.]+", "\"score\":4.21")
                .replaceFirst("\"why\":\\[[^\\]]+\\]", "\"why\":[\"in words\"]")
                .replaceFirst("\"builtAt\":\"[^\"]+\"", "\"builtAt\":\"2026-11-20T08:00:00Z\"");
        String seen = Served.pretty(Served.tree(json));
        Path golden = Path.of("src/test/resources/org/broadsheet/web/answer.json");
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, seen);
        }
        assertThat(seen).isEqualTo(Files.readString(golden));
    }

    @Test
    void search_absentValues_areNull() {
        JsonNode hit = served.json("/api/search?q=note").at("/hits/0");
        for (String key : List.of("excerpt", "webUrl", "provider", "type", "category", "publishedDateTime", "quality",
                "heat", "published", "image")) {
            assertThat(hit.has(key)).as(key).isTrue();
            assertThat(hit.get(key).isNull()).as(key).isTrue();
        }
        assertThat(hit.get("topics")).isEmpty();
        assertThat(hit.at("/snippets/body")).isEmpty();
    }

    @Test
    void search_excludedValue_isSaidOnlyWhereItIs() {
        JsonNode values = served.json("/api/search?provider=-Reason").at("/facets/provider/values");
        values.forEach(
                value -> assertThat(value.has("excluded")).isEqualTo(value.get("value").asText().equals("Reason")));
        assertThat(values).hasSize(2);
    }

    @Test
    void search_cursor_walksThroughAll() {
        JsonNode first = served.json("/api/search?sort=newest&size=2");
        JsonNode second = served.json("/api/search?sort=newest&size=2&cursor=" + first.get("next").asText());
        assertThat(first.get("hits")).hasSize(2);
        assertThat(second.get("hits")).hasSize(1);
        assertThat(second.get("next").isNull()).isTrue();
    }

    @Test
    void article_isWhole() {
        JsonNode article = served.json("/api/articles/" + OHIO);
        assertThat(article.get("body").asText()).isEqualTo("First paragraph.\n\nSecond paragraph.");
        assertThat(article.has("score")).isFalse();
        assertThat(article.at("/related/0/id").isNull()).isTrue();
        assertThat(article.at("/related/1/id").asText()).isEqualTo(Article.idOf("seeds/police.md"));
        assertThat(article.at("/related/1/publishedDateTime").isNull()).isTrue();
    }

    @Test
    void article_namesThoseOfItsAddress() {
        String url = "https://example.org/story";
        try (Served twins = Served.of(Articles.titled("Story").path("a/story.md").webUrl(url).build(),
                Articles.titled("Same story").path("b/story.md").webUrl(url).build(),
                Articles.titled("Other").path("a/other.md").build())) {
            JsonNode duplicates = twins.json("/api/articles/" + Article.idOf("a/story.md")).get("duplicates");
            assertThat(duplicates).hasSize(1);
            assertThat(duplicates.at("/0/id").asText()).isEqualTo(Article.idOf("b/story.md"));
            assertThat(duplicates.at("/0/title").asText()).isEqualTo("Same story");
            assertThat(duplicates.at("/0/path").asText()).isEqualTo("b/story.md");
            assertThat(twins.json("/api/articles/" + Article.idOf("a/other.md")).get("duplicates")).isEmpty();
        }
    }

    @Test
    void similar_and_suggestions_and_facetValues() {
        assertThat(served.json("/api/articles/" + OHIO + "/similar?size=1").get("hits")).hasSize(1);
        assertThat(served.json("/api/suggest?q=gov").at("/suggestions/0/kind").asText()).isNotEmpty();
        assertThat(served.json("/api/suggest?q=").get("suggestions")).isEmpty();
        assertThat(served.json("/api/facets/provider?prefix=re").at("/values/0/value").asText()).isEqualTo("Reason");
        assertThat(served.json("/api/facets/provider?prefix=re&q=ohio").get("values")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/api/search?size=-1, size", "/api/search?qq=x, qq", "/api/search?cursor=zzz, cursor",
            "/api/suggest?size=0, size", "/api/suggest?topic=AI, topic", "/api/facets/topic?from=x, from",
            "/api/facets/topic?page=1, page"})
    void mistake_isAProblemThatNamesIt(String path, String parameter) {
        HttpResponse<String> response = served.get(path);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = Served.tree(response.body());
        assertThat(problem.get("status").asInt()).isEqualTo(400);
        assertThat(problem.get("title").asText()).isEqualTo("Bad Request");
        assertThat(problem.at("/errors/0/parameter").asText()).isEqualTo(parameter);
        assertThat(problem.at("/errors/0/detail").asText()).isNotEmpty();
    }

    @Test
    void article_unknownParameter_isAMistake() {
        assertThat(served.get("/api/articles/" + OHIO + "?x=1").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/articles/none", "/api/articles/none/similar", "/api/facets/date", "/api/facets/nope",
            "/api/nothing"})
    void unknown_isAProblem404(String path) {
        HttpResponse<String> response = served.get(path);
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void text_halfASurrogatePair_isStillJson() {
        String broken = "Half \ud83d of a pair, and a whole \ud83d\ude00";
        try (Served other = Served.of(Articles.titled("Odd").excerpt(broken).build())) {
            assertThat(other.json("/api/search").at("/hits/0/excerpt").asText())
                    .isEqualTo("Half \ufffd of a pair, and a whole \ud83d\ude00");
            assertThat(other.get("/").body()).contains("a whole \ud83d\ude00");
        }
    }

    @Test
    void write_leavesTheStreamOpen() throws IOException {
        var out = new java.io.ByteArrayOutputStream();
        JsonWriter.write(out, json -> json.text("a", null));
        out.write('\n');
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("{\"a\":null}\n");
    }
}
