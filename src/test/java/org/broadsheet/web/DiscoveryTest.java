package org.broadsheet.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import org.broadsheet.article.Article;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DiscoveryTest {

    /** What readers and operators ask for is no API. */
    private static final Set<String> NOT_DESCRIBED = Set.of("/", "/articles/{id}", "/archive", "/help",
            "/facets/{facet}", "/opensearch.xml", "/opensearch/suggest", "/openapi.json", "/robots.txt",
            "/health/live", "/health/ready", "/metrics", "/metrics/queries", "/static/{name}");

    private static Served served;

    @BeforeAll
    static void serve() {
        served = Served.of(Served.archive());
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @Test
    void openApi_describesEveryRoute_andNoOther() {
        Set<String> routes = served.paths()
                .stream()
                .filter(path -> !NOT_DESCRIBED.contains(path))
                .collect(Collectors.toSet());
        List<String> described = new ArrayList<>();
        served.json("/openapi.json").get("paths").fieldNames().forEachRemaining(described::add);
        assertThat(described).containsExactlyInAnyOrderElementsOf(routes);
    }

    @Test
    void openApi_namesOnlyParametersThatAreUnderstood() {
        JsonNode api = served.json("/openapi.json");
        api.get("paths").properties().forEach(path -> {
            StringBuilder query = new StringBuilder("?");
            for (JsonNode reference : path.getValue().at("/get/parameters")) {
                JsonNode parameter = api.at(reference.get("$ref").asText().substring(1));
                assertThat(parameter.isMissingNode()).as(reference.toString()).isFalse();
                JsonNode example = parameter.path("example");
                if (!example.isMissingNode()) {
                    String value = (example.isArray() ? example.get(0) : example).asText();
                    query.append('&')
                            .append(parameter.get("name").asText())
                            .append('=')
                            .append(QueryString.encode(value));
                }
            }
            String url = path.getKey().replace("{facet}", "topic").replace("{id}", Article.idOf("seeds/ohio.md"));
            assertThat(served.get(url + query).statusCode()).as(url + query).isEqualTo(200);
        });
    }

    @Test
    void openApi_namesEveryKeyOfAnAnswer() {
        JsonNode api = served.json("/openapi.json");
        JsonNode answer = served.json("/api/search?explain=true");
        assertThat(keys(api.at("/components/schemas/Answer/properties"))).isEqualTo(keys(answer));
        Set<String> hit = keys(api.at("/components/schemas/Article/properties"));
        hit.addAll(keys(api.at("/components/schemas/Hit/allOf/1/properties")));
        assertThat(hit).isEqualTo(keys(answer.at("/hits/0")));
        Set<String> article = keys(api.at("/components/schemas/Article/properties"));
        article.addAll(keys(api.at("/components/schemas/WholeArticle/allOf/1/properties")));
        assertThat(article).isEqualTo(keys(served.json("/api/articles/" + Article.idOf("seeds/ohio.md"))));
    }

    private static Set<String> keys(JsonNode object) {
        Set<String> keys = new java.util.HashSet<>();
        object.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    @Test
    void robots_keepOutOfWhatHasNoEnd() {
        assertThat(served.get("/robots.txt").body().lines()).startsWith("User-agent: *")
                .contains("Disallow: /*?topic=",
                        "Disallow: /*&topic=", "Disallow: /api/")
                .allMatch(line -> line.matches("[A-Z][a-z-]+: \\S+"));
    }

    @Test
    void browser_isToldHowToSearchAndToComplete() {
        String description = served.get("/opensearch.xml").body();
        assertThat(description).contains(served.uri("/") + "?q={searchTerms}");
        assertThat(served.json("/opensearch/suggest?q=faci").get(0).asText()).isEqualTo("faci");
        assertThat(served.json("/opensearch/suggest?q=faci").get(1)).isNotEmpty();
        assertThat(served.json("/opensearch/suggest?q=").get(1)).isEmpty();
    }

    @Test
    void page_isDescribedToThoseWhoLinkToIt() {
        Document page = served.page("/articles/" + Article.idOf("seeds/ohio.md") + "?q=ohio&at=1");
        assertThat(page.expectFirst("meta[property=og:title]").attr("content"))
                .isEqualTo("Ohio resumes facial recognition");
        assertThat(page.expectFirst("meta[property=og:image]").attr("content"))
                .isEqualTo("https://govtech.com/ohio.jpg");
        assertThat(page.expectFirst("link[rel=canonical]").attr("href"))
                .isEqualTo(served.uri("/articles/" + Article.idOf("seeds/ohio.md")).toString());
        assertThat(served.page("/?q=ohio").expectFirst("link[type=application/atom+xml]").attr("href"))
                .isEqualTo("/feed.atom?q=ohio");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?q=ohio", "/archive", "/help"})
    void pageThatIsNoArticle_isDescribedToo(String path) {
        Document page = served.page(path);
        assertThat(page.expectFirst("meta[property=og:type]").attr("content")).isEqualTo("website");
        assertThat(page.expectFirst("meta[property=og:title]").attr("content")).isEqualTo(page.title());
        assertThat(page.expectFirst("meta[property=og:url]").attr("content")).isEqualTo(served.uri(path).toString());
        assertThat(page.expectFirst("meta[property=og:description]").attr("content")).isNotBlank();
    }

    @Test
    void help_showsOnlyWhatTheLanguageHas() throws IOException {
        String language = Files.readString(Path.of("src/docs/query-language.md"));
        assertThat(served.page("/help").select("td code").eachText()).hasSizeGreaterThan(15)
                .allSatisfy(example -> assertThat(language).contains("`" + example + "`"));
        for (String link : served.page("/help").select("td a").eachAttr("href")) {
            assertThat(served.page(link).select(".notices li").eachText()).as(link)
                    .noneMatch(notice -> notice.contains("ignored"));
        }
    }
}
