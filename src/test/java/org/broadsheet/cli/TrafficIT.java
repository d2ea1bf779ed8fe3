package org.broadsheet.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The traffic of clients that others have written: fifty connections at once that are kept, and no answer is an error. */
class TrafficIT {

    private static final int CONNECTIONS = 50;
    private static final int ROUNDS = 5;
    private static final List<String> ASKED = List.of("/", "/?q=ohio&topic=AI", "/archive", "/help",
            "/api/search?q=facial+recognition", "/api/search?q=&sort=oldest&size=2", "/api/suggest?q=fac",
            "/api/facets/topic?prefix=a", "/feed.atom", "/feed.json?q=ohio", "/opensearch.xml", "/robots.txt",
            "/health/ready");
    private static final Pattern REQUESTS = Pattern.compile("(\\d+) requests in");

    @TempDir
    private static Path folder;
    private static Server server;

    /** So many may wait that none is turned away, and so long. */
    @BeforeAll
    static void serve() throws IOException {
        server = new Server(folder, "--queue", "100", "--patience", "1m", "--time-limit", "1m",
                Program.seeds().toString());
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void clientOfTheJdk_isAnsweredOnConnectionsThatAreKept() throws Exception {
        try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
                ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            List<Future<List<String>>> clients = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                int first = i;
                clients.add(threads.submit(() -> {
                    List<String> wrong = new ArrayList<>();
                    for (int j = 0; j < ROUNDS * ASKED.size(); j++) {
                        String path = ASKED.get((first + j) % ASKED.size());
                        HttpResponse<String> answer = client.send(
                                HttpRequest.newBuilder(URI.create(server.url() + path)).build(),
                                HttpResponse.BodyHandlers.ofString());
                        boolean kept = answer.headers().firstValue("Connection").isEmpty();
                        if (answer.statusCode() != 200 || answer.body().isEmpty() || !kept) {
                            wrong.add(path + " is a " + answer.statusCode() + ": " + answer.headers() + answer.body());
                        }
                    }
                    return wrong;
                }));
            }
            for (Future<List<String>> each : clients) {
                assertThat(each.get()).isEmpty();
            }
        }
    }

    @Test
    void wrk_isAnswered_withoutAnError() throws Exception {
        assumeTrue(isThere("wrk"), "no wrk: it is not on the PATH");
        for (String path : List.of("/api/search?q=ohio+OR+police", "/?q=facial")) {
            String told = run("wrk", "-t1", "-c" + CONNECTIONS, "-d2s", server.url() + path);
            Matcher requests = REQUESTS.matcher(told);
            assertThat(requests.find()).as(told).isTrue();
            assertThat(Integer.parseInt(requests.group(1))).isPositive();
            assertThat(told).doesNotContain("Non-2xx", "Socket errors");
        }
    }

    private static boolean isThere(String program) {
        return Pattern.compile(Pattern.quote(java.io.File.pathSeparator))
                .splitAsStream(System.getenv().getOrDefault("PATH", ""))
                .anyMatch(each -> Files.isExecutable(Path.of(each, program)));
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            return told;
        } finally {
            process.destroyForcibly();
        }
    }
}
