package org.broadsheet.web;

import java.time.Duration;

/**
 * How the server listens.
 *
 * @param host the address or name to listen on
 * @param port the port to listen on, or 0 for any that is free
 * @param threads the most requests that are answered at once
 * @param headerBytes how long a request's first line and headers may be together, in bytes; beyond it is a 414 or 431
 * @param idle how long a connection may say nothing before it is closed
 * @param retryAfter after which time a client that was turned away may ask again, in whole seconds
 */
public record WebSettings(String host, int port, int threads, int headerBytes, Duration idle, Duration retryAfter) {

    /** Only this machine: to open an archive to others is a decision. */
    private static final String LOOPBACK = "127.0.0.1";
    private static final int PORT = 7070;
    /** Searches keep the processors busy, so more threads would only wait; slow readers occupy the rest of them. */
    private static final int THREADS = 200;
    /** A URL of 16 KiB, and 4 KiB for what a browser says of itself. */
    private static final int HEADER_BYTES = 20 * 1024;
    /** Longer than a reader looks at a page before the next click; a dead connection costs little until then. */
    private static final Duration IDLE = Duration.ofSeconds(30);
    /** A search ends within two seconds, so the next one has a chance by then. */
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    public static final WebSettings DEFAULT = new WebSettings(LOOPBACK, PORT, THREADS, HEADER_BYTES, IDLE, RETRY_AFTER);

    public WebSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port: " + port + " is not a number from 0 to 65535");
        }
    }

    public WebSettings withHost(String other) {
        return new WebSettings(other, port, threads, headerBytes, idle, retryAfter);
    }

    public WebSettings withPort(int other) {
        return new WebSettings(host, other, threads, headerBytes, idle, retryAfter);
    }
}
