package org.broadsheet.engine;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a searcher look for newer commits in the background, and remembers what is wrong if that fails: what the searcher
 * has already seen goes on answering.
 */
public final class CommitWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CommitWatch.class);

    /** How long a look that is under way may take to end. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Runnable look;
    private final ScheduledExecutorService thread; // null if it never looks
    private volatile String trouble; // of the last look; null if it went well

    /**
     * @param first what is done once in the background before the first look
     * @param look takes over a newer commit if there is one; throws, with one line that says what to do, if it cannot
     * @param pause between two looks; zero to never look, nor do what is done first
     */
    public CommitWatch(Runnable first, Runnable look, Duration pause) {
        this.look = look;
        thread = pause.isZero()
                ? null
                : Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("index-refresh").factory());
        if (thread != null) {
            thread.execute(first);
            thread.scheduleWithFixedDelay(this::look, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Why a newer commit cannot be shown; empty if the last look went well, or there was none. */
    public Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    private void look() {
        try {
            look.run();
            trouble = null;
        } catch (RuntimeException e) {
            String now = String.valueOf(e.getMessage());
            if (!now.equals(trouble) && !thread.isShutdown()) {
                LOG.warn(
                        "the newest state of the index cannot be read, the one before it answers as long as it can: {}",
                        now);
            }
            trouble = now;
        }
    }

    /** Ends the looking at once, in the midst of a look too: for one that may wait long, and bears an interruption. */
    public void abandon() {
        if (thread != null) {
            thread.shutdownNow();
        }
    }

    /** Ends the looking; the look that is under way is waited for, so that nothing is closed beneath it. */
    @Override
    public void close() {
        if (thread == null) {
            return;
        }
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("the look for a newer commit does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
