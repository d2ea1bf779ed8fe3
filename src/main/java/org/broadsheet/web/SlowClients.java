package org.broadsheet.web;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.broadsheet.operation.Metrics;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Closes connections whose client sends a request, or reads an answer, so slowly that it only keeps the server busy. An
 * idle timeout does not see those: a byte now and then is enough for it.
 */
final class SlowClients implements Connection.Listener {

    private static final long LOOK_SECONDS = 1;
    /** What a client may pause in any case, while it reads. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    /**
     * How far a connection was when it was last looked at.
     *
     * @param requests how many it has brought
     * @param bytes how many it had brought when the last of them was complete
     * @param since when the first byte after that was seen, by {@link System#nanoTime}; 0 if none was
     */
    private record Progress(long requests, long bytes, long since) {}

    private final WebSettings settings;
    private final Metrics metrics;
    private final Map<Connection, Progress> connections = new ConcurrentHashMap<>();

    SlowClients(WebSettings settings, Metrics metrics) {
        this.settings = settings;
        this.metrics = metrics;
        metrics.gauge("broadsheet.connections", null, "Connections that are open.", connections::size);
    }

    @Override
    public void onOpened(Connection connection) {
        connections.put(connection, new Progress(0, 0, 0));
    }

    @Override
    public void onClosed(Connection connection) {
        connections.remove(connection);
    }

    /** Looks at all connections from now on, until the scheduler ends. */
    void watch(Scheduler scheduler) {
        scheduler.schedule(() -> {
            connections.replaceAll(this::look);
            watch(scheduler);
        }, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    private Progress look(Connection connection, Progress before) {
        long requests = connection.getMessagesIn();
        long bytes = connection.getBytesIn();
        boolean answering = requests > connection.getMessagesOut();
        if (requests != before.requests() || answering || bytes == before.bytes()) {
            return new Progress(requests, bytes, 0);
        }
        long now = System.nanoTime();
        if (before.since() != 0 && now - before.since() > settings.headerTime().toNanos()) {
            close(connection.getEndPoint(), "a request was sent too slowly");
        }
        return before.since() != 0 ? before : new Progress(requests, before.bytes(), now);
    }

    /** A handler that gives each piece of an answer so long as it may take, by its length. */
    Handler.Wrapper readers() {
        return new Handler.Wrapper() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws Exception {
                return super.handle(request, new Timed(request, response), callback);
            }
        };
    }

    private final class Timed extends Response.Wrapper {

        private Timed(Request request, Response response) {
            super(request, response);
        }

        @Override
        public void write(boolean last, ByteBuffer bytes, Callback callback) {
            int length = bytes == null ? 0 : bytes.remaining();
            if (length == 0) {
                super.write(last, bytes, callback);
                return;
            }
            long millis = GRACE.toMillis() + length * 1_000L / settings.slowest();
            EndPoint client = getRequest().getConnectionMetaData().getConnection().getEndPoint();
            Scheduler.Task end = getRequest().getComponents()
                    .getScheduler()
                    .schedule(() -> close(client, "an answer was read too slowly"), millis, TimeUnit.MILLISECONDS);
            super.write(last, bytes, Callback.from(end::cancel, callback));
        }
    }

    private void close(EndPoint client, String why) {
        metrics.refused("slow");
        client.close(new TimeoutException(why));
    }
}
