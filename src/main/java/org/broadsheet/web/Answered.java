package org.broadsheet.web;

import java.util.function.Supplier;

import org.broadsheet.operation.LogSettings;
import org.broadsheet.operation.Metrics;
import org.broadsheet.operation.RequestLog;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/** Counts what was answered, and writes it down. */
final class Answered implements org.eclipse.jetty.server.RequestLog {

    private static final String ROUTE = Answered.class.getName() + ".route";
    /** What no route has answered, be it that there is none or that the request was too broken. */
    static final String NONE = "none";

    private final Supplier<LogSettings> settings;
    private final Metrics metrics;
    private final Clients clients;

    /** @param settings as they are now */
    Answered(Supplier<LogSettings> settings, Metrics metrics, Clients clients) {
        this.settings = settings;
        this.metrics = metrics;
        this.clients = clients;
    }

    /** Notes which route gives the answer: an address may be anything. */
    static void by(Routes.Route route, Request request) {
        request.setAttribute(ROUTE, route.path());
    }

    /** Called when the last byte of an answer has been sent, or can no longer be. */
    @Override
    public void log(Request request, Response response) {
        String route = request.getAttribute(ROUTE) instanceof String path ? path : NONE;
        long nanos = System.nanoTime() - request.getBeginNanoTime();
        metrics.answered(route, response.getStatus(), nanos);
        LogSettings log = settings.get();
        if (log.access()) {
            RequestLog.log(new RequestLog.Answered(request.getMethod(), route, request.getHttpURI().getPathQuery(),
                    clients.address(request).getHostAddress(), response.getStatus(), nanos,
                    Response.getContentBytesWritten(response)), log);
        }
    }
}
