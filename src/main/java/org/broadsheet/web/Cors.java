package org.broadsheet.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;

/** Lets scripts of other sites read what programs may, if an operator names those sites. Nobody is ever logged in. */
final class Cors {

    private static final String ALL = "*";
    private static final String ALLOWED = "Access-Control-Allow-Origin";
    /** A day: what is allowed changes with a restart at most. */
    private static final String MAX_AGE_SECONDS = "86400";

    private final Set<String> origins;

    /** @param origins such as {@code https://example.org}, or {@code *} for all; empty for none */
    Cors(Set<String> origins) {
        this.origins = origins;
    }

    /**
     * What an answer bears so that a browser lets a script have it.
     *
     * @param origin of the script, or null
     */
    Map<String, String> headers(String path, String origin) {
        if (origins.isEmpty() || !Problems.isForPrograms(path)) {
            return Map.of();
        }
        Map<String, String> headers = new HashMap<>();
        boolean all = origins.contains(ALL);
        if (!all) {
            headers.put("Vary", "Accept-Encoding, Origin");
        }
        if (all || origin != null && origins.contains(origin)) {
            headers.put(ALLOWED, all ? ALL : origin);
            headers.put("Access-Control-Expose-Headers", "ETag, Retry-After");
        }
        return headers;
    }

    /** Answers a browser that asks whether it may ask. */
    void before(Context context) {
        if (context.method() == HandlerType.OPTIONS && context.header("Access-Control-Request-Method") != null
                && headers(context.path(), context.header("Origin")).containsKey(ALLOWED)) {
            context.header("Access-Control-Allow-Methods", Problems.ALLOWED);
            context.header("Access-Control-Allow-Headers", "If-None-Match");
            context.header("Access-Control-Max-Age", MAX_AGE_SECONDS);
            context.status(HttpStatus.NO_CONTENT).skipRemainingHandlers();
        }
    }
}
