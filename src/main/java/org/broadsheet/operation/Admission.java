package org.broadsheet.operation;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Lets so much work in at once, and so much more wait for its turn, in the order in which it came. No thread waits: each
 * piece of work is told when it may begin, or that it is turned away. Who would wait in vain is turned away at once, by
 * how long work has taken of late.
 *
 * <pre>{@code
 * admission.ask(4, 32, Duration.ofMillis(20), turn -> executor.execute(() -> {
 *     try (turn) {
 *         work();
 *     }
 * }), () -> sayThatThereIsTooMuchToDo());
 * }</pre>
 */
public final class Admission {

    /** How much one more piece of work moves what is known of their length: sixteen of them, about. */
    private static final double WEIGHT = 1 / 16.0;

    /** Does something later. */
    public interface Timer {

        /** Does it after that time, in a thread of its own; the answer takes it back. */
        Runnable after(Duration time, Runnable what);
    }

    private final Timer timer;
    private final LongSupplier nanoTime;
    private final ArrayDeque<Waiting> queue = new ArrayDeque<>();
    private int most;
    private int running;
    private double usualNanos; // from the begin of a piece of work to its end, of late; 0 before the first

    /** @param timer tells who has waited too long */
    public Admission(Timer timer) {
        this(timer, System::nanoTime);
    }

    Admission(Timer timer, LongSupplier nanoTime) {
        this.timer = timer;
        this.nanoTime = nanoTime;
    }

    /** Leave to work. Whoever has it closes it at the end, in any thread; what was closed before is left alone. */
    public final class Turn implements AutoCloseable {

        private final long began = nanoTime.getAsLong();
        private final AtomicBoolean ended = new AtomicBoolean();

        private Turn() {}

        @Override
        public void close() {
            if (ended.compareAndSet(false, true)) {
                leave(nanoTime.getAsLong() - began);
            }
        }
    }

    private static final class Waiting {
        private final Consumer<Turn> admitted;
        private final Runnable turnedAway;
        private Runnable noLonger; // takes back what the timer would do

        private Waiting(Consumer<Turn> admitted, Runnable turnedAway) {
            this.admitted = admitted;
            this.turnedAway = turnedAway;
        }
    }

    /**
     * Asks for a turn. One of the two is called, once: before this returns, by the timer, or by whoever ends a piece of
     * work. Neither may take long.
     *
     * @param atOnce how much may be under way at once
     * @param waiting how much may wait
     * @param patience how long to wait
     * @param admitted is given the turn
     * @param turnedAway is called if too many wait, or if this one would for too long, or has
     */
    public void ask(int atOnce, int waiting, Duration patience, Consumer<Turn> admitted, Runnable turnedAway) {
        boolean now;
        synchronized (this) {
            most = atOnce;
            now = queue.isEmpty() && running < most; // nobody is overtaken
            if (now) {
                running++;
            } else if (queue.size() < waiting && expectedNanos() <= patience.toNanos()) {
                Waiting last = new Waiting(admitted, turnedAway);
                queue.add(last);
                last.noLonger = timer.after(patience, () -> giveUp(last));
                return;
            }
        }
        if (now) {
            admitted.accept(new Turn());
        } else {
            turnedAway.run();
        }
    }

    /** How long one more would wait: until all before it and one of those that are under way have ended. */
    private double expectedNanos() {
        return usualNanos * (queue.size() + 1) / most;
    }

    private void giveUp(Waiting one) {
        synchronized (this) {
            if (!queue.remove(one)) {
                return; // its turn has come
            }
        }
        one.turnedAway.run();
    }

    private void leave(long nanos) {
        List<Waiting> next = new ArrayList<>(1);
        synchronized (this) {
            usualNanos += usualNanos == 0 ? nanos : (nanos - usualNanos) * WEIGHT;
            running--;
            while (running < most && !queue.isEmpty()) {
                running++;
                next.add(queue.poll());
            }
        }
        for (Waiting one : next) {
            one.noLonger.run();
            one.admitted.accept(new Turn());
        }
    }

    /** How much is under way. */
    public synchronized int running() {
        return running;
    }

    /** How much waits for its turn. */
    public synchronized int waiting() {
        return queue.size();
    }
}
