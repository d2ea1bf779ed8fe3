package org.broadsheet.article;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * One article of an archive, its text repaired and free of markup.
 *
 * @param id derived from the path alone ({@link #idOf}), safe in a URL, the same on every machine
 * @param path {@code source/path/in/source} with forward slashes, unique within an index
 * @param title never null, never blank
 * @param excerpt a few sentences, or null where the file has none
 * @param body the plain text after the front matter, or null where there is none
 * @param provider who published it, or null
 * @param topics in the order of the file, without repetitions; empty if none
 * @param type such as {@code article} or {@code video}, or null
 * @param category such as {@code news}, or null
 * @param publishedDateTime when it was published, or null
 * @param quality 0 upward, or null
 * @param heat -1 upward, -1 meaning that none was measured, or null
 * @param published whether the file says that it is published, or null where it says neither
 * @param webUrl where the original stands, {@code http} or {@code https}, or null
 * @param image to be shown beside it, or null
 * @param related coverage of the same story, in the order of the file; empty if none
 */
public record Article(String id, String path, String title, String excerpt, String body, Provider provider,
        List<String> topics, String type, String category, Instant publishedDateTime, Integer quality, Integer heat,
        Boolean published, String webUrl, Image image, List<Related> related) {

    /** 96 bits: among ten million articles two share an id with a chance of less than one in 10^15. */
    private static final int ID_BYTES = 12;

    public Article {
        topics = topics == null ? List.of() : List.copyOf(topics);
        related = related == null ? List.of() : List.copyOf(related);
    }

    /**
     * The id of the article at a path: the first 96 bits of the path's SHA-256, as 24 lower-case hexadecimal digits.
     * Ids sort as the bytes that they stand for.
     */
    public static String idOf(String path) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(path.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(digest, ID_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The name of the source that this article came from: the first element of its path. */
    public String source() {
        int slash = path.indexOf('/');
        return slash < 0 ? path : path.substring(0, slash);
    }
}
