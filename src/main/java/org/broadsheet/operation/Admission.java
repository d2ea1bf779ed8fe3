package org.broadsheet.operation;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets so much work in at once, and so much more wait for its turn, in the order in which it came. Both numbers are
 * given with each piece of work, since they may change.
 *
 * <pre>{@code
 * if (admission.enter(4, 32, Duration.ofMillis(60))) {
 *     try {
 *         work();
 *     } finally {
 *         admission.leave();
 *     }
 * }
 * }</pre>
 */
public final class Admission {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition left = lock.newCondition();
    private int running;
    private int waiting;

    /**
     * Waits for a turn.
     *
     * @param most how much may be under way at once
     * @param queue how much may wait
     * @param patience how long to wait
     * @return whether to begin, and {@link #leave} at the end; false if too many wait, or this one has for too long
     */
    public boolean enter(int most, int queue, Duration patience) {
        lock.lock();
        try {
            if (waiting == 0 && running < most) { // nobody is overtaken
                running++;
                return true;
            }
            return waiting < queue && await(most, patience.toNanos());
        } finally {
            lock.unlock();
        }
    }

    private boolean await(int most, long nanos) {
        waiting++;
        try {
            long remaining = nanos;
            while (running >= most) {
                if (remaining <= 0) {
                    return false;
                }
                remaining = left.awaitNanos(remaining);
            }
            running++;
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            left.signal(); // it may have been meant for this one
            return false;
        } finally {
            waiting--;
        }
    }

    /** Ends a piece of work that was let in. */
    public void leave() {
        lock.lock();
        try {
            running--;
            left.signal();
        } finally {
            lock.unlock();
        }
    }

    /** How much is under way. */
    public int running() {
        lock.lock();
        try {
            return running;
        } finally {
            lock.unlock();
        }
    }

    /** How much waits for its turn. */
    public int waiting() {
        lock.lock();
        try {
            return waiting;
        } finally {
            lock.unlock();
        }
    }
}
