package org.broadsheet.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

import org.broadsheet.article.SafeText;

/** What a walk has found: passes it on, each path once, and knows whether there was anything. */
final class Found {

    /** What stands in a path for what a path cannot hold, and for bytes that are no UTF-8. */
    private static final String REPLACED = "\uFFFD";
    private static final OpenOption[] FOLLOWING = {};
    private static final OpenOption[] NOT_FOLLOWING = {LinkOption.NOFOLLOW_LINKS};

    private final String source;
    private final Consumer<SourceFile> files;
    private final Consumer<Rejection> rejections;
    private final Set<String> paths = new HashSet<>();
    private boolean empty = true;

    Found(String source, Consumer<SourceFile> files, Consumer<Rejection> rejections) {
        this.source = source;
        this.files = files;
        this.rejections = rejections;
    }

    boolean isEmpty() {
        return empty;
    }

    /**
     * The path of an article that stands at a place within the source. A name can hold anything, a path nothing that
     * acts on the line it is printed on.
     */
    String path(String within) {
        return SafeText.of(source + "/" + within);
    }

    /** Whether the path has not been taken; a file that comes second is rejected. */
    boolean isNew(String within, int line) {
        boolean added = paths.add(SafeText.of(within));
        if (!added) {
            reject(within, line, "a file of this path came before it");
        }
        return added;
    }

    void accept(SourceFile file) {
        empty = false;
        files.accept(file);
    }

    void reject(String within, int line, String reason) {
        empty = false;
        rejections.accept(new Rejection(path(within), line, 1, reason));
    }

    /** A file of its own, that the person named: also behind a link. */
    void file(Path file, String within) throws IOException {
        file(file, within, Files.readAttributes(file, BasicFileAttributes.class), FOLLOWING);
    }

    /** A file in a folder; it was no link when the folder was listed, and must be none when it is opened. */
    void fileInFolder(Path file, String within, BasicFileAttributes attributes) {
        // Names in a folder differ, but those that are not safe may not as paths.
        if (!within.contains(REPLACED) && SafeText.isSafe(within) || isNew(within, 1)) {
            file(file, within, attributes, NOT_FOLLOWING);
        }
    }

    private void file(Path file, String within, BasicFileAttributes attributes, OpenOption[] options) {
        if (attributes.size() > SourceFile.MAX_BYTES) {
            reject(within, 1, SourceFile.TOO_LARGE);
            return;
        }
        accept(SourceFile.of(path(within), attributes.size(), attributes.lastModifiedTime().toMillis(), () -> {
            try (InputStream in = Files.newInputStream(file, options)) {
                return in.readNBytes(SourceFile.MAX_BYTES + 1); // one more, should it have grown
            }
        }));
    }

    /** A file in an archive, its content at hand. Reads no more of it than a file may have. */
    void entry(String within, long modifiedMillis, InputStream content) throws IOException {
        byte[] bytes = content.readNBytes(SourceFile.MAX_BYTES + 1);
        if (bytes.length > SourceFile.MAX_BYTES) {
            reject(within, 1, SourceFile.TOO_LARGE);
        } else {
            accept(SourceFile.of(path(within), bytes.length, modifiedMillis, () -> bytes));
        }
    }
}
