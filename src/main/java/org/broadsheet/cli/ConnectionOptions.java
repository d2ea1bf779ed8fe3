package org.broadsheet.cli;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.broadsheet.web.Network;
import org.broadsheet.web.WebSettings;
import picocli.CommandLine.Option;

/** Where a server listens, and what a connection may do. What is changed holds after a new start. */
final class ConnectionOptions {

    private static final WebSettings USUAL = WebSettings.DEFAULT;

    @Option(names = "--port", paramLabel = "PORT", description = "0 for any that is free (default: ${DEFAULT-VALUE}).")
    private int port = USUAL.port();
    @Option(names = "--host", paramLabel = "HOST", description = "The address to listen on; 0.0.0.0 is every one (default: ${DEFAULT-VALUE}).")
    private String host = USUAL.host();
    @Option(names = "--proxies", paramLabel = "ADDRESS", split = ",", converter = NetworkText.class, description = "Proxies that say truly where requests come from, as in 127.0.0.1,10.0.0.0/8 (default: none).")
    private List<Network> proxies = List.of();
    @Option(names = "--origins", paramLabel = "ORIGIN", split = ",", description = "Sites whose scripts may read the API, as in https://example.org; * for all (default: none).")
    private Set<String> origins = Set.of();
    @Option(names = "--connections", paramLabel = "N", description = "Connections at once; more wait (default: ${DEFAULT-VALUE}).")
    private int connections = USUAL.connections();
    @Option(names = "--header-bytes", paramLabel = "N", description = "Length of a request's address and headers (default: ${DEFAULT-VALUE}).")
    private int headerBytes = USUAL.headerBytes();
    @Option(names = "--header-time", paramLabel = "TIME", converter = DurationText.class, defaultValue = "10s", description = "How long these may take to arrive (default: ${DEFAULT-VALUE}).")
    private Duration headerTime;
    @Option(names = "--idle", paramLabel = "TIME", converter = DurationText.class, defaultValue = "30s", description = "How long a connection may say nothing (default: ${DEFAULT-VALUE}).")
    private Duration idle;
    @Option(names = "--slowest", paramLabel = "N", description = "Bytes a second that a client must read of an answer (default: ${DEFAULT-VALUE}).")
    private int slowest = USUAL.slowest();
    @Option(names = "--notice", paramLabel = "TIME", converter = DurationText.class, defaultValue = "500ms", description = "How long the server goes on when it is told to end, no longer ready (default: ${DEFAULT-VALUE}).")
    private Duration notice;

    /** @throws IllegalArgumentException if a number is out of its range */
    WebSettings settings() {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port: " + port + " is not a number from 0 to 65535");
        }
        requireAtLeast(1, connections, "connections");
        requireAtLeast(1_024, headerBytes, "header-bytes");
        requireAtLeast(1, slowest, "slowest");
        return USUAL.withHost(host)
                .withPort(port)
                .withConnections(connections, headerBytes, headerTime, idle, slowest)
                .withEnd(notice, USUAL.drain())
                .withOrigins(origins)
                .withProxies(proxies);
    }

    private static void requireAtLeast(int least, int number, String name) {
        if (number < least) {
            throw new IllegalArgumentException(name + ": " + number + " is not a number from " + least);
        }
    }
}
