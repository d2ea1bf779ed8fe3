package org.broadsheet.web;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;

import com.fasterxml.jackson.databind.JsonNode;
import org.broadsheet.article.Articles;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FeedsTest {

    private static Served served;

    @BeforeAll
    static void serve() {
        served = Served.of(Served.archive());
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    private static Document xml(Served server, String path) {
        return Jsoup.parse(server.get(path).body(), Parser.xmlParser());
    }

    @Test
    void atom_isNewestFirst_whateverTheOrderAskedFor() {
        for (String path : List.of("/feed.atom?q=facial", "/feed.atom?q=facial&sort=oldest&explain=true")) {
            Document feed = xml(served, path);
            assertThat(feed.select("entry > title").eachText()).containsExactly("Ohio resumes facial recognition",
                    "Police agencies use facial recognition");
            assertThat(feed.expectFirst("feed > updated").text()).isEqualTo("2023-04-27T23:29:00Z");
            assertThat(feed.expectFirst("feed > link[rel=self]").attr("href"))
                    .isEqualTo(served.uri("/feed.atom?q=facial").toString());
            assertThat(feed.expectFirst("feed > link[rel=alternate]").attr("href"))
                    .isEqualTo(served.uri("/?q=facial&sort=newest").toString());
            assertThat(feed.select("entry > category").eachAttr("term")).contains("Computer Vision");
        }
        assertThat(xml(served, "/feed.atom?provider=Reason").select("entry")).hasSize(1);
    }

    @Test
    void ids_comeOfThePathAlone() {
        Articles article = Articles.titled("One").path("a/one.md");
        try (Served before = Served.of(article.build());
                Served after = Served.of(article.excerpt("changed").build(), Articles.titled("Two").build())) {
            List<String> ids = xml(after, "/feed.atom").select("entry > id").eachText();
            assertThat(ids).containsAll(xml(before, "/feed.atom").select("entry > id").eachText())
                    .doesNotHaveDuplicates();
            assertThat(ids).allMatch(id -> id.startsWith("urn:uuid:"));
            assertThat(after.json("/feed.json").findValuesAsText("id")).containsExactlyElementsOf(ids);
        }
    }

    @Test
    void atom_isWellFormed_whateverAnArticleHolds() throws Exception {
        try (Served hostile = Served.of(Articles.titled("a\u0000b\u0008<b>&\uD800\uFFFE]]>")
                .path("x/h.md")
                .excerpt("\u001b[31m")
                .topics("\"><x>")
                .build())) {
            String feed = hostile.get("/feed.atom?q=%00%1b").body();
            assertThat(feed).contains("ab&lt;b");
            DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(feed.getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void knownFeed_isNotSentAgain() {
        for (String path : List.of("/feed.atom?q=facial", "/feed.json?q=facial", "/opensearch.xml", "/openapi.json")) {
            String tag = served.get(path).headers().firstValue("ETag").orElseThrow();
            HttpResponse<String> again = served.send("GET", path, "If-None-Match", "\"other\", " + tag);
            assertThat(again.statusCode()).as(path).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(served.send("GET", path, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
        }
        assertThat(served.get("/feed.atom?q=ohio").headers().firstValue("ETag"))
                .isNotEqualTo(served.get("/feed.atom?q=facial").headers().firstValue("ETag"));
    }

    @Test
    void json_saysTheSame() {
        JsonNode feed = served.json("/feed.json?q=facial");
        assertThat(feed.get("version").asText()).isEqualTo("https://jsonfeed.org/version/1.1");
        JsonNode first = feed.get("items").get(0);
        assertThat(first.get("title").asText()).isEqualTo("Ohio resumes facial recognition");
        assertThat(first.get("external_url").asText()).isEqualTo("https://govtech.com/ohio");
        assertThat(first.get("date_published").asText()).isEqualTo("2023-04-27T23:29:00Z");
        assertThat(served.json("/feed.json?size=1").get("next_url").asText()).contains("/feed.json?size=1&cursor=");
    }

    @Test
    void wrongParameter_isAProblemForPrograms() {
        for (String path : List.of("/feed.atom?colour=red", "/export.csv?from=yesterday")) {
            HttpResponse<String> answer = served.get(path);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue(Problems.CONTENT_TYPE);
            assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
        }
    }
}
