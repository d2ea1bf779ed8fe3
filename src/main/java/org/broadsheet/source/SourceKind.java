package org.broadsheet.source;

import java.util.List;
import java.util.Locale;

/** What a source is, told by the ending of its name. The longest ending that fits is the one. */
enum SourceKind {
    FOLDER,
    ARTICLE(".md", ".markdown", ".txt", ".yaml", ".yml"),
    ZIP(".zip"),
    TAR(".tar", ".tar.gz", ".tgz", ".tar.xz", ".txz"),
    LINES(".ndjson", ".jsonl", ".ndjson.gz", ".jsonl.gz");

    private final List<String> endings;

    SourceKind(String... endings) {
        this.endings = List.of(endings);
    }

    /** The kind of a file, or null where no article can be in it. */
    static SourceKind ofFile(String fileName) {
        for (SourceKind kind : values()) {
            if (kind.endingOf(fileName) > 0) {
                return kind;
            }
        }
        return null;
    }

    static boolean isArticle(String fileName) {
        return ARTICLE.endingOf(fileName) > 0;
    }

    /** The file's name less its ending: {@code diablo4.tar.xz} is {@code diablo4}. */
    static String withoutEnding(String fileName) {
        int longest = 0;
        for (SourceKind kind : values()) {
            longest = Math.max(longest, kind.endingOf(fileName));
        }
        return fileName.substring(0, fileName.length() - longest);
    }

    /** The length of the longest ending that leaves a name before it; 0 where none fits. */
    private int endingOf(String fileName) {
        String lower = fileName.toLowerCase(Locale.ROOT);
        int longest = 0;
        for (String ending : endings) {
            if (lower.length() > ending.length() && lower.endsWith(ending)) {
                longest = Math.max(longest, ending.length());
            }
        }
        return longest;
    }
}
