package org.broadsheet.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders of made articles, for tests of the whole program. */
final class ArchiveFiles {

    private ArchiveFiles() {}

    /** A folder of so many articles, each of which contains the word. */
    static Path folder(Path folder, int articles, String word) throws IOException {
        Files.createDirectories(folder);
        for (int i = 0; i < articles; i++) {
            article(folder.resolve(i + ".md"), word + " number " + i);
        }
        return folder;
    }

    static void article(Path file, String title) throws IOException {
        Files.writeString(file,
                "---\ntitle: " + title + "\ntopics: [Tests]\n---\n" + "A body of some length. ".repeat(20));
    }
}
