package org.broadsheet.indexing;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;

import org.broadsheet.search.EngineException;

/**
 * Threads that do a run's work. Whoever gives them more than they manage waits, so that what is kept in memory for them
 * is bounded. The first failure of any task ends it all: it is thrown to the one who gives them work.
 */
final class Workers implements AutoCloseable {

    /** Files may be 16 MiB: some of those at once, and a few thousand of the usual 30 kB. */
    private static final int BUDGET_BYTES = 64 << 20;
    /** What a waiting task costs beside its file's bytes, generously: bounds the number of tasks as well, to 4,096. */
    private static final int LEAST_BYTES = 16 << 10;

    private final ExecutorService threads;
    private final Semaphore budget = new Semaphore(BUDGET_BYTES);
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    Workers(int count) {
        threads = Executors.newFixedThreadPool(count, Thread.ofPlatform().name("indexing-", 1).daemon().factory());
    }

    /**
     * Has a task done, after waiting until there is room for it.
     *
     * @param bytes that the task holds in memory, about
     * @throws RuntimeException the first failure of an earlier task
     */
    void submit(long bytes, Runnable task) {
        int cost = Math.clamp(bytes, LEAST_BYTES, BUDGET_BYTES);
        take(cost);
        threads.execute(() -> {
            try {
                if (failure.get() == null) {
                    task.run();
                }
            } catch (Throwable e) { // also an error, such as a full heap: it must end the run, not one thread of it
                failure.compareAndSet(null, e);
            } finally {
                budget.release(cost);
            }
        });
    }

    /**
     * Returns when every task is done.
     *
     * @throws RuntimeException the first failure of a task
     */
    void finish() {
        take(BUDGET_BYTES);
        budget.release(BUDGET_BYTES);
    }

    private void take(int cost) {
        try {
            budget.acquire(cost);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException("the run was interrupted, and nothing of it was kept", e);
        }
        switch (failure.get()) {
            case null -> {
            }
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case Throwable e -> throw new IllegalStateException(e); // a task declares no other
        }
    }

    /** Drops the tasks that have not begun and waits for those under way: nobody writes after this. */
    @Override
    public void close() {
        // Not by interrupting: that would close the files which a thread is writing.
        failure.compareAndSet(null, new EngineException("the run has ended"));
        threads.close();
    }
}
