package org.broadsheet.cli;

import java.time.Duration;

import org.broadsheet.operation.LogSettings;
import picocli.CommandLine.Option;

/** What a server writes down. What is changed holds without a new start, but for the format. */
final class LogOptions {

    /** Of the whole log. */
    enum LogStyle {
        TEXT, JSON
    }

    @Option(names = "--log-format", paramLabel = "FORMAT", defaultValue = "text", description = "text, or json, an object on each line (default: ${DEFAULT-VALUE}).")
    private LogStyle format;
    @Option(names = "--access-log", description = "Log every request, without address and query.")
    private boolean access;
    @Option(names = "--slow-search", paramLabel = "TIME", converter = DurationText.class, defaultValue = "1s", description = "Log searches that take longer; 0s for none (default: ${DEFAULT-VALUE}).")
    private Duration slow;
    @Option(names = "--log-clients", description = "Log clients' addresses too.")
    private boolean clients;
    @Option(names = "--log-queries", description = "Log what was asked too.")
    private boolean queries;
    @Option(names = "--popular-queries", description = "Count what is asked most often, and show it on the page of the archive.")
    private boolean popular;

    LogStyle style() {
        return format;
    }

    LogSettings settings() {
        return new LogSettings(access, slow, clients, queries);
    }

    /** Whether the most frequent queries are counted and shown. */
    boolean popularQueries() {
        return popular;
    }
}
