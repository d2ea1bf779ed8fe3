package org.broadsheet.web;

import java.time.Duration;
import java.util.function.IntConsumer;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Answers what no route does (a malformed line, a header that is too long, a server that is about to end) with one line:
 * Jetty's own page tells the server's name and the failure's inside.
 */
final class PlainErrorHandler extends ErrorHandler {

    private final IntConsumer broken;
    private final Duration retryAfter;

    /**
     * @param broken is told of every status that is the client's fault
     * @param retryAfter when a server that is about to end may be there again, in whole seconds
     */
    PlainErrorHandler(IntConsumer broken, Duration retryAfter) {
        this.broken = broken;
        this.retryAfter = retryAfter;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        if (HttpStatus.isClientError(status)) {
            broken.accept(status);
        }
        if (status == HttpStatus.SERVICE_UNAVAILABLE_503) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, retryAfter.toSeconds());
        }
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain;charset=utf-8");
        Content.Sink.write(response, true, status + " " + HttpStatus.getMessage(status) + "\n", callback);
        return true;
    }
}
