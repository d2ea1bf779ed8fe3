package org.broadsheet.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

import org.broadsheet.article.Article;
import org.broadsheet.search.ArticleSearcher;
import org.broadsheet.search.EngineException;
import org.broadsheet.search.NaiveEngine;
import org.broadsheet.search.SearchService;
import org.broadsheet.search.SearchSettings;
import org.broadsheet.search.SearchTimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WebServerTest {

    private static Served served;

    @BeforeAll
    static void serve() {
        served = Served.of(Served.archive());
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/search", "/nothing", "/api/nothing", "/health/live"})
    void everyAnswer_isGuarded(String path) {
        var headers = served.get(path).headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElse("")).startsWith("default-src 'none'")
                .doesNotContain("unsafe", "data:");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(headers.firstValue("Permissions-Policy").orElse("")).contains("geolocation=()", "camera=()");
        assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(headers.firstValue("Server")).isEmpty();
        assertThat(headers.map().toString()).doesNotContainIgnoringCase("jetty").doesNotContainIgnoringCase("javalin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PURGE"})
    void otherMethods_areRefused(String method) {
        HttpResponse<String> response = served.send(method, "/api/search");
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).hasValue("GET, HEAD");
    }

    @ParameterizedTest
    @CsvSource({"/, 200", "/api/search?q=ohio, 200", "/api/search?size=-1, 400", "/api/articles/none, 404",
            "/articles/none, 404", "/health/ready, 200"})
    void head_isAnsweredAsGetIs(String path, int status) {
        HttpResponse<String> head = served.send("HEAD", path);
        assertThat(head.statusCode()).isEqualTo(status);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("Content-Type"))
                .isEqualTo(served.get(path).headers().firstValue("Content-Type"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/articles/none", "/static/nothing.css", "/..%2f..%2fetc/passwd",
            "/static/..%2f..%2fpom.xml"})
    void unknown_isAPage404(String path) {
        HttpResponse<String> response = served.get(path);
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(response.body()).contains("<h1>Not Found</h1>");
    }

    @Test
    void url_of16KiB_isRead_andOneOf32IsRefused() {
        assertThat(served.get("/api/search?q=" + "a".repeat(16 * 1024 - 20)).statusCode()).isEqualTo(200);
        HttpResponse<String> refused = served.get("/api/search?q=" + "a".repeat(32 * 1024));
        assertThat(refused.statusCode()).isIn(414, 431);
        assertThat(refused.body()).doesNotContainIgnoringCase("jetty");
    }

    @Test
    void longForm_isRedirectedWhole() {
        String text = "\u00e9".repeat(2_500); // six characters each in a URL
        String query = "/?q=" + QueryString.encode(text) + "&from=";
        assertThat(served.get(query).headers().firstValue("Location")).hasValue(query.replace("&from=", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/search", "style"})
    void longAnswers_areCompressed(String path) throws IOException, InterruptedException {
        String asked = path.equals("style") ? style() : path;
        HttpResponse<byte[]> response = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(served.uri(asked)).header("Accept-Encoding", "gzip").build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(response.headers().firstValue("Content-Encoding")).hasValue("gzip");
        String text = new String(new GZIPInputStream(new ByteArrayInputStream(response.body())).readAllBytes(),
                StandardCharsets.UTF_8);
        assertThat(text).isNotEmpty();
        assertThat(response.headers().firstValue("Vary")).hasValue("Accept-Encoding");
    }

    /** In one piece, which takes its reader less time than several whose end is only known when it has come. */
    @ParameterizedTest
    @ValueSource(strings = {"/openapi.json", "style"})
    void longAnswers_bearTheirLength(String path) {
        HttpResponse<String> response = served.get(path.equals("style") ? style() : path);
        int length = response.body().getBytes(StandardCharsets.UTF_8).length;
        assertThat(length).isGreaterThan(8 * 1024);
        assertThat(response.headers().firstValueAsLong("Content-Length")).hasValue(length);
    }

    @Test
    void style_isKeptForGood() {
        HttpResponse<String> response = served.get(style());
        assertThat(response.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/css");
    }

    @Test
    void timeout_isA503ThatSaysWhenToComeBack() {
        try (Served failing = failing(new SearchTimeoutException())) {
            HttpResponse<String> api = failing.get("/api/search");
            assertThat(api.statusCode()).isEqualTo(503);
            assertThat(api.headers().firstValue("Retry-After")).hasValue("2");
            assertThat(failing.get("/").statusCode()).isEqualTo(503);
        }
    }

    @Test
    void engineOutOfReach_isA503AndNotReady_butLive() {
        try (Served failing = failing(new EngineException("the folder /secret is gone"))) {
            assertThat(failing.get("/api/search").statusCode()).isEqualTo(503);
            assertThat(failing.get("/api/search").body()).doesNotContain("secret");
            assertThat(failing.get("/health/ready").statusCode()).isEqualTo(503);
            assertThat(failing.get("/health/live").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void bug_isA500ThatTellsNothing() {
        try (Served failing = failing(new IllegalStateException("inner secret"))) {
            for (String path : new String[]{"/api/search", "/"}) {
                HttpResponse<String> response = failing.get(path);
                assertThat(response.statusCode()).isEqualTo(500);
                assertThat(response.body()).doesNotContain("secret", "IllegalState", "\tat ");
            }
        }
        try (Served failing = failing(new StackOverflowError())) {
            assertThat(failing.get("/api/search").statusCode()).isEqualTo(500);
        }
    }

    @Test
    void start_portIsTaken_saysSoInOneLine() {
        try (ArticleSearcher searcher = NaiveEngine.of(new Article[0]).searcher();
                WebServer second = new WebServer(new SearchService(searcher, SearchSettings.DEFAULT),
                        Served.SETTINGS.withPort(served.port()))) {
            assertThatThrownBy(second::start).isInstanceOf(IOException.class)
                    .hasMessage("cannot listen on 127.0.0.1:" + served.port() + ": Address already in use");
        }
    }

    @ParameterizedTest
    @CsvSource({"192.0.2.1, Cannot assign requested address", "host.invalid, there is no such host"})
    void start_hostIsNotOurs_saysSoInOneLine(String host, String why) {
        WebSettings settings = Served.SETTINGS.withHost(host);
        try (ArticleSearcher searcher = NaiveEngine.of(new Article[0]).searcher();
                WebServer server = new WebServer(new SearchService(searcher, SearchSettings.DEFAULT), settings)) {
            assertThatThrownBy(server::start).isInstanceOf(IOException.class)
                    .hasMessage("cannot listen on " + host + ":0: " + why);
            assertThatThrownBy(() -> WebServer.requireFree(settings)).hasMessage("cannot listen on " + host + ":0: "
                    + why);
        }
    }

    private static String style() {
        return served.page("/").expectFirst("link[rel=stylesheet]").attr("href");
    }

    /** A server whose engine fails at everything. */
    private static Served failing(Throwable failure) {
        return Served.of((ArticleSearcher) Proxy.newProxyInstance(WebServerTest.class.getClassLoader(),
                new Class<?>[]{ArticleSearcher.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    throw failure;
                }));
    }
}
