package org.broadsheet.indexing;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

import org.broadsheet.source.Source;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has sources indexed whenever their files change: once at the start, then after each burst of changes, and now and then
 * in any case, since no system tells of every change. Between two runs it holds nothing that another command could want.
 *
 * <p>A run that fails, because another command is indexing or a folder is gone for a while, is tried again.
 */
public final class Watcher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Watcher.class);
    /** A run under way at the end may finish; one that takes longer is lost without harm. */
    private static final Duration LAST_RUN = Duration.ofSeconds(5);

    private final List<Source> sources;
    private final Consumer<List<Source>> update;
    private final WatchSettings settings;
    private final Changes changes = new Changes();
    private final Thread thread = Thread.ofPlatform().daemon().name("watcher").unstarted(this::follow);
    private FileEvents events; // null where the system does not tell of changes
    private volatile boolean watchAnew = true;
    private String trouble; // why the last run failed, so that it is told once; null if it went well
    private String blind; // why nothing can be watched, so that it is told once; null if all is

    /** @param update brings an index up to date with some of the sources; called by one thread, one run at a time */
    public Watcher(List<Source> sources, Consumer<List<Source>> update, WatchSettings settings) {
        this.sources = List.copyOf(sources);
        this.update = update;
        this.settings = settings;
    }

    /** Begins, with a run over everything. */
    public Watcher start() {
        thread.start();
        return this;
    }

    /** Ends it, after a run under way. */
    @Override
    public void close() {
        changes.close();
        try {
            thread.join(LAST_RUN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow() {
        try {
            List<Source> due = sources;
            Duration pause = settings.retry();
            while (!changes.isClosed()) {
                if (watchAnew) {
                    watch(); // before the run: what changes after it began is seen
                    due = sources;
                }
                if (succeeds(due)) {
                    pause = settings.retry();
                    Duration patience = events == null ? settings.unwatched() : settings.rescan();
                    List<Source> changed = changes.await(patience, settings.quiet(), settings.longest());
                    due = changed.isEmpty() ? sources : changed;
                } else {
                    watchAnew = true;
                    changes.pause(pause);
                    pause = shorter(pause.multipliedBy(2), settings.unwatched());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            unwatch();
        }
    }

    private void watch() {
        unwatch();
        watchAnew = false;
        try {
            events = FileEvents.of(sources, changes::add, () -> watchAnew = true);
            blind = null;
        } catch (IOException e) {
            String now = e.getMessage() == null ? e.toString() : e.getMessage();
            if (!now.equals(blind)) {
                LOG.warn("changes are looked for every {} s, as the system cannot tell of them: {}",
                        settings.unwatched().toSeconds(), now);
            }
            blind = now;
        }
    }

    private void unwatch() {
        if (events != null) {
            events.close();
            events = null;
        }
    }

    private boolean succeeds(List<Source> due) {
        try {
            update.accept(due);
            trouble = null;
            return true;
        } catch (RuntimeException e) {
            String now = String.valueOf(e.getMessage());
            if (!now.equals(trouble)) {
                LOG.warn("a change is not indexed yet and will be tried again: {}", now);
            }
            trouble = now;
            return false;
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
