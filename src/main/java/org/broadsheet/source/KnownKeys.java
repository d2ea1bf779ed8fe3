package org.broadsheet.source;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The keys that mean something, and which of them a mistyped one was probably meant to be. */
final class KnownKeys {

    private static final List<String> KNOWN = List.of("title", "excerpt", "description", "summary", "provider",
            "source",
            "publisher", "topics", "tags", "categories", "keywords", "publishedDateTime", "date", "pubDate", "type",
            "category", "quality", "heat", "published", "draft", "removed", "webUrl", "originalUrl", "url", "link",
            "images", "image", "related", "body", "content", "path", "id");

    /** Common in archives, and left unread on purpose. */
    private static final List<String> IGNORED = List.of("secured", "featuredContent", "ampWebUrl", "cdnAmpWebUrl");

    private static final Map<String, String> BY_LETTERS = new HashMap<>();

    static {
        KNOWN.forEach(key -> BY_LETTERS.put(letters(key), key));
    }

    /** Keys this short are near too many others. */
    private static final int SHORT = 4;

    private KnownKeys() {}

    /** The key that was meant; null if the key is right, or like no other. */
    static String meant(String key) {
        if (KNOWN.contains(key) || IGNORED.contains(key)) {
            return null;
        }
        String letters = letters(key);
        if (BY_LETTERS.containsKey(letters)) {
            return BY_LETTERS.get(letters);
        }
        for (String known : KNOWN) {
            String wanted = letters(known);
            int allowed = wanted.length() <= SHORT ? 0 : wanted.length() <= 2 * SHORT ? 1 : 2;
            if (Math.abs(wanted.length() - letters.length()) <= allowed && distance(wanted, letters) <= allowed) {
                return known;
            }
        }
        return null;
    }

    /** {@code web_url}, {@code Web-URL} and {@code webUrl} are alike. */
    private static String letters(String key) {
        return key.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }

    /** Letters to be added, left out, replaced or swapped with their neighbour. */
    private static int distance(String one, String other) {
        int[][] edits = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    edits[i][j] = i + j;
                    continue;
                }
                int replaced = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                edits[i][j] = Math.min(Math.min(edits[i - 1][j], edits[i][j - 1]) + 1, edits[i - 1][j - 1] + replaced);
                if (i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    edits[i][j] = Math.min(edits[i][j], edits[i - 2][j - 2] + 1);
                }
            }
        }
        return edits[one.length()][other.length()];
    }
}
