package org.broadsheet.lucene;

import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Processors that no search uses help those that do: a lone search is done sooner, and where there are as many searches
 * as processors each keeps to its own, since to share the work would only add to it.
 */
final class SpareProcessors implements AutoCloseable {

    /** Articles that are worth another thread: to look through fewer takes no longer than to wake it. */
    private static final int WORTH = 50_000;

    private final int processors;
    private final int worth;
    private final AtomicInteger used = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("search-helper-", 1).factory());

    SpareProcessors() {
        this(Runtime.getRuntime().availableProcessors(), WORTH);
    }

    /**
     * @param processors how many there are
     * @param worth how many articles are worth another thread
     */
    SpareProcessors(int processors, int worth) {
        this.processors = processors;
        this.worth = worth;
    }

    /** A part of the work of a search. */
    @FunctionalInterface
    interface Task {
        void run() throws IOException;
    }

    /** The processors of a search among so many articles: one, and those that are spare if it is worth it. */
    Use use(int articles) {
        int most = isWorth(articles) ? processors : 1;
        int before;
        int count;
        do {
            before = used.get();
            count = Math.clamp(processors - before, 1, most);
        } while (!used.compareAndSet(before, before + count));
        return new Use(count);
    }

    private boolean isWorth(long articles) {
        return articles >= worth;
    }

    /** What one search uses until it is closed. */
    final class Use implements AutoCloseable {

        private final int count;

        private Use(int count) {
            this.count = count;
        }

        /** How many processors. */
        int count() {
            return count;
        }

        /** Whether there are others than its own, and so many articles are worth them. */
        boolean isWorthSharing(long articles) {
            return count > 1 && isWorth(articles);
        }

        /**
         * Runs tasks, side by side if there are processors for it, else in their order; returns when all have ended. Who
         * calls it works too, so that the tasks never wait for a thread.
         */
        void run(List<Task> tasks) throws IOException {
            Batch batch = new Batch(tasks);
            for (int i = 1; i < Math.min(count, tasks.size()); i++) {
                threads.execute(batch::work);
            }
            batch.work();
            batch.await();
        }

        @Override
        public void close() {
            used.addAndGet(-count);
        }
    }

    /** Tasks that are run side by side. */
    private static final class Batch {

        /** To wake a thread that sleeps takes as long as the last task of most searches. */
        private static final long SPIN = 50_000; // ns

        private final Queue<Task> waiting;
        private final CountDownLatch running;
        private final AtomicReference<Throwable> failure = new AtomicReference<>();

        Batch(List<Task> tasks) {
            waiting = new ConcurrentLinkedQueue<>(tasks);
            running = new CountDownLatch(tasks.size());
        }

        /** Runs what nobody else has begun. Where one task has failed, the others are not begun. */
        void work() {
            for (Task task = waiting.poll(); task != null; task = waiting.poll()) {
                try {
                    if (failure.get() == null) {
                        task.run();
                    }
                } catch (Throwable e) {
                    failure.compareAndSet(null, e);
                } finally {
                    running.countDown();
                }
            }
        }

        void await() throws IOException {
            long start = System.nanoTime();
            while (running.getCount() > 0 && System.nanoTime() - start < SPIN) {
                Thread.onSpinWait();
            }
            awaitAll();
            switch (failure.get()) {
                case null -> {
                    // All have come to their end.
                }
                case IOException e -> throw e;
                case RuntimeException e -> throw e;
                case Error e -> throw e;
                case Throwable e -> throw new IllegalStateException("a task throws nothing else", e);
            }
        }

        /** What has begun is in the midst of the index, which must not be closed before; it ends by its own deadline. */
        private void awaitAll() {
            boolean interrupted = false;
            while (true) {
                try {
                    running.await();
                    break;
                } catch (InterruptedException _) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
