package org.broadsheet.operation;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AdmissionTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private final Admission admission = new Admission();

    @Test
    void enter_letsInSoManyAtOnce_andTheNextWhenOneLeaves() throws Exception {
        assertThat(admission.enter(2, 0, LONG)).isTrue();
        assertThat(admission.enter(2, 0, LONG)).isTrue();
        assertThat(admission.enter(2, 0, LONG)).as("no room, and no queue").isFalse();
        assertThat(admission.enter(2, 5, Duration.ZERO)).as("no patience").isFalse();
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<Boolean> waiting = other.submit(() -> admission.enter(2, 1, LONG));
            awaitWaiting(1);
            assertThat(admission.enter(2, 1, LONG)).as("the queue is full").isFalse();
            admission.leave();
            assertThat(waiting.get()).isTrue();
        }
        assertThat(admission.running()).isEqualTo(2);
        assertThat(admission.waiting()).isZero();
        assertThat(admission.enter(3, 0, LONG)).as("more are let in from now on").isTrue();
    }

    @Test
    void enter_underManyThreads_neverLetsInMore_andLosesNobody() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        Callable<Integer> work = () -> {
            Random random = new Random(Thread.currentThread().threadId());
            int done = 0;
            for (int i = 0; i < 2_000; i++) {
                if (admission.enter(3, 4, random.nextBoolean() ? Duration.ofNanos(20_000) : LONG)) {
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    Thread.yield();
                    inside.decrementAndGet();
                    admission.leave();
                    done++;
                } else {
                    refused.incrementAndGet();
                }
            }
            return done;
        };
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            int done = 0;
            for (Future<Integer> each : threads.invokeAll(IntStream.range(0, 16).mapToObj(i -> work).toList())) {
                done += each.get();
            }
            assertThat(done + refused.get()).isEqualTo(32_000);
        }
        assertThat(most.get()).isBetween(1, 3);
        assertThat(List.of(admission.running(), admission.waiting())).containsExactly(0, 0);
    }

    private void awaitWaiting(int number) {
        while (admission.waiting() != number) {
            Thread.onSpinWait();
        }
    }
}
