package org.broadsheet.search;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The place after a hit, from which a later request goes on.
 *
 * @param commit the {@linkplain IndexState#id id} of the commit that the hit was found in
 * @param sort the order in which it was found
 * @param key what that order sorts by: the number of the field (where the article has none, one that sorts it last), or
 *        the bits of the score
 * @param id of the article, the last tie-breaker
 */
public record Cursor(String commit, SortOrder sort, long key, String id) {

    private static final String VERSION = "1";

    /** As one word, safe in a URL. Its inside may change at any time. */
    public String encode() {
        String text = String.join(" ", VERSION, commit, sort.parameter(), Long.toString(key), id);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads what {@link #encode} made.
     *
     * @throws InvalidRequestException naming {@code cursor}, if it is anything else
     */
    public static Cursor decode(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", -1);
            if (parts.length == 5 && parts[0].equals(VERSION) && parts[4].matches("[0-9a-f]{24}")) {
                SortOrder sort = SortOrder.valueOf(parts[2].toUpperCase(java.util.Locale.ROOT));
                return new Cursor(parts[1], sort, Long.parseLong(parts[3]), parts[4]);
            }
        } catch (IllegalArgumentException e) {
            // Not base64, no such order or no number: as wrong as a wrong number of parts.
        }
        throw new InvalidRequestException("cursor",
                "this is not the \"next\" of an earlier answer: start again without it");
    }
}
