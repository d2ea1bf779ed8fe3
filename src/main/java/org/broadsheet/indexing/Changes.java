package org.broadsheet.indexing;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.broadsheet.source.Source;

/** Sources that may have changed, from those who see it to the one who does something about it. */
final class Changes {

    private final Set<Source> sources = new LinkedHashSet<>();
    private long lastNanos; // when the last one came
    private boolean closed;

    synchronized void add(Collection<Source> changed) {
        sources.addAll(changed);
        lastNanos = System.nanoTime();
        notifyAll();
    }

    /** Waits for a burst of changes and for its end; empty if none begins for too long, or when there is an end of all. */
    synchronized List<Source> await(Duration patience, Duration quiet, Duration longest) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (sources.isEmpty() && waited(end)) {
        }
        long latest = System.nanoTime() + longest.toNanos();
        while (!sources.isEmpty() && waited(Math.min(latest, lastNanos + quiet.toNanos()))) {
        }
        List<Source> burst = List.copyOf(sources);
        sources.clear();
        return burst;
    }

    /** Waits, whatever changes meanwhile. */
    synchronized void pause(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        while (waited(end)) {
        }
    }

    /** Wakes whoever waits, for good. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /** Waits for anything to happen before a point in time; false if that has come. */
    private boolean waited(long untilNanos) throws InterruptedException {
        long left = untilNanos - System.nanoTime();
        if (left <= 0 || closed) {
            return false;
        }
        TimeUnit.NANOSECONDS.timedWait(this, left);
        return true;
    }
}
