package org.broadsheet.web;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import com.fasterxml.jackson.databind.JsonNode;
import org.broadsheet.HostileArchive;
import org.broadsheet.article.Article;
import org.broadsheet.indexing.IndexProgress;
import org.broadsheet.indexing.IndexReport;
import org.broadsheet.indexing.IndexRun;
import org.broadsheet.indexing.IndexingSettings;
import org.broadsheet.lucene.LuceneEngine;
import org.broadsheet.search.ArticleIndexer;
import org.broadsheet.search.SearchSettings;
import org.broadsheet.source.Source;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.NodeList;

import static org.assertj.core.api.Assertions.assertThat;

/** An archive of attacks, read, indexed and served as any other: nothing in it acts on whoever reads an answer. */
class HostileContentTest {

    private static final List<String> FACETS = List.of("provider", "topic", "type", "category");

    /** A machine with much to do is not what is tested. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    private static Path folder;
    private static IndexReport report;
    private static Served served;
    private static List<String> ids;

    @BeforeAll
    static void serve() throws Exception {
        LuceneEngine.Settings settings = LuceneEngine.Settings.of(folder.resolve("index"));
        report = index(settings, HostileArchive.write(folder));
        served = Served.of(LuceneEngine.searcher(settings), SearchSettings.DEFAULT.withTimeLimit(PATIENCE));
        ids = lines("/export.ndjson").stream().map(article -> article.get("id").asText()).toList();
    }

    private static IndexReport index(LuceneEngine.Settings settings, List<String> sources) {
        try (ArticleIndexer indexer = LuceneEngine.indexer(settings, ArticleIndexer.Mode.REBUILD)) {
            return new IndexRun(indexer, IndexingSettings.DEFAULT, IndexProgress.NONE).run(Source.all(sources));
        }
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @Test
    void sources_areReadAsFarAsTheyCanBe() {
        assertThat(ids).hasSizeGreaterThan(50).doesNotHaveDuplicates();
        assertThat(served.json("/api/search?size=0").at("/total/value").asInt()).isEqualTo(ids.size());
        assertThat(report.added()).isEqualTo(ids.size());
        assertThat(report.rejections()).extracting(rejection -> rejection.toString())
                .noneMatch(line -> HostileArchive.HARMFUL.matcher(line).find() || line.contains("\n"))
                .noneMatch(line -> line.contains("it cannot be read") || line.contains("Exception"))
                .anyMatch(line -> line.endsWith("its path leaves the archive"))
                .anyMatch(line -> line.contains("its path is longer than"))
                .anyMatch(line -> line.endsWith("a file of this path came before it"));
    }

    @Test
    void pages_holdNoMarkupOfAnArticle() {
        Set<String> known = new HashSet<>();
        try (Served benign = Served.of(Served.largerArchive())) {
            for (String path : List.of("/?q=report", "/", "/?q=facial&explain=true", "/?q=cmaeras&topic=Law",
                    "/archive",
                    "/help", "/facets/provider?q=report", "/?provider=Reason&quality=1..", "/nothing",
                    "/?q=report&page=2",
                    "/articles/" + Article.idOf("seeds/ohio.md") + "?q=ohio&at=1",
                    "/articles/" + Article.idOf("seeds/police.md"), "/?q=fcaial", "/?q=ohio&type=video")) {
                known.addAll(parts(Jsoup.parse(benign.get(path).body())));
            }
        }
        for (String path : pages()) {
            String body = served.get(path).body();
            assertThat(HostileArchive.HARMFUL.matcher(body).results().map(found -> around(body, found.start())))
                    .as(path)
                    .isEmpty();
            Document page = Jsoup.parse(body);
            assertThat(parts(page)).as(path).isSubsetOf(known);
            assertThat(HostileArchive.HARMFUL.matcher(page.wholeText()).find()).as(path).isFalse();
            SearchPageTest.assertInert(page);
            for (Element element : page.select("[href], [src], [action], [content^=http]")) {
                String address = element.hasAttr("src")
                        ? element.attr("src")
                        : element.attr("href") + element.attr("action") + element.attr("content");
                assertThat(URI.create(address).getScheme()).as(address).isIn(null, "http", "https");
                boolean foreign = address.contains("//");
                assertThat(foreign).as(element.outerHtml())
                        .isIn(false, List.of("a", "img", "meta", "link").contains(element.tagName()));
            }
        }
    }

    /** Every page of every kind: lists, articles, facets, errors, and what somebody may send to them. */
    private static List<String> pages() {
        List<String> paths = new ArrayList<>(
                List.of("/", "/archive", "/help", "/nothing", "/?q=attack&explain=true", "/?q=attakc"));
        IntStream.rangeClosed(1, 1 + ids.size() / 20).forEach(page -> paths.add("/?q=attack&sort=oldest&page=" + page));
        ids.forEach(id -> paths.add("/articles/" + id));
        FACETS.forEach(facet -> paths.add("/facets/" + facet + "?q=attack"));
        for (String text : HostileArchive.TEXTS) {
            String encoded = QueryString.encode(text);
            Stream.of("/?q=", "/?topic=", "/?q=attack&provider=-", "/?from=", "/?cursor=", "/help?q=", "/archive?x=",
                    "/facets/topic?prefix=", "/articles/x?q=", "/static/", "/")
                    .forEach(path -> paths.add(path + encoded));
        }
        return paths;
    }

