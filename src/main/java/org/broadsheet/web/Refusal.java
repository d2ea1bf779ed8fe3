package org.broadsheet.web;

import java.time.Duration;

import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;

/** A request that was turned away without being looked at: the server has enough to do, or its client has had enough. */
final class Refusal extends HttpResponseException {
    private static final long serialVersionUID = 1L;

    private final transient Duration retryAfter;

    private Refusal(HttpStatus status, String message, Duration retryAfter) {
        super(status.getCode(), message);
        this.retryAfter = retryAfter;
    }

    /** The server has enough to do. */
    static Refusal busy(String message, Duration retryAfter) {
        return new Refusal(HttpStatus.SERVICE_UNAVAILABLE, message, retryAfter);
    }

    /** The client asks too often. */
    static Refusal tooOften(Duration retryAfter) {
        return new Refusal(HttpStatus.TOO_MANY_REQUESTS, "You ask more often than this server answers you. Wait "
                + retryAfter.toSeconds() + (retryAfter.toSeconds() == 1 ? " second" : " seconds")
                + ", then try again.", retryAfter);
    }

    /** After which time it is worth trying again. */
    Duration retryAfter() {
        return retryAfter;
    }

    /** Thousands of these a second must cost nothing; where they come from is known. */
    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
