package org.broadsheet.web;

import io.javalin.http.Context;

/** Addresses as they are seen from outside: feeds and descriptions are read away from the page that they are of. */
final class Origin {

    private Origin() {}

    /** Where this server was reached, such as {@code http://localhost:7070}, as its client named it. */
    static String of(Context context) {
        String host = context.header("Host");
        return context.scheme() + "://" + (host == null ? "localhost:" + context.port() : host);
    }
}
