package org.broadsheet.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.broadsheet.article.SafeText;

/**
 * What a running server is asked most often. It is counted in that server's memory and nowhere else, so that it has to be
 * asked.
 */
record ServerQueries(JsonNode answer) {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /**
     * Asks a server.
     *
     * @param server such as {@code http://localhost:7070}
     * @throws IOException if it does not answer, or does not count
     */
    static ServerQueries of(URI server) throws IOException {
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpResponse<String> response = client.send(
                    HttpRequest.newBuilder(server.resolve("/metrics/queries")).timeout(PATIENCE).build(),
                    HttpResponse.BodyHandlers.ofString());
            return switch (response.statusCode()) {
                case 200 -> new ServerQueries(new ObjectMapper().readTree(response.body()));
                case 404 -> throw new IOException(
                        "the server at " + server + " does not count queries: start it with --popular-queries");
                default -> throw new IOException("the server at " + server + " answers " + response.statusCode());
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (java.net.ConnectException e) {
            throw new IOException("there is no server at " + server, e);
        }
    }

    void print(PrintStream out) {
        print(out, "asked     ", answer.get("popular"));
        print(out, "in vain   ", answer.get("inVain"));
    }

    private static void print(PrintStream out, String label, JsonNode queries) {
        queries.forEach(query -> out.println(
                label + query.get("count").asLong() + " times  " + SafeText.of(query.get("text").asText())));
    }
}
