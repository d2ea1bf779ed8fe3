package org.broadsheet.cli;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The server as an operator meets it: how it starts, is told of changes, and ends. */
class OperateIT {

    private static final String SEEDS = Program.seeds().toString();

    @TempDir
    private Path folder;

    @Test
    void start_portIsTaken_saysSoInOneLine_beforeAnythingIsIndexed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Program.Ended ended = new Program(folder).run("serve", "--port", "" + taken.getLocalPort(), SEEDS);
            assertThat(ended.status()).isEqualTo(3);
            assertThat(ended.errLines()).singleElement()
                    .isEqualTo("broadsheet: cannot listen on 127.0.0.1:" + taken.getLocalPort()
                            + ": Address already in use; --host and --port choose where to listen");
        }
        assertThat(folder.resolve("index")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"3 | serve --port 0 | broadsheet: there is no index",
            "3 | serve --port 0 --host 192.0.2.1 SEEDS | broadsheet: cannot listen on 192.0.2.1:0: Cannot assign",
            "3 | serve --port 0 --host host.invalid SEEDS | broadsheet: cannot listen on host.invalid:0: there is no such",
            "3 | serve --port 0 --index /proc/none SEEDS | broadsheet: the index ",
            "2 | serve --searches 0 | broadsheet: --searches: 0 is not a number from 1",
            "2 | serve --time-limit soon | broadsheet: Invalid value for option '--time-limit': 'soon' is no length",
            "2 | serve --proxies localhost | broadsheet: Invalid value for option '--proxies'"})
    void start_thatCannotBe_saysWhyInOneLine(int status, String command, String why) throws Exception {
        Program.Ended ended = new Program(folder).run(command.replace("SEEDS", SEEDS).split(" "));
        assertThat(ended.status()).as(ended.err()).isEqualTo(status);
        assertThat(ended.errLines()).filteredOn(line -> !line.startsWith("Try '"))
                .singleElement()
                .asString()
                .startsWith(why);
    }

    @Test
    void settings_areTakenOverWhileItRuns_andMistakesAreTold() throws Exception {
        Path settings = folder.resolve("broadsheet.yaml");
        Path synonyms = folder.resolve("words.txt");
        Files.writeString(synonyms, "");
        Files.writeString(settings, "parameters: 9\nsynonyms: words.txt\n");
        new Program(folder).run("index", SEEDS);
        try (Server server = new Server(folder)) {
            assertThat(server.get("/help?a&b&c&d").statusCode()).isEqualTo(200);
            Files.writeString(settings, "parameters: 3\nsynonyms: words.txt\n");
            Server.await(() -> server.get("/help?a&b&c&d").statusCode() == 400);

            assertThat(server.count("buckeye")).isZero();
            Files.writeString(synonyms, "buckeye, ohio\n");
            Server.await(() -> server.count("buckeye") == 1);

            Files.writeString(settings, "parameters: none\n");
            assertThat(Program.awaitLine(server.process(), "stay as they were")).contains("--parameters");
            assertThat(server.get("/help?a&b&c&d").statusCode()).isEqualTo(400);
        }
    }

    @Test
    void log_isOneObjectALine_andInfoAsksTheServer() throws Exception {
        new Program(folder).run("index", SEEDS);
        try (Server server = new Server(folder, "--log-format", "json", "--access-log", "--popular-queries")) {
            for (int i = 0; i < 5; i++) {
                server.get("/api/search?q=ohio");
            }
            String logged = Program.awaitLine(server.process(), "/api/search");
            JsonNode line = new ObjectMapper().readTree(logged);
            assertThat(line.get("logger").asText()).isEqualTo("access");
            assertThat(line.get("status").asInt()).isEqualTo(200);
            assertThat(logged).doesNotContain("ohio", "127.0.0.1");

            assertThat(new Program(folder).run("info", "--server", server.url()).outLines())
                    .contains("asked     5 times  ohio");
            String json = new Program(folder).run("info", "--server", server.url(), "--format", "json").out();
            assertThat(new ObjectMapper().readTree(json).at("/queries/popular/0/text").asText()).isEqualTo("ohio");
        }
        assertThat(new Program(folder).run("info", "--server", "http://127.0.0.1:1").errLines()).singleElement()
                .isEqualTo("broadsheet: there is no server at http://127.0.0.1:1");
    }

    @Test
    void sigterm_endsItWithin10Seconds_alsoWithABadClient() throws Exception {
        new Program(folder).run("index", SEEDS);
        try (Server server = new Server(folder, "--watch");
                Socket half = new Socket("127.0.0.1", URI.create(server.url()).getPort())) {
            half.getOutputStream().write("GET /api/sea".getBytes(StandardCharsets.US_ASCII));
            assertThat(server.get("/health/ready").statusCode()).isEqualTo(200);
            server.process().destroy();
            assertThat(server.process().waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(server.process().exitValue()).isIn(0, 143);
        }
    }
}
