package org.broadsheet.search;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The moment at which a search gives up.
 *
 * @param nanoTime on that clock
 * @param clock in nanoseconds since any moment
 */
public record Deadline(long nanoTime, LongSupplier clock) {

    /** So far away that it does not matter (146 years). */
    public static Deadline none() {
        return in(Duration.ofNanos(Long.MAX_VALUE / 2));
    }

    public static Deadline in(Duration duration) {
        return in(duration, System::nanoTime);
    }

    /** @param clock in nanoseconds, as {@link System#nanoTime} */
    static Deadline in(Duration duration, LongSupplier clock) {
        return new Deadline(clock.getAsLong() + duration.toNanos(), clock);
    }

    public boolean expired() {
        return clock.getAsLong() - nanoTime > 0;
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
