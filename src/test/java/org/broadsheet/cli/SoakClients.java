package org.broadsheet.cli;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Many clients of one server: most of them as they should be, some slow, some broken. Whatever is wrong is kept. */
final class SoakClients implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Readers look at what they got, for about so long; programs do not. */
    private static final int PAUSE_MILLIS = 400;
    private static final List<String> ASKED = List.of("/?q=number", "/archive", "/api/suggest?q=num",
            "/api/facets/topic?q=number", "/feed.atom?q=number", "/feed.json", "/help", "/health/ready",
            "/api/search?q=nmuber+7", "/api/search?q=n*+%22number+1%22~3", "/opensearch.xml", "/api/search?size=-1",
            "/articles/none", "/export.csv?q=7");

    private final URI server;
    private final Set<Long> totals;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicBoolean going = new AtomicBoolean(true);
    private final Map<Integer, AtomicLong> statuses = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Long> searchMicros = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Long> refusedMicros = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();

    /** @param totals how many articles there may be */
    SoakClients(String server, Set<Long> totals) {
        this.server = URI.create(server);
        this.totals = totals;
    }

    SoakClients start(int number) {
        for (int i = 0; i < number; i++) {
            Random random = new Random(i);
            switch (i % 20) {
                case 0 -> threads.submit(() -> going(() -> broken(random)));
                case 1 -> threads.submit(() -> going(() -> slow(random)));
                default -> threads.submit(() -> going(() -> ask(random)));
            }
        }
        return this;
    }

    private interface Step {
        void run() throws IOException, InterruptedException;
    }

    private void going(Step step) {
        try {
            while (going.get()) {
                try {
                    step.run();
                } catch (IOException e) {
                    wrong.add(e.toString());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            wrong.add(Arrays.toString(e.getStackTrace()) + e);
        }
    }

    private void ask(Random random) throws IOException, InterruptedException {
        if (random.nextInt(3) > 0) {
            search();
        } else {
            get(ASKED.get(random.nextInt(ASKED.size())));
        }
        TimeUnit.MILLISECONDS.sleep(random.nextInt(2 * PAUSE_MILLIS));
    }

    /** Everything there is: its number is one that a commit has, and what is counted adds up to it. */
    private void search() throws IOException, InterruptedException {
        HttpResponse<String> answer = get("/api/search?size=3&sort=newest&q=number");
        if (answer.statusCode() == 200) {
            JsonNode json = JSON.readTree(answer.body());
            long total = json.at("/total/value").asLong();
            long tested = json.at("/facets/topic/values/0/count").asLong();
            if (!totals.contains(total) || tested != total || json.get("hits").size() != 3) {
                wrong.add(answer.body());
            }
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        long began = System.nanoTime();
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(server.resolve(path)).timeout(Duration.ofSeconds(30)).build(),
                HttpResponse.BodyHandlers.ofString());
        long micros = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - began);
        int status = answer.statusCode();
        statuses.computeIfAbsent(status, unknown -> new AtomicLong()).incrementAndGet();
        boolean refused = status == 503 || status == 429;
        if (refused) {
            refusedMicros.add(micros);
        } else if (path.startsWith("/api/search")) {
            searchMicros.add(micros);
        }
        boolean right = refused
                ? answer.headers().firstValue("Retry-After").isPresent()
                : path.contains("size=-1") ? status == 400 : path.contains("none") ? status == 404 : status == 200;
        if (!right) {
            wrong.add(path + " is a " + status + ": " + answer.body());
        }
        return answer;
    }

    /** Says something that is no request, half of one, or goes away before the answer. */
    private void broken(Random random) throws InterruptedException {
        List<String> said = List.of("GET /api/search?q=numb", "\u0016\u0003\u0001\u0002",
                "GET /export.ndjson HTTP/1.1\r\nHost: x\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 99\r\n\r\nx",
                "GET / HTTP/1.1\r\nX: " + "y".repeat(40_000), "GET /api/search HTTP/1.1\r\nHost: x\r\n\r\n".repeat(20));
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoLinger(random.nextBoolean(), 0);
            socket.getOutputStream().write(said.get(random.nextInt(said.size())).getBytes(StandardCharsets.ISO_8859_1));
            socket.getInputStream().skipNBytes(random.nextInt(2));
        } catch (IOException e) {
            // It is the server that has hung up, or it was this client.
        }
        TimeUnit.MILLISECONDS.sleep(random.nextInt(2 * PAUSE_MILLIS));
    }

    /** A byte now and then. */
    private void slow(Random random) throws InterruptedException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            String said = random.nextBoolean()
                    ? "GET /help HTTP/1.1\r\nX-Slow: "
                    : "GET /export.csv HTTP/1.1\r\nHost: x\r\n\r\n";
            socket.getOutputStream().write(said.getBytes(StandardCharsets.US_ASCII));
            while (going.get()) {
                if (said.startsWith("GET /help")) {
                    socket.getOutputStream().write('x');
                } else if (socket.getInputStream().read() < 0) {
                    return;
                }
                TimeUnit.MILLISECONDS.sleep(200);
            }
        } catch (IOException e) {
            // The server has had enough of it.
        }
    }

    /** What must not have been; empty if all was well. */
    List<String> wrong() {
        return List.copyOf(wrong);
    }

    /** In one line, for who wants to know how it went. */
    String summary() {
        String counts = statuses.entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining(", "));
        return counts + "; searches " + percentiles(searchMicros.stream().mapToLong(Long::longValue).sorted().toArray())
                + "; turned away " + percentiles(refusedMicros.stream().mapToLong(Long::longValue).sorted().toArray());
    }

    private static String percentiles(long[] micros) {
        return micros.length == 0
                ? "none"
                : "p50 %.1f ms, p99 %.1f ms".formatted(micros[micros.length / 2] / 1e3,
                        micros[(int) (micros.length * 0.99)] / 1e3);
    }

    /** Returns when each has had its last answer. */
    void stop() {
        going.set(false);
        threads.close();
    }

    @Override
    public void close() {
        stop();
        client.close();
    }
}
