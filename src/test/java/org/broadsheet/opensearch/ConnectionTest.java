package org.broadsheet.opensearch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import org.broadsheet.opensearch.OpenSearchEngine.Connection;
import org.broadsheet.opensearch.OpenSearchEngine.Credentials;
import org.broadsheet.opensearch.OpenSearchEngine.Settings;
import org.broadsheet.search.EngineException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** How a cluster is reached, and what is said if it is not. The cluster here is one that says little. */
class ConnectionTest {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    @TempDir
    private Path folder;
    private HttpServer server;
    private final BlockingQueue<String> authorizations = new LinkedBlockingQueue<>();

    @AfterEach
    void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    private URI serve(HttpServer made, String scheme, int status, String body) {
        server = made;
        server.createContext("/", exchange -> answer(exchange, status, body));
        server.start();
        return URI.create(scheme + "://localhost:" + server.getAddress().getPort());
    }

    private URI serve(int status, String body) throws IOException {
        return serve(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0), "http", status,
                body);
    }

    private void answer(HttpExchange exchange, int status, String body) throws IOException {
        authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        try (InputStream in = exchange.getRequestBody(); OutputStream out = exchange.getResponseBody()) {
            in.readAllBytes();
            byte[] bytes = body.getBytes(java.nio.charset.StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            out.write(bytes);
        }
    }

    /** A server with a certificate that nobody vouches for but the file beside it. */
    private HttpsServer secure() throws Exception {
        Path store = folder.resolve("keys.p12");
        run("keytool", "-genkeypair", "-alias", "node", "-keyalg", "EC", "-dname", "CN=localhost", "-ext",
                "san=dns:localhost", "-storetype", "PKCS12", "-keystore", store.toString(), "-storepass", "secret");
        run("keytool", "-exportcert", "-rfc", "-alias", "node", "-keystore", store.toString(), "-storepass", "secret",
                "-file", authority().toString());
        KeyStore keys = KeyStore.getInstance(store.toFile(), "secret".toCharArray());
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "secret".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        HttpsServer made = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        made.setHttpsConfigurator(new HttpsConfigurator(context));
        return made;
    }

    private Path authority() {
        return folder.resolve("ca.pem");
    }

    private static void run(String program, String... arguments) throws Exception {
        List<String> command = new java.util.ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", program).toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    private static Connection connection(URI url, Path authority, Credentials credentials) {
        return new Connection(List.of(url), authority, credentials, LIMIT, LIMIT);
    }

    private static void open(Connection connection) {
        OpenSearchEngine.searcher(Settings.of(connection)).close();
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void nobodyThere_saysWhere() throws IOException {
        URI url = URI.create("http://127.0.0.1:" + closedPort());

        assertThatThrownBy(() -> open(Connection.to(url))).isInstanceOf(EngineException.class)
                .hasMessageStartingWith("no OpenSearch cluster answers at " + url)
                .hasMessageEndingWith("start it, or correct --opensearch-url")
                .hasMessageNotContaining("\n");
    }

    @Test
    void firstNodeGone_theNextIsAsked() throws IOException {
        URI living = serve(404,
                "{\"error\":{\"type\":\"index_not_found_exception\",\"reason\":\"none\"},\"status\":404}");
        Connection connection = Connection.to(URI.create("http://127.0.0.1:" + closedPort()), living);

        assertThatThrownBy(() -> open(connection)).isInstanceOf(EngineException.class)
                .hasMessageStartingWith("there is no index \"broadsheet\"")
                .hasMessageContaining("broadsheet index --engine opensearch --opensearch-url");
    }

    @Test
    void nodeThatDoesNotAnswer_isGivenUp() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            Connection connection = new Connection(
                    List.of(URI.create("http://127.0.0.1:" + silent.getLocalPort())), null, Credentials.NONE,
                    Duration.ofSeconds(1), LIMIT);

            assertThatThrownBy(() -> open(connection)).isInstanceOf(EngineException.class)
                    .hasMessageContaining(String.valueOf(silent.getLocalPort()));
        }
    }

    /** As behind a firewall that drops what is not for it: the connection neither comes about nor is refused. */
    @Test
    void firstNodeTakesNoConnection_theNextIsAskedInTime() throws IOException {
        URI living = serve(404,
                "{\"error\":{\"type\":\"index_not_found_exception\",\"reason\":\"none\"},\"status\":404}");
        List<Socket> waiting = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assumeTrue(fill(full, waiting), "this system takes any number of connections");
            URI taken = URI.create("http://127.0.0.1:" + full.getLocalPort());

            assertThatThrownBy(() -> open(Connection.to(taken, living))).isInstanceOf(EngineException.class)
                    .hasMessageStartingWith("there is no index");
            assertThatThrownBy(() -> open(Connection.to(taken))).isInstanceOf(EngineException.class)
                    .hasMessageContaining("no OpenSearch cluster answers at " + taken)
                    .hasMessageNotContaining("--opensearch-timeout");
        } finally {
            for (Socket each : waiting) {
                each.close();
            }
        }
    }

    /** Fills the queue of a server that takes none of its connections; false if that does not come about. */
    private static boolean fill(ServerSocket server, List<Socket> waiting) throws IOException {
        for (int i = 0; i < 10; i++) {
            Socket socket = new Socket();
            waiting.add(socket);
            try {
                socket.connect(server.getLocalSocketAddress(), 300);
            } catch (SocketTimeoutException e) {
                return true;
            }
        }
        return false;
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 404})
    void answerOfSomethingElse_isNoCluster(int status) throws IOException {
        URI url = serve(status, "<html><body>It works!</body></html>");

        assertThatThrownBy(() -> open(Connection.to(url))).isInstanceOf(EngineException.class)
                .hasMessageStartingWith("what answers at " + url + " is no OpenSearch cluster")
                .hasMessageNotContaining("\n");
    }

    @Test
    void refusalOfOnePrivilege_saysWhichOne() throws IOException {
        URI url = serve(403, """
                {"error":{"root_cause":[{"type":"security_exception","reason":\
                "no permissions for [indices:admin/mappings/get] and User [name=editor]"}]},"status":403}""");

        assertThatThrownBy(() -> open(connection(url, null, new Credentials("editor", "secret", null))))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("does not let user editor do this (no permissions for "
                        + "[indices:admin/mappings/get]")
                .hasMessageNotContaining("secret")
                .hasMessageNotContaining("\n");
    }

    @Test
    void addressesOfDifferentPaths_areRefused() {
        assertThatThrownBy(() -> open(
                Connection.to(URI.create("http://localhost:1/search"), URI.create("http://localhost:2"))))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("--opensearch-url: the addresses have different paths (/search, /)");
    }

    @Test
    void secrets_areInNoText() {
        Connection connection = connection(URI.create("http://localhost:1"), null,
                new Credentials("editor", "pass-word", "api-key"));

        assertThat(Settings.of(connection).toString()).doesNotContain("pass-word", "api-key");
        assertThatThrownBy(() -> new Credentials("editor", null, null)).hasMessageContaining("has no password");
    }

    @Test
    void certificateOfAnUnknownAuthority_isNotTrusted() throws Exception {
        URI url = serve(secure(), "https", 404, "{}");

        assertThatThrownBy(() -> open(Connection.to(url))).isInstanceOf(EngineException.class)
                .hasMessageContaining("cannot prove who it is")
                .hasMessageContaining("--opensearch-ca");
    }

    @Test
    void certificateOfTheGivenAuthority_isTrusted_andTheUserTold() throws Exception {
        URI url = serve(secure(), "https", 404,
                "{\"error\":{\"type\":\"index_not_found_exception\",\"reason\":\"none\"},\"status\":404}");

        assertThatThrownBy(() -> open(connection(url, authority(), new Credentials("editor", "päss:word", null))))
                .hasMessageStartingWith("there is no index");
        assertThat(authorizations).isNotEmpty()
                .containsOnly("Basic " + Base64.getEncoder()
                        .encodeToString("editor:päss:word".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    @Test
    void apiKey_isSent() throws Exception {
        URI url = serve(404, "{\"error\":{\"type\":\"index_not_found_exception\",\"reason\":\"none\"},\"status\":404}");

        assertThatThrownBy(() -> open(connection(url, null, new Credentials(null, null, "abc=="))))
                .hasMessageStartingWith("there is no index");
        assertThat(authorizations).isNotEmpty().containsOnly("ApiKey abc==");
    }

    @Test
    void refusal_saysWhoWasRefused_butNoSecret() throws Exception {
        URI url = serve(401, "{}");

        assertThatThrownBy(() -> open(connection(url, null, new Credentials("editor", "secret", null))))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("refuses user editor")
                .hasMessageContaining("BROADSHEET_OPENSEARCH_PASSWORD")
                .hasMessageNotContaining("secret");
    }

    @Test
    void fileThatIsNoCertificate_isNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("no.pem"), "no certificate");

        assertThatThrownBy(() -> open(connection(URI.create("https://localhost:1"), file, Credentials.NONE)))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("--opensearch-ca")
                .hasMessageContaining(file.toString());
    }
}
