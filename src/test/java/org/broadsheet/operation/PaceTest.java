package org.broadsheet.operation;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PaceTest {

    private final AtomicLong clock = new AtomicLong(-7);
    private final AtomicInteger rate = new AtomicInteger(100);
    private final Pace pace = new Pace(rate::get, clock::get, clock::addAndGet);

    @Test
    void steps_takeAsLongAsTheRateSays_lessOneSecondAtOnce() {
        for (int i = 0; i < 1_000; i++) {
            pace.step();
        }
        assertThat(clock.get()).isBetween(TimeUnit.MILLISECONDS.toNanos(8_990), TimeUnit.SECONDS.toNanos(9));
    }

    @Test
    void steps_withoutARate_takeNoTime() {
        rate.set(0);
        for (int i = 0; i < 1_000; i++) {
            pace.step();
        }
        assertThat(clock.get()).isEqualTo(-7);
    }
}
