package org.broadsheet.web;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/** What every answer bears, whoever gives it. */
final class AnswerHeaders {

    /**
     * Nothing but our own style and script may act on a page; pictures may come from wherever the articles' are, and
     * nothing else is fetched from anywhere. Whatever an article holds, it cannot run, post or frame.
     */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "connect-src 'self'; img-src 'self' http: https:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    /** Nothing of a reader's device is any page's business. */
    private static final String PERMISSIONS_POLICY = "camera=(), display-capture=(), geolocation=(), microphone=(), "
            + "payment=(), usb=()";

    /** All of them, before what a route knows better. */
    static final HttpFields ALWAYS = HttpFields.build()
            .put("Content-Security-Policy", CONTENT_SECURITY_POLICY)
            .put("X-Content-Type-Options", "nosniff")
            // What was searched for is in the URL, and no other site's business.
            .put("Referrer-Policy", "same-origin")
            .put("X-Frame-Options", "DENY") // for browsers that do not know the policy's word for it
            .put("Permissions-Policy", PERMISSIONS_POLICY)
            .put("Cross-Origin-Opener-Policy", "same-origin")
            // The index may change at any time.
            .put(HttpHeader.CACHE_CONTROL, "no-cache")
            .put(HttpHeader.VARY, "Accept-Encoding")
            .asImmutable();

    private AnswerHeaders() {}
}
