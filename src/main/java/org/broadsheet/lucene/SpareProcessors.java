package org.broadsheet.lucene;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.lucene.search.TaskExecutor;

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
    private final TaskExecutor executor = new TaskExecutor(threads);

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
            Queue<Task> waiting = new ConcurrentLinkedQueue<>(tasks);
            Callable<Void> work = () -> {
                for (Task task = waiting.poll(); task != null; task = waiting.poll()) {
                    task.run();
                }
                return null;
            };
            executor.invokeAll(Collections.nCopies(Math.min(count, tasks.size()), work));
        }

        @Override
        public void close() {
            used.addAndGet(-count);
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
