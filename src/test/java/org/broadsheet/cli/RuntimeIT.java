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
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The archive with a Java of its own (profile {@code runtime}), unpacked elsewhere and run with nothing in its
 * environment but the few tools that its script calls.
 */
@Tag("runtime")
class RuntimeIT {

    private static final List<String> TOOLS = List.of("sh", "sed", "dirname", "readlink");
    private static final int PATIENCE_SECONDS = 60;

    @TempDir
    private static Path folder;
    private static Path home;

    @BeforeAll
    static void unpack() throws Exception {
        Path tools = Files.createDirectory(folder.resolve("tools"));
        for (String tool : TOOLS) {
            Path found = Arrays.stream(System.getenv("PATH").split(":"))
                    .map(part -> Path.of(part, tool))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow();
            Files.writeString(tools.resolve(tool), "#!/bin/sh\nexec " + found.toRealPath() + " \"$@\"\n");
            assertThat(tools.resolve(tool).toFile().setExecutable(true)).isTrue();
        }
        Process tar = new ProcessBuilder("tar", "xzf",
                Path.of("target", "broadsheet-runtime.tar.gz").toAbsolutePath().toString())
                .directory(folder.toFile())
                .inheritIO()
                .start();
        assertThat(tar.waitFor()).isZero();
        home = folder.resolve("broadsheet").toRealPath();
    }

    @Test
    void commands_runWhereNoJavaIsInstalled() throws Exception {
        assertThat(run(script("--version"))).startsWith("broadsheet ");
        assertThat(run(script("index", Program.seeds().toString()))).startsWith("5 added");
        assertThat(run(script("search", "ÓHIO"))).contains("Ohio AG Resumes", "1 article in");
        assertThat(run(script("backup", "saved"))).isNotNull();

        Process server = start(script("serve", "--port", "0"));
        try (HttpClient client = HttpClient.newHttpClient()) {
            String url = Program.awaitLine(server, "ready").replaceFirst(".*(http://\\S+) .*", "$1");
            assertThat(server.info().command().orElseThrow()).isEqualTo(home.resolve("runtime/bin/java").toString());
            for (String path : List.of("/?q=ohio", "/api/search?q=ohio", "/archive", "/feed.atom", "/export.csv")) {
                assertThat(client.send(HttpRequest.newBuilder(URI.create(url + path)).build(),
                        HttpResponse.BodyHandlers.ofString()).statusCode()).as(path).isEqualTo(200);
            }
            server.destroy();
            assertThat(server.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        } finally {
            server.destroyForcibly();
        }
    }

    @Test
    void runtime_speaksHttps() throws Exception {
        Path keys = folder.resolve("keys.p12");
        run(tool("keytool", "-genkeypair", "-keystore", keys.toString(), "-storepass", TlsProbe.PASSWORD, "-keyalg",
                "EC",
                "-dname", "CN=localhost", "-ext", "san=dns:localhost", "-alias", "probe"));
        assertThat(run(tool("java", "-cp", Path.of("target", "test-classes").toAbsolutePath().toString(),
                TlsProbe.class.getName(), keys.toString()))).isEqualTo("TLSv1.3 OK\n");
    }

    private static List<String> script(String... arguments) {
        return command(home.resolve("bin/broadsheet"), arguments);
    }

    private static List<String> tool(String name, String... arguments) {
        return command(home.resolve("runtime/bin/" + name), arguments);
    }

    private static List<String> command(Path program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    private static Process start(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", folder.resolve("tools").toString());
        return builder.start();
    }

    /** What a command prints; it must end well. */
    private static String run(List<String> command) throws IOException, InterruptedException {
        Process process = start(command);
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("%s: %s", command, err).isZero();
        return out;
    }
}
