package org.broadsheet.web;

import java.util.Set;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;

/** Lets scripts of other sites read what programs may, if an operator names those sites. Nobody is ever logged in. */
final class Cors {

    private static final String ALL = "*";
    /** A day: what is allowed changes with a restart at most. */
    private static final String MAX_AGE_SECONDS = "86400";

    private final Set<String> origins;

    /** @param origins such as {@code https://example.org}, or {@code *} for all; empty for none */
    Cors(Set<String> origins) {
        this.origins = origins;
    }

    /** Comes before the answer, and is one where a browser asks whether it may ask. */
    void before(Context context) {
        if (origins.isEmpty() || !Problems.isForPrograms(context.path())) {
            return;
        }
        String origin = context.header("Origin");
        if (!origins.contains(ALL)) {
            context.header("Vary", "Accept-Encoding, Origin");
            if (origin == null || !origins.contains(origin)) {
                return;
            }
        }
        context.header("Access-Control-Allow-Origin", origins.contains(ALL) ? ALL : origin);
        context.header("Access-Control-Expose-Headers", "ETag, Retry-After");
        if (context.method() == HandlerType.OPTIONS && context.header("Access-Control-Request-Method") != null) {
            context.header("Access-Control-Allow-Methods", Problems.ALLOWED);
            context.header("Access-Control-Allow-Headers", "If-None-Match");
            context.header("Access-Control-Max-Age", MAX_AGE_SECONDS);
            context.status(HttpStatus.NO_CONTENT).skipRemainingHandlers();
        }
    }
}
