package org.broadsheet.search;

import java.time.Duration;

/**
 * The moment at which a search gives up.
 *
 * @param nanoTime on the clock of {@link System#nanoTime}
 */
public record Deadline(long nanoTime) {

    /** So far away that it does not matter (146 years). */
    public static Deadline none() {
        return new Deadline(System.nanoTime() + Long.MAX_VALUE / 2);
    }

    public static Deadline in(Duration duration) {
        return new Deadline(System.nanoTime() + duration.toNanos());
    }

    public boolean expired() {
        return System.nanoTime() - nanoTime > 0;
    }

    /**
     * Called in every loop that can be long.
     *
     * @throws SearchTimeoutException if it has passed
     */
    public void check() {
        if (expired()) {
            throw new SearchTimeoutException();
        }
    }
}
