package org.broadsheet.opensearch;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.broadsheet.search.Deadline;
import org.broadsheet.search.EngineException;
import org.broadsheet.search.SearchTimeoutException;
import org.opensearch.client.opensearch.OpenSearchAsyncClient;

/**
 * The way to a cluster. A request goes to one node after the other until one answers; if none does, or if the cluster
 * is too busy, it is asked again for as long as there is patience.
 */
final class Cluster implements AutoCloseable {

    /** How long those who search wait for some node to answer at all: less than they would notice. */
    private static final Duration SILENCE = Duration.ofSeconds(1);
    /** How long for a cluster that answers but is just losing a node; their own deadline mostly ends it sooner. */
    private static final Duration READING = Duration.ofSeconds(10);

    private static final long SHORTEST_PAUSE = 50; // in milliseconds
    private static final long LONGEST_PAUSE = 5_000;

    private final OpenSearchEngine.Connection connection;
    private final ClusterTroubles troubles;
    private final OpenSearchAsyncClient client;

    Cluster(OpenSearchEngine.Connection connection) {
        this.connection = connection;
        troubles = new ClusterTroubles(connection);
        client = Transports.client(connection);
    }

    /** Something that is asked of the cluster. */
    interface Request<T> {
        CompletableFuture<T> send(OpenSearchAsyncClient client) throws IOException;
    }

    /** How long a run waits for a cluster that is too busy, or out of reach. */
    Duration patience() {
        return connection.patience();
    }

    /** How long the cluster itself may wait for a part that is moving: so short that it can say so in its answer. */
    String ownWait() {
        return connection.timeLimit().toMillis() / 2 + "ms";
    }

    ClusterTroubles troubles() {
        return troubles;
    }

    /**
     * Asks for the sake of somebody who searches.
     *
     * @throws SearchTimeoutException if the deadline passes
     * @throws EngineException if the cluster cannot answer
     * @throws IndexGoneException if there is no such index, or no such thing in it
     */
    <T> T ask(Deadline deadline, Request<T> request) {
        return repeatedly(deadline, SILENCE, READING, request);
    }

    /** Asks for the sake of a run, which has more time. */
    <T> T askPatiently(Request<T> request) {
        try {
            return seekPatiently(request);
        } catch (IndexGoneException e) {
            throw new EngineException("the index was deleted while it was written: run the command again", e);
        }
    }

    /**
     * The same for what need not be there.
     *
     * @throws IndexGoneException if it is not
     */
    <T> T seekPatiently(Request<T> request) {
        return repeatedly(Deadline.none(), connection.patience(), connection.patience(), request);
    }

    /** Asks once: for what is not idempotent and must not be sent again, and for what is not worth a wait. */
    <T> T askOnce(Request<T> request) {
        return repeatedly(Deadline.none(), Duration.ZERO, Duration.ZERO, request);
    }

    /**
     * @param silence how long to ask again where nobody answers
     * @param trouble how long where the answer is that it cannot be done now
     */
    private <T> T repeatedly(Deadline deadline, Duration silence, Duration trouble, Request<T> request) {
        Deadline endOfSilence = Deadline.in(silence);
        Deadline endOfTrouble = Deadline.in(trouble);
        for (long pause = SHORTEST_PAUSE;; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
            deadline.check();
            try {
                return once(deadline, request);
            } catch (IOException | RuntimeException e) {
                Failure failure = Failure.of(e);
                Deadline end = failure.isOutOfReach() ? endOfSilence : endOfTrouble;
                if (end.expired() || !failure.mayPass()) {
                    throw troubles.because(e);
                }
                pause(Math.min(pause, remainingMillis(deadline)));
            }
        }
    }

    private <T> T once(Deadline deadline, Request<T> request) throws IOException {
        long limit = connection.timeLimit().toMillis();
        long remaining = Math.max(1, Math.min(limit, remainingMillis(deadline)));
        CompletableFuture<T> answer = request.send(client);
        try {
            return answer.get(remaining, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw Failure.unwrapped(e);
        } catch (TimeoutException e) {
            answer.cancel(true);
            if (remaining < limit) {
                throw new SearchTimeoutException();
            }
            throw silent(e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new EngineException("interrupted while the cluster was asked", e);
        }
    }

    /** Also a request that was sent may be sent again: what writes says the same each time. */
    private IOException silent(TimeoutException e) {
        IOException silent = new SocketTimeoutException("no answer within " + connection.timeLimit().toSeconds()
                + " s, which --opensearch-timeout can raise");
        silent.initCause(e);
        return silent;
    }

    static long remainingMillis(Deadline deadline) {
        return Math.max(0, TimeUnit.NANOSECONDS.toMillis(deadline.nanoTime() - System.nanoTime()));
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException("interrupted while the cluster was waited for", e);
        }
    }

    @Override
    public void close() {
        try {
            client._transport().close();
        } catch (IOException e) {
            throw troubles.because(e);
        }
    }
}
