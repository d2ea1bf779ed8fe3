package org.broadsheet.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;

/**
 * The files that pages need besides themselves, from the class path. Their names bear a hash of their content: a browser
 * keeps them for good, and asks anew when they change.
 */
final class Assets {

    /** Where they are served. */
    static final String PATH = "/static/";
    /** 48 bits tell the versions of one file apart. */
    private static final int HASH_BYTES = 6;
    /** A year, the most that caches heed. */
    private static final String FOR_GOOD = "public, max-age=31536000, immutable";

    /**
     * One file.
     *
     * @param name with the hash, such as {@code style.0123456789ab.css}
     */
    private record Asset(String name, String contentType, byte[] content) {

        /** Several parts are served as one file: each request would cost a reader more than its length. */
        static Asset of(String stem, String ending, String contentType, String... parts) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            for (String part : parts) {
                try (InputStream in = Assets.class.getResourceAsStream(part)) {
                    Objects.requireNonNull(in, part).transferTo(all);
                } catch (IOException e) {
                    throw new UncheckedIOException(part, e);
                }
            }
            byte[] content = all.toByteArray();
            return new Asset(stem + "." + hash(content) + "." + ending, contentType, content);
        }

        private static String hash(byte[] content) {
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
                return HexFormat.of().formatHex(Arrays.copyOf(digest, HASH_BYTES));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }
    }

    private final Asset style = Asset.of("style", "css", "text/css", "base.css", "search.css", "hits.css",
            "article.css", "charts.css", "typing.css", "print.css");
    private final Asset script = Asset.of("page", "js", "text/javascript", "results.js", "facets.js", "time.js",
            "typing.js", "page.js");
    private final Asset icon = Asset.of("icon", "svg", "image/svg+xml", "icon.svg");
    private final Map<String, Asset> byName = Stream.of(style, script, icon)
            .collect(Collectors.toMap(Asset::name, Function.identity()));

    String styleUrl() {
        return PATH + style.name();
    }

    String scriptUrl() {
        return PATH + script.name();
    }

    String iconUrl() {
        return PATH + icon.name();
    }

    /** {@code /static/{name}}. Only names that are known are answered, so no path can climb out. */
    void serve(Context context) {
        Asset asset = byName.get(context.pathParam("name"));
        if (asset == null) {
            throw new NotFoundResponse("There is no such file.");
        }
        context.header("Cache-Control", FOR_GOOD).contentType(asset.contentType()).result(asset.content());
    }
}
