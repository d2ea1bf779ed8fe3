package org.broadsheet.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import org.broadsheet.operation.Limits;
import org.broadsheet.operation.OperationSettings;
import org.broadsheet.query.QuerySettings;
import org.broadsheet.search.NaiveEngine;
import org.broadsheet.search.SearchSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Every limit, met from outside. */
class LimitsTest {

    private static final Limits USUAL = Limits.DEFAULT;
    private static final Duration LONG = Duration.ofMinutes(1);

    private static Served limited(Limits limits) {
        return Served.of(Served.SETTINGS, OperationSettings.DEFAULT.withLimits(limits));
    }

    private static Served searching(SearchSettings settings) {
        return Served.of(NaiveEngine.of(Served.archive()).searcher(), settings, Served.SETTINGS,
                OperationSettings.DEFAULT);
    }

    @Test
    void searches_oneAtOnceAndOneInTheQueue_othersAreTurnedAway() {
        HeldSearcher held = HeldSearcher.of(Served.archive());
        OperationSettings one = OperationSettings.DEFAULT.withLimits(USUAL.withSearches(1, 1, LONG));
        try (Served served = Served.of(held.searcher(), SearchSettings.DEFAULT, Served.SETTINGS, one)) {
            List<CompletableFuture<HttpResponse<String>>> two = new ArrayList<>();
            two.add(CompletableFuture.supplyAsync(() -> served.get("/api/search?q=ohio")));
            held.awaitBegun(1);
            two.add(CompletableFuture.supplyAsync(() -> served.get("/api/search?q=police")));
            awaitMetric(served, "broadsheet_queue 1.0");

            HttpResponse<String> third = served.get("/api/search?q=note");
            assertThat(third.statusCode()).isEqualTo(503);
            assertThat(third.headers().firstValue("Retry-After")).hasValue("2");
            assertThat(third.headers().firstValue("Content-Type")).hasValue(Problems.CONTENT_TYPE);
            HttpResponse<String> page = served.get("/");
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.body()).contains("Try again in a moment");
            assertThat(served.get("/health/ready").statusCode()).as("operators are let in").isEqualTo(200);
            assertThat(served.get("/help").statusCode()).as("what costs no search is let in").isEqualTo(200);
            assertThat(served.get("/metrics").body()).contains("broadsheet_refused_total{limit=\"searches\"} 2.0",
                    "broadsheet_searching 1.0");

            held.release(2);
            assertThat(two).allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
        }
    }

    @Test
    void searches_whoHasWaitedTooLong_isTurnedAway() {
        HeldSearcher held = HeldSearcher.of(Served.archive());
        OperationSettings one = OperationSettings.DEFAULT.withLimits(USUAL.withSearches(1, 9, Duration.ofMillis(1)));
        try (Served served = Served.of(held.searcher(), SearchSettings.DEFAULT, Served.SETTINGS, one)) {
            CompletableFuture<HttpResponse<String>> first = CompletableFuture.supplyAsync(() -> served.get("/"));
            held.awaitBegun(1);
            assertThat(served.get("/api/search").statusCode()).isEqualTo(503);
            held.release(9); // the page asks more than once
            assertThat(first.join().statusCode()).isEqualTo(200);
        }
    }

    @Test
    void searches_thatWait_occupyNoThread() {
        HeldSearcher held = HeldSearcher.of(Served.archive());
        OperationSettings one = OperationSettings.DEFAULT.withLimits(USUAL.withSearches(1, 40, LONG));
        try (Served served = Served.of(held.searcher(), SearchSettings.DEFAULT, Served.SETTINGS.withThreads(8), one)) {
            List<CompletableFuture<HttpResponse<String>>> many = IntStream.range(0, 41)
                    .mapToObj(i -> served.ask("/api/search?q=ohio"))
                    .toList();
            awaitMetric(served, "broadsheet_queue 40.0");
            assertThat(served.get("/help").statusCode()).isEqualTo(200);
            assertThat(served.get("/api/search").statusCode()).isEqualTo(503);
            held.release(41);
            assertThat(many).allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
            awaitMetric(served, "broadsheet_searching 0.0");
        }
    }

    @Test
    void refusal_bearsWhatEveryAnswerDoes() {
        HeldSearcher held = HeldSearcher.of(Served.archive());
        OperationSettings one = OperationSettings.DEFAULT.withLimits(USUAL.withSearches(1, 0, LONG));
        WebSettings open = Served.SETTINGS.withOrigins(Set.of("https://a.example"));
        try (Served served = Served.of(held.searcher(), SearchSettings.DEFAULT, open, one)) {
            CompletableFuture<HttpResponse<String>> first = served.ask("/api/search?q=ohio");
            held.awaitBegun(1);
            for (String path : List.of("/api/search", "/api/search/", "/feed.atom", "/", "/archive", "/api/%73earch")) {
                HttpResponse<String> refused = served.send("GET", path, "Origin", "https://a.example");
                assertThat(refused.statusCode()).as(path).isEqualTo(503);
                assertThat(refused.headers().firstValue("Access-Control-Allow-Origin").isPresent()).as(path)
                        .isEqualTo(Problems.isForPrograms(path));
                for (String header : List.of("Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy",
                        "Cache-Control", "Retry-After", "Content-Type", "Content-Length")) {
                    assertThat(refused.headers().allValues(header)).as(path + " " + header).hasSize(1);
                }
                HttpResponse<String> head = served.send("HEAD", path);
                assertThat(head.statusCode()).isEqualTo(503);
                assertThat(head.body()).isEmpty();
                assertThat(head.headers().firstValue("Content-Length"))
                        .isEqualTo(refused.headers().firstValue("Content-Length"));
            }
            assertThat(served.send("POST", "/api/search").statusCode()).as("needs no search").isEqualTo(405);
            assertThat(served.get("/metrics").body()).contains(
                    "broadsheet_requests_seconds_count{route=\"/archive\",status=\"5xx\"} 2");
            held.release(1);
            assertThat(first.join().statusCode()).isEqualTo(200);
        }
    }

    @Test
    void exports_oneAtOnce_theNextIsTurnedAway_searchesAreNot() {
        HeldSearcher held = HeldSearcher.of(Served.archive());
        OperationSettings one = OperationSettings.DEFAULT.withLimits(USUAL.withExports(1, 0));
        try (Served served = Served.of(held.searcher(), SearchSettings.DEFAULT, Served.SETTINGS, one)) {
            CompletableFuture<HttpResponse<String>> first = CompletableFuture
                    .supplyAsync(() -> served.get("/export.csv"));
            held.awaitBegun(1);
            HttpResponse<String> second = served.get("/export.ndjson");
            assertThat(second.statusCode()).isEqualTo(503);
            assertThat(second.headers().firstValue("Retry-After")).isPresent();
            held.release(2);
            assertThat(served.get("/api/search").statusCode()).isEqualTo(200);
            assertThat(first.join().body()).hasLineCount(4);
        }
    }

    @Test
    void client_thatAsksTooOften_isA429() {
        try (Served served = limited(USUAL.withClientRate(3))) {
            for (int i = 0; i < 3; i++) {
                assertThat(served.get("/api/search").statusCode()).isEqualTo(200);
            }
            HttpResponse<String> refused = served.get("/api/search");
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow())).isBetween(1, 20);
            assertThat(served.get("/").statusCode()).isEqualTo(429);
            assertThat(served.get("/health/ready").statusCode()).isEqualTo(200);
            assertThat(served.get("/metrics").body()).contains("broadsheet_refused_total{limit=\"client\"} 2.0");
        }
    }

    @ParameterizedTest
    @CsvSource({"198.51.100.1, 198.51.100.2, 200", // two clients
            "198.51.100.1, 198.51.100.1, 429", // one
            "'203.0.113.9, 198.51.100.1', '203.0.113.8, 198.51.100.1', 429", // one that pretends to be two
            "'198.51.100.1, 127.0.0.1', '198.51.100.2, 127.0.0.1', 200", // two behind two proxies
            "nonsense, other nonsense, 429"})
    void proxy_saysWhoTheClientIs(String first, String second, int status) {
        WebSettings behindAProxy = Served.SETTINGS.withProxies(List.of(Network.of("127.0.0.0/8")));
        OperationSettings one = OperationSettings.DEFAULT.withLimits(USUAL.withClientRate(1));
        try (Served served = Served.of(behindAProxy, one)) {
            assertThat(served.send("GET", "/help", "X-Forwarded-For", first).statusCode()).isEqualTo(200);
            assertThat(served.send("GET", "/help", "X-Forwarded-For", second).statusCode()).isEqualTo(status);
        }
    }

    @Test
    void client_cannotSayItselfWhoItIs() {
        try (Served served = limited(USUAL.withClientRate(1))) {
            assertThat(served.send("GET", "/help", "X-Forwarded-For", "198.51.100.1").statusCode()).isEqualTo(200);
            assertThat(served.send("GET", "/help", "X-Forwarded-For", "198.51.100.2").statusCode()).isEqualTo(429);
        }
    }

    @Test
    void parameters_moreThanAllowed_areA400() {
        try (Served served = limited(USUAL.withParameters(3))) {
            assertThat(served.get("/api/search?q=ohio&topic=a&topic=b").statusCode()).isEqualTo(200);
            for (String path : List.of("/api/search?q=ohio&topic=a&topic=b&topic=c", "/?a=1&b=2&c=3&d=4",
                    "/help?a&b&c&d")) {
                assertThat(served.get(path).statusCode()).as(path).isEqualTo(400);
            }
        }
    }

    @Test
    void filterValues_moreThanAllowed_areA400ThatNamesTheFacet() {
        try (Served served = searching(SearchSettings.DEFAULT.withBounds(100, 2))) {
            assertThat(served.get("/api/search?topic=a&topic=-b&provider=c").statusCode()).isEqualTo(200);
            for (String path : List.of("/api/search", "/api/facets/type", "/feed.json", "/export.csv")) {
                HttpResponse<String> refused = served.get(path + "?topic=a&topic=-b&topic=c");
                assertThat(refused.statusCode()).as(path).isEqualTo(400);
                assertThat(Served.tree(refused.body()).at("/errors/0/parameter").asText()).isEqualTo("topic");
            }
        }
    }

    @Test
    void pages_deeperThanAllowed_areA400_andTheFirstPageForReaders() {
        try (Served served = searching(SearchSettings.DEFAULT.withBounds(4, 2))) {
            assertThat(served.get("/api/search?page=2&size=2").statusCode()).isEqualTo(200);
            HttpResponse<String> refused = served.get("/api/search?page=3&size=2");
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains("beyond hit 4", "cursor");
            assertThat(served.page("/?page=3&size=2").select(".notices li").text()).contains("beyond hit 4");
        }
    }

    @Test
    void query_isReadAsFarAsAllowed_andSaysSo() {
        try (Served served = searching(
                SearchSettings.DEFAULT.withQuery(QuerySettings.DEFAULT.withBounds(40, 3, 1)))) {
            JsonNode clauses = served.json("/api/search?q=ohio+resumes+facial+recognition");
            assertThat(clauses.at("/query/interpreted").asText()).isEqualTo("ohio AND resumes AND facial");
            assertThat(clauses.at("/query/notices")).isNotEmpty();
            assertThat(served.json("/api/search?q=ohio" + "+".repeat(40) + "police").at("/total/value").asInt())
                    .isEqualTo(1);
            assertThat(served.json("/api/search?q=fac*+rec*").at("/query/notices")).isNotEmpty();
        }
    }

    @Test
    void time_isLimitedForAllThatAsksTheEngine() {
        try (Served served = searching(SearchSettings.DEFAULT.withTimeLimit(Duration.ofNanos(1)))) {
            for (String path : List.of("/api/search?q=ohio", "/api/suggest?q=oh", "/opensearch/suggest?q=oh",
                    "/api/facets/topic?prefix=a", "/facets/topic", "/feed.atom", "/")) {
                HttpResponse<String> stopped = served.get(path);
                assertThat(stopped.statusCode()).as(path).isEqualTo(503);
                assertThat(stopped.headers().firstValue("Retry-After")).as(path).isPresent();
                assertThat(stopped.body()).as(path).contains("took too long");
            }
        }
    }

    @Test
    void archive_thatAnotherRequestCounts_isWaitedForAsLongAsASearchMayTake() {
        HeldSearcher held = HeldSearcher.of(Served.archive());
        try (Served served = Served.of(held.searcher(), SearchSettings.DEFAULT.withTimeLimit(Duration.ofMillis(300)))) {
            CompletableFuture<HttpResponse<String>> first = served.ask("/archive");
            held.awaitBegun(1);
            assertThat(served.get("/archive").statusCode()).isEqualTo(503);
            held.release(1_000);
            assertThat(first.join().statusCode()).as("it has had its time").isEqualTo(503);
        }
    }

    @Test
    void clientRate_holdsForAClientOfIpv6() {
        assumeTrue(hasIpv6(), "no client of IPv6: this machine has no address ::1");
        try (Served served = Served.of(Served.SETTINGS.withHost("::1"),
                OperationSettings.DEFAULT.withLimits(USUAL.withClientRate(1)))) {
            assertThat(served.at("[::1]", "/help").statusCode()).isEqualTo(200);
            assertThat(served.at("[::1]", "/help").statusCode()).isEqualTo(429);
        }
    }

    private static boolean hasIpv6() {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.ofLiteral("::1"))) {
            return any.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void facetValues_areBounded() {
        try (Served served = Served.of(Served.archive())) {
            assertThat(served.get("/api/facets/topic?size=100").statusCode()).isEqualTo(200);
            assertThat(served.get("/api/facets/topic?size=101").statusCode()).isEqualTo(400);
        }
    }

    @Test
    void headers_longerThanAllowed_areRefused_andCounted() {
        WebSettings usual = Served.SETTINGS;
        WebSettings small = usual.withConnections(usual.connections(), 2_048, usual.headerTime(), usual.idle(),
                usual.slowest());
        try (Served served = Served.of(small, OperationSettings.DEFAULT)) {
            String word = IntStream.range(0, 3_000).mapToObj(i -> "a").collect(Collectors.joining());
            assertThat(served.get("/api/search?q=" + word).statusCode()).isEqualTo(414);
            assertThat(served.send("GET", "/api/search", "X-Long", word).statusCode()).isEqualTo(431);
            assertThat(served.get("/metrics").body()).contains("broadsheet_refused_total{limit=\"length\"} 2.0");
        }
    }

    @Test
    void limits_changeWhileTheServerRuns() {
        try (Served served = limited(USUAL)) {
            assertThat(served.get("/help?a&b").statusCode()).isEqualTo(200);
            served.server().use(OperationSettings.DEFAULT.withLimits(USUAL.withParameters(1)));
            assertThat(served.get("/help?a&b").statusCode()).isEqualTo(400);
        }
    }

    private static void awaitMetric(Served served, String line) {
        while (served.get("/metrics").body().lines().noneMatch(line::equals)) {
            Thread.onSpinWait();
        }
    }
}
