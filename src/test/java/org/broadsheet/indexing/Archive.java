package org.broadsheet.indexing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Folders of articles, and what an index should hold of them. */
final class Archive {

    /** What a file is like. */
    sealed interface Content {
        record Good(String title) implements Content {}

        record Removed() implements Content {}

        record Broken() implements Content {}
    }

    private final Path folder;
    private final Map<String, Content> files = new TreeMap<>();
    private Instant clock = Instant.now().minus(Duration.ofHours(1));

    Archive(Path folder) {
        this.folder = folder;
    }

    Path source(String name) {
        return folder.resolve(name);
    }

    /** All files by the path of their article. */
    Map<String, Content> files() {
        return files;
    }

    /** @param settled whether it was written some time ago, rather than just now */
    void write(String path, Content content, boolean settled) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, switch (content) {
                case Content.Good(String title) -> "---\ntitle: " + title + "\n---\n";
                case Content.Removed() -> "---\ntitle: Gone\nremoved: true\n---\n";
                case Content.Broken() -> "---\ntitle: [\n---\n";
            });
            if (settled) {
                clock = clock.plusMillis(1);
                Files.setLastModifiedTime(file, FileTime.from(clock));
            }
            files.put(path, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(String path, String title) {
        write(path, new Content.Good(title), true);
    }

    void delete(String path) {
        try {
            Files.delete(folder.resolve(path));
            files.remove(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
