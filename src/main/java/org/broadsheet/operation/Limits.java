package org.broadsheet.operation;

import java.time.Duration;

/**
 * How much work is let in. All of it may change while a server runs.
 *
 * @param searches how many searches, pages and other questions to the engine are answered at once
 * @param queue how many more may wait for their turn; beyond that is a 503
 * @param patience how long one may wait before it is a 503; who would wait for longer is one at once
 * @param exports how many exports are written at once; beyond that is a 503
 * @param exportRate articles a second that all exports together may write; 0 for no limit
 * @param clientRate requests a minute that one client may make; beyond that is a 429; 0 for no limit
 * @param parameters how many parameters a URL may have; beyond that is a 400
 */
public record Limits(int searches, int queue, Duration patience, int exports, int exportRate, int clientRate,
        int parameters) {

    /**
     * Searches keep the processors busy: more at once than two for each would only make all of them slower. At least
     * four, so that one that is slow does not stop the others.
     */
    private static final int SEARCHES = Math.max(4, 2 * Runtime.getRuntime().availableProcessors());
    /** As many as are answered within the patience where searches are short; where they are not, fewer wait. */
    private static final int QUEUE = 32;
    /** Who is turned away knows within a tenth of a second, also where every processor is busy with something else. */
    private static final Duration PATIENCE = Duration.ofMillis(20);
    /** An export takes a processor, and whoever reads it has time. */
    private static final int EXPORTS = 2;
    /** A fraction of what a processor can write, so that searches beside exports do not notice. */
    private static final int EXPORT_RATE = 10_000;
    /** Off: behind a proxy that is not named all clients would be one. */
    private static final int CLIENT_RATE = 0;
    /** A form with every facet ticked that a page shows has some sixty. */
    private static final int PARAMETERS = 200;

    public static final Limits DEFAULT = new Limits(SEARCHES, QUEUE, PATIENCE, EXPORTS, EXPORT_RATE, CLIENT_RATE,
            PARAMETERS);

    public Limits {
        requireAtLeast(1, searches, "searches");
        requireAtLeast(0, queue, "queue");
        requireAtLeast(0, exports, "exports");
        requireAtLeast(0, exportRate, "exportRate");
        requireAtLeast(0, clientRate, "clientRate");
        requireAtLeast(1, parameters, "parameters");
    }

    private static void requireAtLeast(int least, int number, String name) {
        if (number < least) {
            throw new IllegalArgumentException(name + ": " + number + " is not a number from " + least);
        }
    }

    public Limits withSearches(int others, int otherQueue, Duration otherPatience) {
        return new Limits(others, otherQueue, otherPatience, exports, exportRate, clientRate, parameters);
    }

    public Limits withExports(int others, int otherRate) {
        return new Limits(searches, queue, patience, others, otherRate, clientRate, parameters);
    }

    public Limits withClientRate(int other) {
        return new Limits(searches, queue, patience, exports, exportRate, other, parameters);
    }

    public Limits withParameters(int other) {
        return new Limits(searches, queue, patience, exports, exportRate, clientRate, other);
    }
}
