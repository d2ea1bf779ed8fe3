package org.broadsheet.web;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnresolvedAddressException;
import java.util.function.IntConsumer;

import io.javalin.config.JettyConfig;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.component.LifeCycle;

/**
 * How connections are taken and requests are read, before any route is looked for.
 *
 * @param workers answer them
 * @param doorkeeper decides which of them go on
 * @param answered is told of every answer
 * @param broken is told of the status of every request that was too broken to reach a route
 */
record Listening(WebSettings settings, Workers workers, Doorkeeper doorkeeper, SlowClients slowClients,
        RequestLog answered, IntConsumer broken) {

    /** A redirected form repeats its URL in a header, with every character encoded at worst. */
    private static final int RESPONSE_HEADER_FACTOR = 3;
    /** Answers up to this are sent in one piece, with their length; nearly all are shorter. */
    private static final int PIECE_BYTES = 64 << 10;
    /** How long a kept connection without a request stays open at the end. */
    private static final int LAST_IDLE_MILLIS = 200;

    void configure(JettyConfig jetty) {
        jetty.threadPool = workers;
        jetty.modifyHttpConfiguration(this::configure);
        jetty.modifyServer(this::configure);
        jetty.addConnector(this::connector);
    }

    private void configure(Server server) {
        server.setRequestLog(answered);
        server.setErrorHandler(new PlainErrorHandler(broken, settings.retryAfter()));
        server.setStopTimeout(settings.drain().toMillis());
        server.insertHandler(doorkeeper); // the last before the routes: what is inserted later comes earlier
        server.insertHandler(slowClients.readers());
        GracefulHandler ending = new GracefulHandler(); // waits for what is under way
        ending.setShutdownIdleTimeout(LAST_IDLE_MILLIS);
        server.insertHandler(ending);
        server.addBean(new NetworkConnectionLimit(settings.connections(), server));
        server.addEventListener(new LifeCycle.Listener() {
            @Override
            public void lifeCycleStarted(LifeCycle started) {
                slowClients.watch(server.getScheduler());
            }
        });
    }

    private Connector connector(Server server, HttpConfiguration http) {
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http)) {
            @Override
            protected SocketChannelEndPoint newEndPoint(SocketChannel channel, ManagedSelector selector,
                    SelectionKey key) {
                SocketChannelEndPoint connection = new PolledEndPoint(channel, selector, key, getScheduler(), workers);
                connection.setIdleTimeout(getIdleTimeout());
                return connection;
            }
        };
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setIdleTimeout(settings.idle().toMillis());
        connector.addEventListener(slowClients);
        return connector;
    }

    private void configure(HttpConfiguration http) {
        http.setRequestHeaderSize(settings.headerBytes());
        http.setResponseHeaderSize(settings.headerBytes() * RESPONSE_HEADER_FACTOR);
        http.setOutputBufferSize(PIECE_BYTES);
        http.setOutputAggregationSize(PIECE_BYTES);
        http.setIdleTimeout(settings.idle().toMillis());
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
    }

    /** @throws IOException if nobody could listen there now */
    static void requireFree(WebSettings settings) throws IOException {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(settings.host(), settings.port()));
        } catch (IOException e) {
            throw failed(settings, e);
        }
    }

    /** Why it cannot listen, in one line. */
    static IOException failed(WebSettings settings, Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String why = cause instanceof UnresolvedAddressException || "Unresolved address".equals(cause.getMessage())
                ? "there is no such host"
                : cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new IOException("cannot listen on " + settings.host() + ":" + settings.port() + ": " + why, failure);
    }
}
