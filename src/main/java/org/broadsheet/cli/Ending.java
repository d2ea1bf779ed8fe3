package org.broadsheet.cli;

import java.time.Duration;

import org.broadsheet.indexing.Watcher;
import org.broadsheet.search.ArticleSearcher;
import org.broadsheet.web.WebServer;

/**
 * How a server ends when a signal tells it to: in order, and within ten seconds whatever happens.
 *
 * @param watcher null if no files are followed
 */
record Ending(WebServer server, ArticleSearcher searcher, Watcher watcher) {

    /** What supervisors give a service before they kill it is ten seconds or more. */
    private static final Duration LONGEST = Duration.ofMillis(9_500);
    /** That of a process that a SIGTERM has ended. */
    private static final int TERMINATED = 143;

    void run() {
        Thread.ofPlatform().daemon().start(Ending::endInTime);
        Thread following = Thread.ofPlatform().start(() -> {
            if (watcher != null) {
                watcher.close(); // a run under way may finish, while requests do
            }
        });
        server.close();
        searcher.close();
        try {
            following.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A run of indexing that is cut off is lost without harm, and so is an answer that nobody waits for any more. */
    private static void endInTime() {
        try {
            Thread.sleep(LONGEST);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(TERMINATED);
    }
}
