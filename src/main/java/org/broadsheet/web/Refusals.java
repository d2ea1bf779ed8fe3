package org.broadsheet.web;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.javalin.http.HttpStatus;
import org.broadsheet.operation.Metrics;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Turns requests away that have not been looked at: the server has enough to do, or their client has had enough.
 * Thousands of these a second must cost nothing, so that each answer is made once.
 */
final class Refusals {

    private static final String SEARCHES = "There is too much to do just now. Try again in a moment.";
    private static final String EXPORTS = "Others are being sent exports just now. Try again in a moment.";

    /**
     * One that was made.
     *
     * @param forPrograms whether it is JSON, else a page
     */
    private record Answer(Problems.Problem problem, boolean forPrograms) {}

    private final Problems problems;
    private final Metrics metrics;
    private final Duration retryAfter;
    private final Map<Answer, byte[]> made = new ConcurrentHashMap<>(); // some sixty at most: one for each second to wait

    /** @param retryAfter when the server may have less to do, in whole seconds */
    Refusals(Problems problems, Metrics metrics, Duration retryAfter) {
        this.problems = problems;
        this.metrics = metrics;
        this.retryAfter = retryAfter;
    }

    /** Makes the answers of a server that has too much to do, before it has. */
    void prepare() {
        for (String detail : List.of(SEARCHES, EXPORTS)) {
            body(new Answer(busy(detail), true));
            body(new Answer(busy(detail), false));
        }
    }

    /** There are too many searches. */
    void searches(Request request, Response response, Callback callback) {
        metrics.refused("searches");
        write(busy(SEARCHES), retryAfter.toSeconds(), request, response, callback);
    }

    /** There are too many exports. */
    void exports(Request request, Response response, Callback callback) {
        metrics.refused("exports");
        write(busy(EXPORTS), retryAfter.toSeconds(), request, response, callback);
    }

    /**
     * The client asks too often.
     *
     * @param seconds after which it may ask again
     */
    void client(long seconds, Request request, Response response, Callback callback) {
        metrics.refused("client");
        String detail = "You ask more often than this server answers you. Wait " + seconds
                + (seconds == 1 ? " second" : " seconds") + ", then try again.";
        write(new Problems.Problem(HttpStatus.TOO_MANY_REQUESTS, detail), seconds, request, response, callback);
    }

    private static Problems.Problem busy(String detail) {
        return new Problems.Problem(HttpStatus.SERVICE_UNAVAILABLE, detail);
    }

    private byte[] body(Answer answer) {
        return made.computeIfAbsent(answer, unknown -> problems.body(unknown.problem(), unknown.forPrograms()));
    }

    private void write(Problems.Problem problem, long seconds, Request request, Response response,
            Callback callback) {
        Answer answer = new Answer(problem, Problems.isForPrograms(request.getHttpURI().getPath()));
        byte[] body = body(answer);
        response.setStatus(problem.status().getCode());
        HttpFields.Mutable headers = response.getHeaders();
        headers.put(HttpHeader.RETRY_AFTER, seconds);
        headers.put(HttpHeader.CONTENT_TYPE, Problems.contentType(answer.forPrograms()));
        headers.put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, ByteBuffer.wrap(body), callback);
    }
}
