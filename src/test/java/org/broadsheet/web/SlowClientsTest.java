package org.broadsheet.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.broadsheet.article.Article;
import org.broadsheet.article.Articles;
import org.broadsheet.operation.OperationSettings;
import org.broadsheet.search.NaiveEngine;
import org.broadsheet.search.SearchSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/** Clients that do as little as they can. Nothing here waits for a set time, and all of it for much less than the timeout. */
@Timeout(60)
class SlowClientsTest {

    private static final WebSettings USUAL = Served.SETTINGS;

    private static WebSettings patient(Duration headers, Duration idle, int slowest) {
        return USUAL.withConnections(USUAL.connections(), USUAL.headerBytes(), headers, idle, slowest);
    }

    @Test
    void request_aByteAtATime_isClosed_alsoTheSecondOfAConnection() throws Exception {
        WebSettings settings = patient(Duration.ofMillis(500), Duration.ofMinutes(5), USUAL.slowest());
        try (Served served = Served.of(settings, OperationSettings.DEFAULT);
                Socket client = new Socket("127.0.0.1", served.port())) {
            OutputStream out = client.getOutputStream();
            out.write(ascii("GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n"));
            assertThat(client.getInputStream().read()).isEqualTo('H');
            assertThat(closedWhileSending(out)).isTrue();
            assertThat(served.get("/metrics").body()).contains("broadsheet_refused_total{limit=\"slow\"} 1.0");
            assertThat(served.get("/api/search").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void connection_thatSaysNothing_isClosed() throws Exception {
        WebSettings settings = patient(Duration.ofMinutes(5), Duration.ofMillis(300), USUAL.slowest());
        try (Served served = Served.of(settings, OperationSettings.DEFAULT);
                Socket client = new Socket("127.0.0.1", served.port())) {
            assertThat(client.getInputStream().read()).isEqualTo(-1);
        }
    }

    /** The grace of five seconds passes: the bound of a write of this size at this rate is not much longer. */
    @Test
    void answer_readAByteAtATime_isCutOff_andFreesTheExport() throws Exception {
        Article[] many = IntStream.range(0, 400)
                .mapToObj(i -> Articles.titled("Article " + i)
                        .path("a/" + i + ".md")
                        .body("word ".repeat(8_000))
                        .build())
                .toArray(Article[]::new);
        OperationSettings one = OperationSettings.DEFAULT
                .withLimits(OperationSettings.DEFAULT.limits().withExports(1, 0));
        try (Served served = Served.of(NaiveEngine.of(many).searcher(), SearchSettings.DEFAULT,
                patient(Duration.ofMinutes(5), Duration.ofMinutes(5), 1_000_000), one); Socket client = new Socket()) {
            client.setReceiveBufferSize(4_096);
            client.connect(new InetSocketAddress("127.0.0.1",
                    served.port()));
            client.getOutputStream().write(ascii("GET /export.ndjson HTTP/1.1\r\nHost: x\r\n\r\n"));
            InputStream in = client.getInputStream();
            assertThat(in.read()).isEqualTo('H');
            assertThat(served.get("/export.csv?q=none").statusCode()).as("the only place is taken").isEqualTo(503);
            while (served.get("/export.csv?q=nothing-has-this").statusCode() == 503) {
                TimeUnit.MILLISECONDS.sleep(20); // between two questions
                try {
                    in.read();
                } catch (SocketException e) {
                    // It is cut off: what the server still had to send is lost.
                }
            }
            assertThat(served.get("/metrics").body()).contains("broadsheet_refused_total{limit=\"slow\"} 1.0");
        }
    }

    @Test
    void request_thatIsNone_isRefusedInOneLine() throws Exception {
        try (Served served = Served.of(Served.archive()); Socket client = new Socket("127.0.0.1", served.port())) {
            client.getOutputStream().write(ascii("\u0016\u0003\u0001 not HTTP at all\r\n\r\n"));
            String answer = new String(client.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertThat(answer).startsWith("HTTP/1.1 400 ").contains("nosniff").doesNotContainIgnoringCase("jetty");
        }
    }

    @Test
    void connections_atTheirBound_areTakenAgainWhenOneIsClosed() throws Exception {
        WebSettings settings = USUAL.withConnections(2, USUAL.headerBytes(), USUAL.headerTime(), USUAL.idle(),
                USUAL.slowest());
        try (Served served = Served.of(settings, OperationSettings.DEFAULT); Socket first = asking(served)) {
            assertThat(first.getInputStream().read()).isEqualTo('H');
            try (Socket second = asking(served)) {
                assertThat(second.getInputStream().read()).isEqualTo('H');
            }
            try (Socket third = asking(served)) {
                assertThat(third.getInputStream().read()).isEqualTo('H');
            }
        }
    }

    private static Socket asking(Served served) throws IOException {
        Socket socket = new Socket("127.0.0.1", served.port());
        socket.getOutputStream().write(ascii("GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n"));
        return socket;
    }

    /** Sends a header that never ends until nobody takes it any more. */
    private static boolean closedWhileSending(OutputStream out) throws InterruptedException {
        try {
            out.write(ascii("GET /help HTTP/1.1\r\nX-Slow: "));
            while (true) {
                out.write('x');
                TimeUnit.MILLISECONDS.sleep(50); // this is what slow is
            }
        } catch (IOException e) {
            return true;
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
