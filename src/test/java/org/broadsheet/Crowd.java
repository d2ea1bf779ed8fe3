package org.broadsheet;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Many clients at once, each of which searches, reads the answer and searches again: how long answers take, by their
 * status. Who is turned away asks again after a pause of so many milliseconds; 0 is a client without any manners.
 *
 * <p>Run by {@code java src/test/java/org/broadsheet/Crowd.java URL QUERIES.txt CLIENTS SECONDS PAUSE}.
 */
public final class Crowd {

    private static final int PATIENCE_MILLIS = 30_000;

    private final URI server;
    private final List<String> queries;
    private final long end;
    private final int pauseMillis;
    private final Map<Integer, List<Long>> microsByStatus = new TreeMap<>();

    private Crowd(URI server, List<String> queries, long end, int pauseMillis) {
        this.server = server;
        this.queries = queries;
        this.end = end;
        this.pauseMillis = pauseMillis;
    }

    public static void main(String[] arguments) throws IOException {
        int clients = Integer.parseInt(arguments[2]);
        long seconds = Long.parseLong(arguments[3]);
        Crowd crowd = new Crowd(URI.create(arguments[0]), Files.readAllLines(Path.of(arguments[1])),
                System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds), Integer.parseInt(arguments[4]));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < clients; i++) {
                int seed = i;
                threads.submit(() -> {
                    crowd.client(new Random(seed));
                    return null;
                });
            }
        }
        crowd.microsByStatus.forEach((status, micros) -> {
            long[] sorted = micros.stream().mapToLong(Long::longValue).sorted().toArray();
            System.out.printf("%d: %.1f/s, p50 %.1f, p95 %.1f, p99 %.1f, most %.1f ms%n", status,
                    (double) sorted.length / seconds, at(sorted, 0.5), at(sorted, 0.95), at(sorted, 0.99),
                    at(sorted, 1));
        });
    }

    private static double at(long[] sorted, double part) {
        return sorted[(int) Math.min(sorted.length - 1L, (long) (sorted.length * part))] / 1e3;
    }

    private void client(Random random) throws InterruptedException {
        while (System.nanoTime() < end) {
            try (Socket socket = new Socket(server.getHost(), server.getPort())) {
                socket.setTcpNoDelay(true);
                socket.setSoTimeout(PATIENCE_MILLIS);
                InputStream in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
                while (System.nanoTime() < end) {
                    ask(socket, in, random);
                }
            } catch (IOException e) {
                count(0, 0); // the connection was lost: counted as status 0
            }
        }
    }

    private void ask(Socket socket, InputStream in, Random random) throws IOException, InterruptedException {
        String query = URLEncoder.encode(queries.get(random.nextInt(queries.size())), StandardCharsets.UTF_8);
        byte[] request = ("GET /api/search?size=10&q=" + query + " HTTP/1.1\r\nHost: " + server.getAuthority()
                + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        long began = System.nanoTime();
        socket.getOutputStream().write(request);
        int status = Integer.parseInt(line(in).split(" ")[1]);
        long length = 0;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                length = Long.parseLong(header.substring(15).strip());
            }
        }
        in.skipNBytes(length);
        count(status, (System.nanoTime() - began) / 1_000);
        if (status != 200 && pauseMillis > 0) {
            TimeUnit.MILLISECONDS.sleep(pauseMillis);
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the server has hung up");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    private void count(int status, long micros) {
        synchronized (microsByStatus) {
            microsByStatus.computeIfAbsent(status, unknown -> new ArrayList<>()).add(micros);
        }
    }
}
