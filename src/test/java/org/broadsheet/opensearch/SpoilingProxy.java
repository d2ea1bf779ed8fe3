package org.broadsheet.opensearch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntPredicate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Stands before a node and hands on what it is asked, but for the requests that a test wants spoilt: a cluster that is
 * too busy and a line that breaks cannot be had at will otherwise.
 */
public final class SpoilingProxy implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BUSY = """
            {"error":{"root_cause":[{"type":"rejected_execution_exception","reason":"the queue is full"}],\
            "type":"rejected_execution_exception","reason":"the queue is full"},"status":429}""";

    /** A request. */
    public record Asked(String method, String path, byte[] body) {

        public boolean isBulk() {
            return path.endsWith("/_bulk");
        }
    }

    /** What happens to a request. */
    public interface Treatment {

        void apply(SpoilingProxy proxy, HttpExchange exchange, Asked asked) throws IOException;

        /** The node answers it. */
        static Treatment handOn() {
            return (proxy, exchange, asked) -> {
                HttpResponse<byte[]> answer = proxy.ask(exchange, asked.body());
                reply(exchange, answer.statusCode(), answer.body());
            };
        }

        /** The line breaks before the request reaches the node. */
        static Treatment loseRequest() {
            return (proxy, exchange, asked) -> exchange.close();
        }

        /** The node does what it is asked, and the line breaks before its answer arrives. */
        static Treatment loseAnswer() {
            return (proxy, exchange, asked) -> {
                proxy.ask(exchange, asked.body());
                exchange.close();
            };
        }

        /** The node is too busy for any of it. */
        static Treatment beBusy() {
            return (proxy, exchange, asked) -> reply(exchange, 429, BUSY.getBytes(StandardCharsets.UTF_8));
        }

        static Treatment answer(int status, String body) {
            return (proxy, exchange, asked) -> reply(exchange, status, body.getBytes(StandardCharsets.UTF_8));
        }

        /** The node is too busy for some changes of a bulk request, and does the others. */
        static Treatment beBusyFor(IntPredicate changes) {
            return refuse(changes, 429, "rejected_execution_exception", "the queue is full");
        }

        /** Some changes of a bulk request are not done, and the others are. */
        static Treatment refuse(IntPredicate changes, int status, String type, String reason) {
            return (proxy, exchange, asked) -> {
                List<String> lines = new String(asked.body(), StandardCharsets.UTF_8).lines().toList();
                StringBuilder handedOn = new StringBuilder();
                List<String> refused = new ArrayList<>(); // by the number of the change; null if it is handed on
                for (int i = 0; i < lines.size(); i++) {
                    JsonNode change = JSON.readTree(lines.get(i));
                    String kind = change.fieldNames().next();
                    String text = lines.get(i) + "\n" + (kind.equals("delete") ? "" : lines.get(++i) + "\n");
                    boolean spoilt = changes.test(refused.size());
                    refused.add(spoilt ? change.get(kind).get("_id").asText() : null);
                    handedOn.append(spoilt ? "" : text);
                }
                ArrayNode done = handedOn.isEmpty()
                        ? JSON.createArrayNode()
                        : (ArrayNode) JSON
                                .readTree(proxy.ask(exchange, handedOn.toString().getBytes(StandardCharsets.UTF_8))
                                        .body())
                                .get("items");
                ArrayNode items = JSON.createArrayNode();
                int next = 0;
                for (String id : refused) {
                    items.add(id == null ? done.get(next++) : refusal(id, status, type, reason));
                }
                ObjectNode answer = JSON.createObjectNode().put("took", 1).put("errors", true).set("items", items);
                reply(exchange, 200, JSON.writeValueAsBytes(answer));
            };
        }

        private static ObjectNode refusal(String id, int status, String type, String reason) {
            ObjectNode item = JSON.createObjectNode().put("_index", "any").put("_id", id).put("status", status);
            item.putObject("error").put("type", type).put("reason", reason);
            return JSON.createObjectNode().set("index", item);
        }

        private static void reply(HttpExchange exchange, int status, byte[] body) throws IOException {
            boolean none = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, none ? -1 : body.length);
            if (!none) {
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI node;
    private final Function<Asked, Treatment> treatment;
    private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();
    private final AtomicInteger bulksNow = new AtomicInteger();
    private final AtomicInteger bulksAtOnce = new AtomicInteger();

    /** @param treatment asked for each request, by several threads at once */
    public SpoilingProxy(URI node, Function<Asked, Treatment> treatment) {
        this.node = node;
        this.treatment = treatment;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** All that has been asked so far. */
    List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** Bulk requests that are under way. */
    int bulksNow() {
        return bulksNow.get();
    }

    /** How many of them there were at once, at most. */
    int bulksAtOnce() {
        return bulksAtOnce.get();
    }

    private void handle(HttpExchange exchange) throws IOException {
        Asked request = new Asked(exchange.getRequestMethod(), exchange.getRequestURI().getPath(),
                exchange.getRequestBody().readAllBytes());
        asked.add(request);
        if (request.isBulk()) {
            bulksAtOnce.accumulateAndGet(bulksNow.incrementAndGet(), Math::max);
        }
        try {
            treatment.apply(request).apply(this, exchange, request);
        } finally {
            if (request.isBulk()) {
                bulksNow.decrementAndGet();
            }
            exchange.close();
        }
    }

    private HttpResponse<byte[]> ask(HttpExchange exchange, byte[] body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(node.resolve(exchange.getRequestURI()))
                .timeout(Duration.ofMinutes(1))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        if (type != null) {
            request.header("Content-Type", type);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        http.close();
    }
}
