package org.broadsheet.web;

import io.javalin.http.Context;

/** Addresses as they are seen from outside: feeds and descriptions are read away from the page that they are of. */
final class Origin {

    private static final String SCHEME = "scheme";

    private Origin() {}

    /** Notes how the client asked, where that is not how this server was asked. */
    static void scheme(Context context, String scheme) {
        context.attribute(SCHEME, scheme);
    }

    /** Where this server was reached, such as {@code http://localhost:7070}, as its client named it. */
    static String of(Context context) {
        String host = context.header("Host");
        String scheme = context.attribute(SCHEME);
        return (scheme == null ? context.scheme() : scheme) + "://"
                + (host == null ? "localhost:" + context.port() : host);
    }
}
