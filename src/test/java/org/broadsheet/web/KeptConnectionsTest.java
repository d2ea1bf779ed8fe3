package org.broadsheet.web;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.broadsheet.operation.OperationSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/** Connections that bring more than one request. */
@Timeout(60)
class KeptConnectionsTest {

    /** A connection of a client that has no library between itself and the bytes. */
    private static final class Client implements AutoCloseable {

        private final Socket socket;
        private final InputStream in;
        private final OutputStream out;

        private Client(Served served) throws IOException {
            socket = new Socket("127.0.0.1", served.port());
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream());
            out = socket.getOutputStream();
        }

        private void send(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.US_ASCII));
        }

        /** The body of the next answer, which has to be a 200. */
        private String receive() throws IOException {
            assertThat(line()).isEqualTo("HTTP/1.1 200 OK");
            int length = -1;
            for (String header = line(); !header.isEmpty(); header = line()) {
                if (header.startsWith("Content-Length: ")) {
                    length = Integer.parseInt(header.substring("Content-Length: ".length()));
                }
            }
            return new String(in.readNBytes(length), StandardCharsets.UTF_8);
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int next = in.read(); next != '\n'; next = in.read()) {
                assertThat(next).as("after " + line).isNotEqualTo(-1);
                line.append((char) next);
            }
            return line.toString().stripTrailing();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private static String get(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n";
    }

    private static String search(int number) {
        return get("/api/search?size=1&q=number" + number);
    }

    private static void assertAnswers(String body, int number) {
        assertThat(Served.tree(body).at("/query/text").asText()).isEqualTo("number" + number);
    }

    @Test
    void requests_eachAsSoonAsTheLastIsAnswered_areAnswered() throws Exception {
        try (Served served = Served.of(Served.archive()); Client client = new Client(served)) {
            for (int i = 0; i < 1_000; i++) {
                client.send(search(i));
                assertAnswers(client.receive(), i);
                client.send(get("/health/live"));
                client.receive();
            }
        }
    }

    @Test
    void requests_thatComeTogether_areAnsweredInTheirOrder_byOneThread() throws Exception {
        HeldSearcher held = HeldSearcher.of(Served.archive());
        held.release(1_000); // more than there are
        try (Served served = Served.of(held.searcher()); Client client = new Client(served)) {
            StringBuilder together = new StringBuilder();
            IntStream.range(0, 20).forEach(i -> together.append(search(i)));
            client.send(together.toString());
            for (int i = 0; i < 20; i++) {
                assertAnswers(client.receive(), i);
            }
            assertThat(held.threads()).hasSize(1);
        }
    }

    @Test
    void request_inPieces_afterAnother_isAnswered() throws Exception {
        try (Served served = Served.of(Served.archive()); Client client = new Client(served)) {
            for (int i = 0; i < 50; i++) {
                String request = search(i);
                int cut = i % request.length();
                client.send(request.substring(0, cut));
                client.send(request.substring(cut));
                assertAnswers(client.receive(), i);
            }
        }
    }

    @Test
    void moreConnectionsThanThreads_allAskingAtOnce_areAllAnswered() throws Exception {
        WebSettings few = Served.SETTINGS.withThreads(8);
        try (Served served = Served.of(few, OperationSettings.DEFAULT);
                ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Void>> all = IntStream.range(0, 32)
                    .mapToObj(one -> CompletableFuture.runAsync(() -> ask(served, one * 1_000), clients))
                    .toList();
            all.forEach(CompletableFuture::join);
        }
    }

    private static void ask(Served served, int from) {
        try (Client client = new Client(served)) {
            for (int i = from; i < from + 100; i++) {
                client.send(get("/help?" + i));
                assertThat(client.receive()).contains("<html");
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void client_thatGoesAfterItsAnswer_leavesNothingBehind() throws Exception {
        try (Served served = Served.of(Served.archive())) {
            for (int i = 0; i < 50; i++) {
                try (Client client = new Client(served)) {
                    client.send(search(i));
                    client.receive();
                    client.send(search(i));
                    client.receive();
                }
            }
            String open;
            do { // the connection that asks is counted
                open = served.get("/metrics").body();
            } while (!open.contains("broadsheet_connections 1.0"));
            assertThat(open).contains("broadsheet_searching 0.0");
        }
    }

    /** Else whoever waits for a turn would wait for the client of another one to read. */
    @Test
    void answer_thatIsAskedForDuringAnother_doesNotWaitForIt() throws Exception {
        Workers workers = new Workers(16);
        workers.start();
        try {
            CompletableFuture<Boolean> done = new CompletableFuture<>();
            workers.answer(() -> {
                CompletableFuture<Void> second = new CompletableFuture<>();
                workers.answer(() -> second.complete(null));
                done.complete(second.orTimeout(30, TimeUnit.SECONDS).handle((ok, late) -> late == null).join());
            });
            assertThat(done.get()).isTrue();
        } finally {
            workers.stop();
        }
    }
}
