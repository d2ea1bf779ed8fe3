package org.broadsheet.operation;

import java.time.Duration;

/**
 * What is written down of requests. By default nothing that tells of a person: neither where a request came from nor
 * what it looked for.
 *
 * @param access whether every request is logged
 * @param slow how long a search takes that is logged as slow; zero for none
 * @param clients whether the clients' addresses are logged
 * @param queries whether what was asked is logged
 */
public record LogSettings(boolean access, Duration slow, boolean clients, boolean queries) {

    /** A hundred times what a search should take: rare enough to be looked at one by one. */
    private static final Duration SLOW = Duration.ofSeconds(1);

    public static final LogSettings DEFAULT = new LogSettings(false, SLOW, false, false);
}
