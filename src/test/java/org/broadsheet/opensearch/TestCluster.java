package org.broadsheet.opensearch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Assumptions;

import static java.util.stream.Collectors.joining;

/**
 * OpenSearch itself: one node or several on this machine, each a process of its own. Where the build has not fetched
 * it, the tests that need it are left out and say so.
 */
public final class TestCluster implements AutoCloseable {

    /** Where the profile {@code cluster} of the build unpacks it. */
    private static final String HOME = System.getProperty("opensearch.home", "");
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A node that is there already, for those who try one test again and again. */
    private static final String RUNNING = System.getProperty("opensearch.url", "");

    private static final String LEFT_OUT = "The tests on a cluster are left out, since OpenSearch is not there: "
            + "mvn verify -Pcluster fetches it (160 MB) and runs them";
    /** Once is enough. */
    private static final AtomicBoolean TOLD = new AtomicBoolean();

    private static TestCluster single;

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final List<TestNode> nodes = new ArrayList<>();
    private final Path folder;

    private TestCluster(URI running) {
        folder = null;
        nodes.add(new TestNode(running));
    }

    private TestCluster(int size) {
        if (HOME.isEmpty()) {
            if (TOLD.compareAndSet(false, true)) {
                System.out.println(LEFT_OUT);
            }
            Assumptions.abort(LEFT_OUT);
        }
        try {
            folder = Files.createTempDirectory("broadsheet-cluster");
            Path program = TestNode.readable(Path.of(HOME), folder);
            List<Integer> ports = TestNode.freePorts(2 * size);
            for (int i = 0; i < size; i++) {
                nodes.add(new TestNode(program, folder.resolve("node-" + i), ports.subList(2 * i, 2 * i + 2),
                        ports, size));
            }
            Runtime.getRuntime().addShutdownHook(new Thread(this::close));
            for (TestNode node : nodes) {
                node.start();
            }
            awaitNodes(size);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One node that all tests of a run share; it ends with them. */
    public static synchronized TestCluster shared() {
        if (single == null) {
            single = RUNNING.isEmpty() ? new TestCluster(1) : new TestCluster(URI.create(RUNNING));
        }
        return single;
    }

    /** One of its own for a test that harms it. */
    public static TestCluster of(int size) {
        return new TestCluster(size);
    }

    /** The addresses of all nodes, as the command line takes them. */
    public String urls() {
        return nodes.stream().map(node -> node.url().toString()).collect(joining(","));
    }

    /** As {@code kill -9} does it. */
    public void kill() {
        nodes.forEach(TestNode::kill);
    }

    /** Starts what was killed. */
    public void restart() throws IOException {
        for (TestNode node : nodes) {
            node.start();
        }
        awaitNodes(nodes.size());
    }

    TestNode node(int number) {
        return nodes.get(number);
    }

    OpenSearchEngine.Connection connection() {
        return OpenSearchEngine.Connection.to(nodes.stream().map(TestNode::url).toArray(URI[]::new));
    }

    /** Waits until so many nodes have found each other, and all that can be there of each index is. */
    void awaitNodes(int size) {
        await(() -> {
            for (TestNode node : nodes) {
                JsonNode health = node.isRunning() ? ask(node, "GET", "/_cluster/health") : null;
                if (health != null) {
                    return health.path("number_of_nodes").asInt() == size
                            && !health.path("status").asText().equals("red")
                            && health.path("initializing_shards").asInt() == 0
                            && health.path("relocating_shards").asInt() == 0;
                }
            }
            return false;
        });
    }

    /** Waits until every copy of every part of every index is there. */
    void awaitGreen() {
        await(() -> ask("GET", "/_cluster/health").path("status").asText().equals("green"));
    }

    /** What the first living node answers. */
    public JsonNode ask(String method, String path) throws InterruptedException {
        for (TestNode node : nodes) {
            JsonNode answer = node.isRunning() ? ask(node, method, path) : null;
            if (answer != null) {
                return answer;
            }
        }
        throw new AssertionError("no node answers to " + path);
    }

    /** Null if it does not answer. */
    private JsonNode ask(TestNode node, String method, String path) throws InterruptedException {
        try {
            return JSON.readTree(http.send(HttpRequest.newBuilder(URI.create(node.url() + path))
                    .method(method, HttpRequest.BodyPublishers.noBody())
                    .timeout(Duration.ofSeconds(30))
                    .build(), HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException e) {
            return null;
        }
    }

    /** Asks again until a condition holds, for much longer than that may take. */
    public static void await(Callable<Boolean> condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!condition.call()) {
                if (System.nanoTime() > end) {
                    throw new AssertionError("it did not come about within " + PATIENCE);
                }
                TimeUnit.MILLISECONDS.sleep(100); // between two questions to another process
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        nodes.forEach(TestNode::kill);
        http.close();
        TestNode.delete(folder);
    }
}
