package org.broadsheet.web;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import com.fasterxml.jackson.databind.JsonNode;
import org.broadsheet.operation.LogSettings;
import org.broadsheet.operation.OperationSettings;
import org.broadsheet.operation.RequestLog;
import org.broadsheet.search.SearchSettings;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** What a server tells of itself. */
class OperatorsTest {

    private static final OperationSettings USUAL = OperationSettings.DEFAULT;

    @Test
    void metrics_countSearchesByTheirEnd_andAnswersByRoute() {
        try (Served served = Served.of(Served.archive())) {
            served.get("/api/search?q=ohio");
            served.get("/?q=ohio");
            served.get("/feed.atom?q=zzzz");
            served.get("/articles/none");
            served.get("/api/search?size=-1");
            served.get("/nothing/at/all");
            List<String> lines = served.get("/metrics").body().lines().toList();
            assertThat(lines).contains("broadsheet_search_seconds_count{outcome=\"found\"} 2",
                    "broadsheet_search_seconds_count{outcome=\"empty\"} 1",
                    "broadsheet_search_seconds_count{outcome=\"failed\"} 0", "broadsheet_articles 3.0",
                    "broadsheet_rejected_files 0.0", "broadsheet_ready 1.0",
                    "broadsheet_requests_seconds_count{route=\"/articles/{id}\",status=\"4xx\"} 1",
                    "broadsheet_requests_seconds_count{route=\"/api/search\",status=\"2xx\"} 1",
                    "broadsheet_requests_seconds_count{route=\"none\",status=\"4xx\"} 1");
            for (String name : List.of("broadsheet_commit_age_seconds", "broadsheet_queue", "broadsheet_connections",
                    "jvm_memory_used_bytes", "jvm_threads_live_threads", "jvm_gc_max_data_size_bytes",
                    "process_files_open",
                    "process_uptime_seconds")) {
                assertThat(lines).as(name).anyMatch(line -> line.startsWith(name));
            }
        }
    }

    @Test
    void logs_tellNothingOfPersons_unlessAsked() {
        List<String> usual = logged(new LogSettings(true, Duration.ofNanos(1), false, false));
        assertThat(usual).hasSize(3)
                .anyMatch(line -> line.contains("route=\"/api/search\" status=\"200\""))
                .anyMatch(line -> line.startsWith("slow search") && line.contains("outcome=\"found\" total=\"1\""))
                .noneMatch(line -> line.contains("ohio") || line.contains("127.0.0.1"));
        List<String> all = logged(new LogSettings(true, Duration.ofNanos(1), true, true));
        assertThat(all).anyMatch(line -> line.contains("client=\"127.0.0.1\" address=\"/api/search?q=ohio%0a\""))
                .anyMatch(line -> line.endsWith("query=\"ohio\uFFFD\""));
        assertThat(logged(LogSettings.DEFAULT)).isEmpty();
    }

    /** What is logged of a search and of an article that is not there. */
    private static List<String> logged(LogSettings settings) {
        List<String> lines = new java.util.concurrent.CopyOnWriteArrayList<>();
        AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                StringBuilder line = new StringBuilder(event.getMessage());
                event.getKeyValuePairs().forEach(pair -> line.append(' ').append(pair));
                lines.add(line.toString());
            }
        };
        appender.start();
        List<Logger> loggers = List.of((Logger) LoggerFactory.getLogger(RequestLog.ACCESS),
                (Logger) LoggerFactory.getLogger(RequestLog.SLOW));
        loggers.forEach(logger -> {
            logger.setAdditive(false);
            logger.addAppender(appender);
        });
        try (Served served = Served.of(Served.SETTINGS, USUAL.withLog(settings))) {
            served.get("/api/search?q=ohio%0a");
            served.get("/articles/none");
        } finally {
            loggers.forEach(logger -> {
                logger.detachAppender(appender);
                logger.setAdditive(true);
            });
        }
        return lines;
    }

    @Test
    void queries_areCountedAndShown_onlyIfThatIsSwitchedOn() {
        try (Served served = Served.of(Served.SETTINGS, USUAL)) {
            assertThat(served.get("/metrics/queries").statusCode()).isEqualTo(404);
        }
        try (Served served = Served.of(Served.SETTINGS, USUAL.withPopularQueries(true))) {
            assertThat(served.page("/archive").text()).doesNotContain("Asked most often");
            for (int i = 0; i < 6; i++) {
                served.get("/api/search?q=" + (i % 2 == 0 ? "Ohio" : "ohio++"));
                served.get("/?q=zebra");
                served.get("/feed.atom?q=police");
                served.get("/api/search?q=note&page=" + (i + 2));
            }
            JsonNode queries = served.json("/metrics/queries");
            assertThat(queries.get("popular").toString())
                    .isEqualTo("[{\"text\":\"ohio\",\"count\":6},{\"text\":\"zebra\",\"count\":6}]");
            assertThat(queries.get("inVain").toString()).isEqualTo("[{\"text\":\"zebra\",\"count\":6}]");
            assertThat(served.page("/archive").text()).contains("Asked most often", "ohio", "Asked in vain");
        }
    }

    @Test
    void end_firstItIsNotReady_andRequestsUnderWayEnd() {
        HeldSearcher held = HeldSearcher.of(Served.archive());
        WebSettings slow = Served.SETTINGS.withEnd(Duration.ofSeconds(1), Duration.ofMinutes(1));
        SearchSettings patient = SearchSettings.DEFAULT.withTimeLimit(Duration.ofMinutes(1));
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        CompletableFuture<Void> ended;
        try (Served served = Served.of(held.searcher(), patient, slow, USUAL)) {
            answers.add(CompletableFuture.supplyAsync(() -> served.get("/api/search?q=ohio")));
            held.awaitBegun(1);
            int port = served.port();
            ended = CompletableFuture.runAsync(served.server()::close);
            while (served.get("/health/ready").statusCode() == 200) {
                Thread.onSpinWait();
            }
            assertThat(served.get("/health/ready").statusCode()).isEqualTo(503);
            assertThat(served.get("/health/live").statusCode()).isEqualTo(200);
            assertThat(served.get("/help").headers().firstValue("Connection")).hasValue("close");
            while (isListening(port)) {
                Thread.onSpinWait();
            }
            assertThat(ended).as("one is under way").isNotDone();
            held.release(1);
            ended.join();
            assertThat(answers).allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
        }
    }

    private static boolean isListening(int port) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