    /** Each kind of element, and each of its attributes. */
    private static Set<String> parts(Document page) {
        return page.getAllElements()
                .stream()
                .flatMap(element -> Stream.concat(Stream.of(element.normalName()),
                        element.attributes()
                                .asList()
                                .stream()
                                .map(it -> element.normalName() + "[" + it.getKey() + "]")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String around(String text, int at) {
        return "U+%04X in %s".formatted((int) text.charAt(at),
                text.substring(Math.max(0, at - 60), Math.min(text.length(), at + 20)));
    }

    @Test
    void json_isWellFormed_andSafeToPrint() {
        List<String> paths = new ArrayList<>(
                List.of("/api/search?size=100", "/api/search?q=attack&explain=true&size=100",
                        "/feed.json?q=attack", "/api/suggest?q=att", "/api/suggest?q=%3D", "/opensearch/suggest?q=att",
                        "/openapi.json"));
        FACETS.forEach(facet -> paths.add("/api/facets/" + facet));
        ids.forEach(id -> paths.addAll(List.of("/api/articles/" + id, "/api/articles/" + id + "/similar")));
        for (String text : HostileArchive.TEXTS) {
            String encoded = QueryString.encode(text);
            Stream.of("/api/search?q=", "/api/search?from=", "/api/search?topic=", "/api/suggest?q=",
                    "/opensearch/suggest?q=",
                    "/api/facets/topic?prefix=", "/api/search?cursor=", "/api/facets/", "/feed.json?q=")
                    .forEach(path -> paths.add(path + encoded));
        }
        for (String path : paths) {
            String body = served.get(path).body();
            assertThat(HostileArchive.HARMFUL.matcher(body).results().map(found -> around(body, found.start())))
                    .as(path)
                    .isEmpty();
            JsonNode json = Served.tree(body);
            for (String key : List.of("webUrl", "url", "external_url", "image", "home_page_url", "next_url",
                    "feed_url")) {
                assertThat(json.findValues(key)).as(path)
                        .filteredOn(JsonNode::isTextual)
                        .allMatch(address -> address.asText().matches("https?://[^\\s\"<>]+"));
            }
        }
    }

    @Test
    void xml_isWellFormed_andHoldsOnlyText() throws Exception {
        List<String> paths = new ArrayList<>(
                List.of("/feed.atom?size=100", "/feed.atom?q=attack&size=100&page=2", "/opensearch.xml"));
        HostileArchive.TEXTS.forEach(text -> paths.add("/feed.atom?q=" + QueryString.encode(text)));
        for (String path : paths) {
            byte[] body = served.get(path).body().getBytes(StandardCharsets.UTF_8);
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            NodeList all = factory.newDocumentBuilder().parse(new ByteArrayInputStream(body)).getElementsByTagName("*");
            for (int i = 0; i < all.getLength(); i++) {
                org.w3c.dom.Element element = (org.w3c.dom.Element) all.item(i);
                assertThat(element.getNamespaceURI()).isIn("http://www.w3.org/2005/Atom",
                        "http://a9.com/-/spec/opensearch/1.1/");
                assertThat(element.getLocalName()).isIn("feed", "entry", "id", "title", "subtitle", "updated",
                        "published", "link",
                        "author", "name", "category", "summary", "OpenSearchDescription", "ShortName", "Description",
                        "InputEncoding", "Url");
                assertThat(
                        HostileArchive.HARMFUL.matcher(element.getTextContent() + element.getAttribute("term")).find())
                        .as(element.getTextContent())
                        .isFalse();
                if (element.hasAttribute("href")) {
                    assertThat(element.getAttribute("href")).matches("https?://[^\\s\"<>]+");
                }
            }
        }
    }

    @Test
    void csv_isParsedAgain_andRunsInNoSpreadsheet() {
        List<List<String>> rows = Csv.parse(served.get("/export.csv").body());
        List<JsonNode> articles = lines("/export.ndjson");
        assertThat(rows).hasSize(1 + articles.size()).allMatch(row -> row.size() == rows.getFirst().size());
        for (int i = 0; i < articles.size(); i++) {
            List<String> row = rows.get(i + 1);
            assertThat(row).allMatch(
                    cell -> cell.isEmpty() || cell.matches("-?\\d+") || "=+-@\t\r\n＝＋－＠".indexOf(cell.charAt(0)) < 0);
            for (String name : List.of("id", "path", "title", "excerpt", "webUrl", "type", "category")) {
                JsonNode value = articles.get(i).get(name);
                String cell = row.get(rows.getFirst().indexOf(name));
                assertThat(cell.replaceFirst("^'(?='*[=+\\-@＝＋－＠])", "")).as(name)
                        .isEqualTo(value.isNull() ? "" : value.asText());
            }
        }
        assertThat(rows.stream().flatMap(List::stream)).anyMatch(cell -> cell.startsWith("'=cmd"))
                .anyMatch(cell -> cell.startsWith("''=attack"));
    }

    @Test
    void headers_areOurs() {
        Set<String> known = Set.of("content-security-policy", "x-content-type-options", "referrer-policy",
                "cache-control",
                "vary", "content-type", "content-length", "date", "etag", "transfer-encoding", "content-disposition",
                "location",
                "content-encoding", "retry-after", "allow", "x-frame-options", "permissions-policy",
                "cross-origin-opener-policy",
                "cross-origin-resource-policy", "strict-transport-security");
        List<String> paths = new ArrayList<>(List.of("/export.csv?q=attack", "/feed.atom?q=attack"));
        for (String text : HostileArchive.TEXTS) {
            String encoded = QueryString.encode(text);
            paths.addAll(List.of("/?q=" + encoded + "&sort=relevance", "/?quality-min=" + encoded, "/?" + encoded + "=",
                    "/" + encoded, "/static/" + encoded, "/articles/" + encoded));
        }
        for (String path : paths) {
            HttpResponse<String> answer = served.get(path);
            assertThat(answer.headers().map().keySet()).as(path).isSubsetOf(known);
            assertThat(answer.headers().firstValue("Location").orElse("/")).as(path)
                    .startsWith("/")
                    .doesNotStartWith("//")
                    .doesNotContain("<", "\"", " ");
            assertThat(answer.statusCode()).as(path).isLessThan(500);
        }
    }

    @Test
    void enormousValues_areReadAndShown() throws Exception {
        LuceneEngine.Settings settings = LuceneEngine.Settings.of(folder.resolve("enormous-index"));
        IndexReport enormous = index(settings, List.of(HostileArchive.writeEnormous(folder)));
        assertThat(enormous.rejected()).isZero();
        try (Served server = Served.of(LuceneEngine.searcher(settings),
                SearchSettings.DEFAULT.withTimeLimit(PATIENCE))) {
            JsonNode hits = server.json("/api/search?q=attack&explain=true").get("hits");
            assertThat(hits).hasSize((int) enormous.added());
            for (String path : List.of("/", "/?q=attack", "/archive", "/facets/topic")) {
                HttpResponse<String> answer = server.get(path);
                assertThat(answer.statusCode()).as(path).isEqualTo(200);
                assertThat(answer.body()).as(path).hasSizeLessThan(300_000);
            }
            for (JsonNode hit : hits) {
                String id = hit.get("id").asText();
                assertThat(server.page("/articles/" + id).select("h1").text()).isEqualTo(hit.get("title").asText());
                assertThat(server.json("/api/articles/" + id + "/similar").get("hits")).isNotEmpty();
            }
            assertThat(Csv.parse(server.get("/export.csv").body())).hasSize(1 + hits.size());
            assertThat(server.get("/feed.atom").statusCode()).isEqualTo(200);
            assertThat(server.get("/api/suggest?q=attack").body()).hasSizeLessThan(10_000);
        }
    }

    private static List<JsonNode> lines(String path) {
        String body = served.get(path).body();
        assertThat(HostileArchive.HARMFUL.matcher(body).find()).isFalse();
        return body.lines().map(Served::tree).toList();
    }
}
