package org.broadsheet.cli;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The command that goes on. */
class ServeIT {

    private static final Pattern READY = Pattern
            .compile("Broadsheet is ready at (http://localhost:(\\d+)) \\(5 articles\\)");
    private static final String SEEDS = Program.seeds().toString();

    @TempDir
    private Path folder;

    @Test
    void serve_ofASource_answersUntilItIsToldToEnd() throws Exception {
        Process server = new Program(folder).start("serve", "--port", "0", SEEDS);
        try (HttpClient client = HttpClient.newHttpClient()) {
            Matcher ready = READY.matcher(Program.awaitLine(server, "ready"));
            assertThat(ready.matches()).isTrue();
            String answer = get(client, ready.group(1) + "/api/search?q=ohio");
            assertThat(answer).contains("\"value\":1", "Ohio AG Resumes");

            Program.Ended second = new Program(folder).run("serve", "--port", ready.group(2));
            assertThat(second.status()).isEqualTo(3);
            assertThat(second.errLines()).singleElement().asString().contains(ready.group(2)).contains("--port");

            assertThat(new Program(folder).run("index", "--rebuild", SEEDS).out()).startsWith("5 added");
            assertThat(get(client, ready.group(1) + "/api/search?q=ohio")).contains("\"value\":1");

            assertThat(server.descendants()).as("the script became the program").isEmpty();
            server.destroy();
            assertThat(server.waitFor(15, TimeUnit.SECONDS)).isTrue();
            assertThat(server.exitValue()).isIn(0, 143);
        } finally {
            server.destroyForcibly();
        }
    }

    private static String get(HttpClient client, String url) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
