package org.broadsheet.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.apache.lucene.index.IndexWriter;

/**
 * What threads have written and kept in memory becomes segments: one after the other if it is left to the commit, and
 * that takes a fifth of the time of indexing 100,000 articles. Here all processors share it.
 */
final class Flushes {

    /** Less is not worth the threads: some 5,000 articles. */
    private static final long WORTH_THREADS_BYTES = 16 << 20;

    private Flushes() {}

    /** Returns when little or nothing is left in memory. */
    static void ofMany(IndexWriter writer) throws IOException {
        if (writer.ramBytesUsed() < WORTH_THREADS_BYTES) {
            return;
        }
        int threads = Runtime.getRuntime().availableProcessors();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads,
                Thread.ofPlatform().name("flushing-", 1).daemon().factory())) {
            List<Future<?>> flushes = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                flushes.add(pool.submit(() -> {
                    while (writer.flushNextBuffer()) {
                    } // each writes what one thread had kept
                    return null;
                }));
            }
            for (Future<?> flush : flushes) {
                flush.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the commit does what is left
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException failed -> throw failed;
                case RuntimeException failed -> throw failed;
                case Error failed -> throw failed;
                default -> throw new UncheckedIOException(new IOException(e.getCause()));
            }
        }
    }
}
