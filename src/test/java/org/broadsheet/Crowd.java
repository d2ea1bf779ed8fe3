package org.broadsheet;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Many clients at once, each of which searches, reads the answer and searches again, on one connection: how long answers
 * take, by their status, from the request to the last byte. Who is turned away asks again after a pause of so many
 * milliseconds; 0 is a client without any manners. One thread is all of them, and makes little garbage, so that they take
 * little from a server on the same machine, and what they measure is not their own pauses.
 *
 * <p>Run by {@code java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC src/test/java/org/broadsheet/Crowd.java URL QUERIES.txt CLIENTS SECONDS PAUSE}.
 */
public final class Crowd {

    private static final int BUFFER = 64 * 1024; // longer than any answer to what is asked here
    private static final int LONGEST = 1_000_000; // in tens of microseconds
    private static final int WARM = 3; // seconds that are not counted, until all of this is compiled
    private static final byte[] LAST_CHUNK = "\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final URI server;
    private final List<String> queries;
    private final long pauseNanos;
    private final Random random = new Random(1);
    private final Map<Integer, int[]> countsByStatus = new TreeMap<>(); // by tens of microseconds
    private long counted; // from when on
    private final PriorityQueue<Client> resting = new PriorityQueue<>(Comparator.comparingLong(client -> client.next));

    private final class Client {
        private final SocketChannel channel;
        private final ByteBuffer answer = ByteBuffer.allocate(BUFFER);
        private int body; // where it begins; 0 while headers are read
        private int length; // of the body; -1 if it comes in chunks
        private long asked;
        private long next;

        private Client(Selector selector) throws IOException {
            channel = SocketChannel.open(new InetSocketAddress(server.getHost(), server.getPort()));
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, this);
        }

        private void ask() throws IOException {
            String query = URLEncoder.encode(queries.get(random.nextInt(queries.size())), StandardCharsets.UTF_8);
            answer.clear();
            body = 0;
            asked = System.nanoTime();
            channel.write(ByteBuffer.wrap(("GET /api/search?size=10&q=" + query + " HTTP/1.1\r\nHost: "
                    + server.getAuthority() + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII)));
        }

        private void read() throws IOException {
            if (channel.read(answer) < 0) {
                throw new IOException("the server has hung up");
            }
            if (body == 0) {
                readHeaders();
            }
            if (body > 0 && isWhole()) {
                long now = System.nanoTime();
                int status = Integer.parseInt(text(9, 12));
                if (asked >= counted) {
                    int[] counts = countsByStatus.computeIfAbsent(status, unknown -> new int[LONGEST + 1]);
                    counts[(int) Math.min(LONGEST, (now - asked) / 10_000)]++;
                }
                next = status == 200 ? now : now + pauseNanos;
                resting.add(this);
            }
        }

        private void readHeaders() {
            String read = text(0, answer.position());
            int end = read.indexOf("\r\n\r\n");
            if (end >= 0) {
                body = end + 4;
                int at = read.indexOf("\r\nContent-Length: ");
                length = at < 0 || at > end
                        ? -1
                        : Integer.parseInt(read.substring(at + 18, read.indexOf('\r', at + 18)));
            }
        }

        private boolean isWhole() {
            int end = answer.position();
            return length >= 0
                    ? end == body + length
                    : end > body + LAST_CHUNK.length
                            && text(end - LAST_CHUNK.length, end)
                                    .equals(new String(LAST_CHUNK, StandardCharsets.US_ASCII));
        }

        private String text(int from, int to) {
            return new String(answer.array(), from, to - from, StandardCharsets.ISO_8859_1);
        }
    }

    private Crowd(URI server, List<String> queries, int pauseMillis) {
        this.server = server;
        this.queries = queries;
        this.pauseNanos = TimeUnit.MILLISECONDS.toNanos(pauseMillis);
    }

    public static void main(String[] arguments) throws IOException {
        long seconds = Long.parseLong(arguments[3]);
        Crowd crowd = new Crowd(URI.create(arguments[0]), Files.readAllLines(Path.of(arguments[1])),
                Integer.parseInt(arguments[4]));
        crowd.ask(Integer.parseInt(arguments[2]), System.nanoTime(), seconds);
        crowd.countsByStatus.forEach((status, counts) -> {
            long all = Arrays.stream(counts).asLongStream().sum();
            System.out.printf("%d: %.1f/s, p50 %.1f, p95 %.1f, p99 %.1f, p99.99 %.1f, most %.1f ms%n", status,
                    (double) all / seconds, at(counts, 0.5 * all), at(counts, 0.95 * all), at(counts, 0.99 * all),
                    at(counts, 0.9999 * all), at(counts, all - 1));
        });
    }

    /** In milliseconds, what so many did not take longer than. */
    private static double at(int[] counts, double before) {
        long seen = 0;
        int time = 0;
        while (time < LONGEST && seen + counts[time] <= before) {
            seen += counts[time++];
        }
        return time / 100.0;
    }

    private void ask(int clients, long begin, long seconds) throws IOException {
        counted = begin + TimeUnit.SECONDS.toNanos(WARM);
        long end = counted + TimeUnit.SECONDS.toNanos(seconds);
        try (Selector selector = Selector.open()) {
            for (int i = 0; i < clients; i++) {
                resting.add(new Client(selector));
            }
            for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
                while (!resting.isEmpty() && resting.peek().next <= now) {
                    resting.poll().ask();
                }
                long wait = resting.isEmpty() ? end - now : Math.min(end, resting.peek().next) - now;
                selector.select(TimeUnit.NANOSECONDS.toMillis(wait) + 1);
                for (SelectionKey key : selector.selectedKeys()) {
                    ((Client) key.attachment()).read();
                }
                selector.selectedKeys().clear();
            }
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
        }
    }
}
