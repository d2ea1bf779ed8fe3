package org.broadsheet.web;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;

/** Answers that a client may have already: those are not sent again. */
final class EntityTag {

    /** 96 bits tell the versions of one answer apart. */
    private static final int BYTES = 12;

    private EntityTag() {}

    /** Answers with the content, or with 304 where the client says that it has just that. */
    static void answer(Context context, String contentType, byte[] content) {
        String tag = of(content);
        context.header("ETag", tag);
        String known = context.header("If-None-Match");
        if (known != null && (known.strip().equals("*") || isKnown(context, tag))) {
            context.status(HttpStatus.NOT_MODIFIED);
        } else {
            context.contentType(contentType).result(content);
        }
    }

    /** A tag of what an answer is, or depends on. It is weak: the same content may be sent compressed or not. */
    static String of(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return "W/\"" + HexFormat.of().formatHex(Arrays.copyOf(digest, BYTES)) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Whether the client names the tag among those that it has. */
    static boolean isKnown(Context context, String tag) {
        String known = context.header("If-None-Match");
        return known != null && Arrays.stream(known.split(","))
                .map(String::strip)
                .anyMatch(other -> other.equals(tag) || ("W/" + other).equals(tag));
    }
}
