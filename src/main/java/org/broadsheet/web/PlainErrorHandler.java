package org.broadsheet.web;

import java.util.function.IntConsumer;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Answers requests that are too broken to reach a route (a malformed line, a header that is too long) with one line:
 * Jetty's own page tells the server's name and the failure's inside.
 */
final class PlainErrorHandler extends ErrorHandler {

    private final IntConsumer counted;

    /** @param counted is told of every status */
    PlainErrorHandler(IntConsumer counted) {
        this.counted = counted;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        counted.accept(status);
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain;charset=utf-8");
        Content.Sink.write(response, true, status + " " + HttpStatus.getMessage(status) + "\n", callback);
        return true;
    }
}
