package org.broadsheet.web;

import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The threads that answer requests. One that has answered goes on with the connection by itself, and with the next request
 * on it if there is one already, where Jetty would have another thread look: to wake a thread takes about as long as a quick
 * search.
 */
final class Workers extends QueuedThreadPool {

    private static final int LEAST = 8;
    private static final int IDLE_MILLIS = 60_000;

    private final ThreadLocal<Work> current = new ThreadLocal<>();

    Workers(int most) {
        super(most, LEAST, IDLE_MILLIS);
    }

    /** What one thread does, one thing after another. */
    private static final class Work {
        private Runnable now;
        private Runnable next;

        private Work(Runnable first) {
            next = first;
        }

        private void run() {
            while (next != null) {
                now = next;
                next = null;
                now.run();
            }
        }

        private boolean reads() {
            return now instanceof Connection;
        }
    }

    /** Answers a request in a thread of its own, which is this one if all that it does is to look for a request. */
    void answer(Runnable answer) {
        Work work = current.get();
        if (work != null && work.reads() && work.next == null) {
            work.next = answer;
        } else {
            super.execute(() -> begin(new Work(answer)));
        }
    }

    private void begin(Work work) {
        current.set(work);
        try {
            work.run();
        } finally {
            current.remove();
        }
    }

    /** Does anything else that Jetty has to do. What it would do with a connection is left to who has just answered on it. */
    @Override
    public void execute(Runnable job) {
        Work work = job instanceof Connection ? current.get() : null;
        if (work != null && !work.reads() && work.next == null) {
            work.next = job;
        } else {
            super.execute(job);
        }
    }

    /** Whether this is a thread that has just answered a request, and looks for the next one on the same connection. */
    boolean goOn() {
        Work work = current.get();
        return work != null && work.reads();
    }
}
