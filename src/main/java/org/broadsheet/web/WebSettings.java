package org.broadsheet.web;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * How the server listens, and what a connection may do. It holds for as long as the server runs.
 *
 * @param host the address or name to listen on
 * @param port the port to listen on, or 0 for any that is free
 * @param threads the most requests that are answered at once
 * @param connections the most connections at once; more wait until one is closed
 * @param headerBytes how long a request's first line and headers may be together, in bytes; beyond it is a 414 or 431
 * @param headerTime how long a request's first line and headers may take from the first byte to the last
 * @param idle how long a connection may say nothing before it is closed
 * @param slowest how fast a client must read an answer, in bytes a second
 * @param retryAfter after which time a client that was turned away may ask again, in whole seconds
 * @param notice how long the server goes on as always after it was told to end, while {@code /health/ready} says so
 * @param drain how long requests under way have to end after that
 * @param origins of other sites whose scripts may read the API, such as {@code https://example.org}; {@code *} for all
 * @param proxies whose word on where a request comes from is taken
 */
public record WebSettings(String host, int port, int threads, int connections, int headerBytes, Duration headerTime,
        Duration idle, int slowest, Duration retryAfter, Duration notice, Duration drain, Set<String> origins,
        List<Network> proxies) {

    /** Only this machine: to open an archive to others is a decision. */
    private static final String LOOPBACK = "127.0.0.1";
    private static final int PORT = 7070;
    /** Many times those that search: slow readers occupy the rest of them. Who waits for its turn needs none. */
    private static final int THREADS = 200;
    /** Some 20 kB each; a browser opens six. A process may have 1,024 files open where nobody has raised that. */
    private static final int CONNECTIONS = 800;
    /** A URL of 16 KiB, and 4 KiB for what a browser says of itself. */
    private static final int HEADER_BYTES = 20 * 1024;
    /** A request fits into a few packets; a bad connection loses some of them. */
    private static final Duration HEADER_TIME = Duration.ofSeconds(10);
    /** Longer than a reader looks at a page before the next click; a dead connection costs little until then. */
    private static final Duration IDLE = Duration.ofSeconds(30);
    /** What a modem of 1998 could do; an answer that takes longer is read by nobody. */
    private static final int SLOWEST = 4 * 1024;
    /** A search ends within two seconds, so the next one has a chance by then. */
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);
    /** Long enough to be seen by a proxy that looks a few times a second, too short to be felt at a keyboard. */
    private static final Duration NOTICE = Duration.ofMillis(500);
    /** Four times the limit of a search; with the notice and the end of all else it stays below ten seconds. */
    private static final Duration DRAIN = Duration.ofSeconds(8);

    public static final WebSettings DEFAULT = new WebSettings(LOOPBACK, PORT, THREADS, CONNECTIONS, HEADER_BYTES,
            HEADER_TIME, IDLE, SLOWEST, RETRY_AFTER, NOTICE, DRAIN, Set.of(), List.of());

    public WebSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port: " + port + " is not a number from 0 to 65535");
        }
        origins = Set.copyOf(origins);
        proxies = List.copyOf(proxies);
    }

    public WebSettings withHost(String other) {
        return new WebSettings(other, port, threads, connections, headerBytes, headerTime, idle, slowest, retryAfter,
                notice, drain, origins, proxies);
    }

    public WebSettings withPort(int other) {
        return new WebSettings(host, other, threads, connections, headerBytes, headerTime, idle, slowest, retryAfter,
                notice, drain, origins, proxies);
    }

    public WebSettings withThreads(int others) {
        return new WebSettings(host, port, others, connections, headerBytes, headerTime, idle, slowest, retryAfter,
                notice, drain, origins, proxies);
    }

    /** The same with other bounds of what a connection may do. */
    public WebSettings withConnections(int others, int otherHeaderBytes, Duration otherHeaderTime, Duration otherIdle,
            int otherSlowest) {
        return new WebSettings(host, port, threads, others, otherHeaderBytes, otherHeaderTime, otherIdle, otherSlowest,
                retryAfter, notice, drain, origins, proxies);
    }

    public WebSettings withEnd(Duration otherNotice, Duration otherDrain) {
        return new WebSettings(host, port, threads, connections, headerBytes, headerTime, idle, slowest, retryAfter,
                otherNotice, otherDrain, origins, proxies);
    }

    public WebSettings withOrigins(Set<String> others) {
        return new WebSettings(host, port, threads, connections, headerBytes, headerTime, idle, slowest, retryAfter,
                notice, drain, others, proxies);
    }

    public WebSettings withProxies(List<Network> others) {
        return new WebSettings(host, port, threads, connections, headerBytes, headerTime, idle, slowest, retryAfter,
                notice, drain, origins, others);
    }
}
