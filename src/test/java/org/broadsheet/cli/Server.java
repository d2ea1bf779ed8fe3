package org.broadsheet.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The distribution, serving. */
final class Server implements AutoCloseable {

    private static final Pattern READY = Pattern.compile(".* is ready at (http://\\S+) .*");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Process process;
    private final HttpClient client = HttpClient.newHttpClient();
    private final String url;

    /** Serves the index of a folder, or what the arguments say. */
    Server(Path folder, String... arguments) throws IOException {
        this(new Program(folder), arguments);
    }

    Server(Program program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("serve", "--port", "0"));
        command.addAll(List.of(arguments));
        process = program.start(command.toArray(String[]::new));
        try {
            Matcher ready = READY.matcher(Program.awaitLine(process, "ready"));
            if (!ready.matches()) {
                throw new AssertionError("not the expected line");
            }
            url = ready.group(1);
        } catch (IOException | RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    String url() {
        return url;
    }

    Process process() {
        return process;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(url + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** How many articles contain a word, or all for an empty one. */
    long count(String word) throws IOException, InterruptedException {
        HttpResponse<String> answer = get("/api/search?size=1&facets=&q=" + word);
        JsonNode json = JSON.readTree(answer.body());
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + ": " + answer.body());
        }
        // A relaxed answer is one to another question.
        return json.at("/query/interpreted").asText().contains("~") ? 0 : json.at("/total/value").asLong();
    }

    /** Asks again until a condition holds, for much longer than that may take. */
    static void await(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("it did not come about within " + PATIENCE);
            }
            TimeUnit.MILLISECONDS.sleep(50); // between two questions to another process
        }
    }

    @Override
    public void close() {
        client.close();
        process.destroyForcibly();
    }
}
