package org.broadsheet.web;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * A connection whose next request is waited for a moment by the thread that has answered the last one, before that leaves
 * it to the thread that waits for all connections: busy polling. A request that comes meanwhile wakes no thread and no
 * processor. Only a client is waited for that sent its last request as soon as that: one that is far away, or a person, is
 * not.
 */
final class PolledEndPoint extends SocketChannelEndPoint {

    /** Some two or three times as long as a client of the same machine takes from an answer to its next request. */
    private static final long MOMENT_NANOS = 200_000;

    private final Workers workers;
    // Jetty lets one thread at a time read, and whoever is next sees what the last one wrote.
    private boolean waiting; // since the last answer was sent
    private long since; // by System.nanoTime
    private boolean prompt; // the last request came within a moment

    PolledEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key, Scheduler scheduler,
            Workers workers) {
        super(channel, selector, key, scheduler);
        this.workers = workers;
    }

    @Override
    public int fill(ByteBuffer buffer) throws IOException {
        int filled = super.fill(buffer);
        if (filled == 0 && !waiting && workers.goOn()) {
            waiting = true;
            since = System.nanoTime();
            while (filled == 0 && prompt && isMomentLeft()) {
                Thread.yield(); // whoever has something to do goes first, be it that client
                filled = super.fill(buffer);
            }
        }
        if (filled > 0) {
            prompt = waiting && isMomentLeft();
            waiting = false;
        }
        return filled;
    }

    private boolean isMomentLeft() {
        return System.nanoTime() - since < MOMENT_NANOS;
    }
}
