package org.broadsheet.operation;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/** Slows several writers down to a common rate, by letting each wait before its next piece. */
public final class Pace {

    /** A second's worth may be written at once; waits are long enough to be worth a pause. */
    private static final long BURST_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long SHORTEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private final IntSupplier perSecond;
    private final LongSupplier nanoTime;
    private final LongConsumer pause;
    private long due; // when the next piece would be written at just this rate
    private boolean begun;

    /** @param perSecond how many pieces a second now; 0 for no limit */
    public Pace(IntSupplier perSecond) {
        this(perSecond, System::nanoTime, LockSupport::parkNanos);
    }

    Pace(IntSupplier perSecond, LongSupplier nanoTime, LongConsumer pause) {
        this.perSecond = perSecond;
        this.nanoTime = nanoTime;
        this.pause = pause;
    }

    /** Called before each piece; returns when it may be written. */
    public void step() {
        int rate = perSecond.getAsInt();
        if (rate > 0) {
            long wait = wait(rate);
            if (wait >= SHORTEST_PAUSE_NANOS) {
                pause.accept(wait);
            }
        }
    }

    private synchronized long wait(int rate) {
        long now = nanoTime.getAsLong();
        if (!begun || due - now < -BURST_NANOS) { // what was not written earlier is not saved for ever
            due = now - BURST_NANOS;
            begun = true;
        }
        due += TimeUnit.SECONDS.toNanos(1) / rate;
        return due - now;
    }
}
