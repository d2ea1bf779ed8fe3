package org.broadsheet.opensearch;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.net.ssl.SSLException;

import jakarta.json.JsonException;
import org.broadsheet.search.EngineException;
import org.broadsheet.search.SearchTimeoutException;
import org.opensearch.client.opensearch._types.ErrorCause;
import org.opensearch.client.opensearch._types.OpenSearchException;
import org.opensearch.client.opensearch.generic.Body;
import org.opensearch.client.opensearch.generic.OpenSearchClientException;
import org.opensearch.client.transport.httpclient5.ResponseException;

/**
 * What went wrong with a request, in the terms of HTTP.
 *
 * @param status of the answer; 0 where there was none
 * @param reason what the cluster says, or what Java does, in one line
 * @param cause all that is known; null where only one change of many failed
 */
record Failure(int status, String reason, Exception cause) {

    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int TOO_LARGE = 413;
    /** Too busy, or just about to choose another node for what a lost one did. */
    private static final Set<Integer> PASSING = Set.of(429, 500, 502, 503, 504);

    /** In an error as JSON. */
    private static final Pattern REASON = Pattern.compile("\"reason\":\"((?:[^\"\\\\]|\\\\.)+)\"");

    static Failure of(Exception exception) {
        if (exception instanceof OpenSearchException answered) {
            return new Failure(answered.status(), reason(answered.error()), exception);
        }
        if (exception instanceof OpenSearchClientException answered) {
            String said = answered.response().getBody().map(Body::bodyAsString).orElse("");
            return new Failure(answered.status(), reason(said, answered.status()), exception);
        }
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof ResponseException answered) {
                return new Failure(answered.status(), reason(answered.getMessage(), answered.status()), exception);
            }
        }
        return new Failure(0, exception.getMessage() == null ? exception.toString() : oneLine(exception.getMessage()),
                exception);
    }

    /** What went wrong with one change of many. */
    static Failure of(int status, ErrorCause error) {
        return new Failure(status, reason(error), null);
    }

    /** What a future ended with. */
    static IOException unwrapped(ExecutionException e) {
        Throwable cause = e.getCause();
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return switch (cause) {
            case RuntimeException unchecked -> throw unchecked;
            case Error error -> throw error;
            case IOException checked -> checked;
            default -> new IOException(cause);
        };
    }

    /** Whether asking again may help. */
    boolean mayPass() {
        return switch (cause) {
            case EngineException _ -> false;
            case SearchTimeoutException _ -> false;
            case null, default ->
                status == 0 ? cause instanceof IOException && !isUntrusted() : PASSING.contains(status);
        };
    }

    boolean isMissing() {
        return status == NOT_FOUND;
    }

    boolean isConflict() {
        return status == CONFLICT;
    }

    boolean isRefusal() {
        return status == UNAUTHORIZED || status == FORBIDDEN;
    }

    /** Whether who asked is known, and may not do this. */
    boolean isForbidden() {
        return status == FORBIDDEN;
    }

    /** Whether the request was larger than the cluster, or something before it, takes. */
    boolean isTooLarge() {
        return status == TOO_LARGE;
    }

    /** Whether there was an answer, but none of a cluster. */
    boolean isUnreadable() {
        return status == 0 && cause instanceof JsonException;
    }

    boolean isBadRequest() {
        return status == BAD_REQUEST;
    }

    boolean isOutOfReach() {
        return status == 0;
    }

    /** Whether the other side could not prove who it is. */
    boolean isUntrusted() {
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof SSLException) {
                return true;
            }
        }
        return false;
    }

    /** The innermost reason says most: the outer ones only that some shard failed. */
    private static String reason(ErrorCause error) {
        ErrorCause cause = error.rootCause().isEmpty() ? error : error.rootCause().getFirst();
        while (cause.causedBy() != null) {
            cause = cause.causedBy();
        }
        return oneLine(cause.reason() == null ? cause.type() : cause.reason());
    }

    /** What the cluster says in an answer that nobody has taken apart; the status where it says nothing. */
    private static String reason(String answer, int status) {
        Matcher said = REASON.matcher(answer);
        return said.find() ? oneLine(said.group(1)) : "status " + status;
    }

    private static String oneLine(String text) {
        return text == null ? null : text.lines().findFirst().orElse("").strip();
    }
}
