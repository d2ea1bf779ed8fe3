package org.broadsheet.operation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AdmissionTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final List<Runnable> alarms = new ArrayList<>();
    private long now;
    private final Admission admission = new Admission((time, what) -> {
        alarms.add(what);
        return () -> alarms.remove(what);
    }, () -> now);
    private final List<String> told = new ArrayList<>();
    private final List<Admission.Turn> turns = new ArrayList<>();

    private void ask(String name, int atOnce, int waiting, Duration patience) {
        admission.ask(atOnce, waiting, patience, turn -> {
            told.add(name + " begins");
            turns.add(turn);
        }, () -> told.add(name + " is turned away"));
    }

    /** So much work, one piece after the other. */
    private void done(int pieces, Duration each) {
        for (int i = 0; i < pieces; i++) {
            ask("work", 1, 0, LONG);
            now += each.toNanos();
            turns.removeLast().close();
        }
        told.clear();
    }

    @Test
    void ask_letsInSoManyAtOnce_andTheOthersInTheOrderInWhichTheyCame() {
        for (String name : List.of("a", "b", "c", "d", "e")) {
            ask(name, 2, 2, LONG);
        }
        assertThat(told).containsExactly("a begins", "b begins", "e is turned away");
        assertThat(List.of(admission.running(), admission.waiting())).containsExactly(2, 2);
        turns.getLast().close();
        turns.getFirst().close();
        assertThat(told).endsWith("c begins", "d begins");
        assertThat(alarms).as("who has begun is waited for no longer").isEmpty();
    }

    @Test
    void ask_withAnotherNumber_countsFromThenOn() {
        ask("a", 1, 1, LONG);
        ask("b", 1, 1, LONG);
        ask("c", 4, 1, LONG);
        assertThat(told).as("nobody is overtaken").containsExactly("a begins", "c is turned away");
        turns.getFirst().close();
        ask("d", 4, 1, LONG);
        assertThat(told).endsWith("b begins", "d begins");
    }

    @Test
    void ask_whoHasWaitedForTooLong_isTurnedAway_once() {
        ask("a", 1, 9, LONG);
        ask("b", 1, 9, LONG);
        ask("c", 1, 9, LONG);
        Runnable late = alarms.get(0);
        late.run();
        late.run();
        assertThat(told).containsExactly("a begins", "b is turned away");
        turns.getFirst().close();
        assertThat(told).endsWith("c begins");
        assertThat(admission.waiting()).isZero();
    }

    @Test
    void ask_whoWouldWaitInVain_isTurnedAwayAtOnce() {
        done(1, Duration.ofMillis(10));
        for (String name : List.of("a", "b", "c", "d")) {
            ask(name, 1, 9, Duration.ofMillis(20));
        }
        assertThat(told).as("work of 10 ms each").containsExactly("a begins", "d is turned away");
        ask("e", 1, 9, Duration.ofMillis(30));
        assertThat(admission.waiting()).isEqualTo(3);
    }

    @Test
    void ask_expectsWhatWorkHasTakenOfLate() {
        done(1, Duration.ofSeconds(2));
        ask("a", 1, 9, LONG);
        ask("b", 1, 9, Duration.ofMillis(20));
        assertThat(told).containsExactly("a begins", "b is turned away");
        turns.removeLast().close();
        done(100, Duration.ofMillis(10));
        ask("c", 1, 9, LONG);
        ask("d", 1, 9, Duration.ofMillis(20));
        assertThat(told).containsExactly("c begins");
        assertThat(admission.waiting()).isEqualTo(1);
    }

    @Test
    void turn_endsOnce() {
        ask("a", 1, 9, LONG);
        ask("b", 1, 9, LONG);
        ask("c", 1, 9, LONG);
        turns.getFirst().close();
        turns.getFirst().close();
        assertThat(told).containsExactly("a begins", "b begins");
        assertThat(admission.running()).isEqualTo(1);
    }

    @Test
    void ask_underManyThreads_neverLetsInMore_andForgetsNobody() throws Exception {
        int asked = 16 * 2_000;
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch open = new CountDownLatch(asked);
        try (ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
                var workers = Executors.newFixedThreadPool(4);
                var clients = Executors.newFixedThreadPool(16)) {
            Admission real = new Admission((time, what) -> {
                ScheduledFuture<?> alarm = timer.schedule(what, time.toNanos(), TimeUnit.NANOSECONDS);
                return () -> alarm.cancel(false);
            });
            for (int client = 0; client < 16; client++) {
                Random random = new Random(client);
                clients.submit(() -> {
                    for (int i = 0; i < asked / 16; i++) {
                        Duration patience = random.nextBoolean() ? Duration.ofNanos(20_000) : LONG;
                        real.ask(3, 4, patience, turn -> workers.execute(() -> {
                            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                            Thread.yield();
                            inside.decrementAndGet();
                            turn.close();
                            open.countDown();
                        }), open::countDown);
                    }
                });
            }
            open.await();
            assertThat(List.of(real.running(), real.waiting())).containsExactly(0, 0);
        }
        assertThat(most.get()).isBetween(1, 3);
    }
}
