package org.broadsheet.source;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** All articles in a folder and the folders below it, in the order of their names. */
final class FolderWalk {

    private final Found found;

    FolderWalk(Found found) {
        this.found = found;
    }

    /** Throws only if the folder itself cannot be listed; what cannot be listed below it is rejected. */
    void walk(Path folder) throws IOException {
        for (String name : names(folder)) {
            visit(folder.resolve(name), name);
        }
    }

    private void visit(Path path, String within) {
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            return; // gone since the folder was listed
        } catch (IOException e) {
            found.reject(within, 1, "it cannot be looked at: " + e);
            return;
        }
        if (attributes.isDirectory()) {
            below(path, within);
        } else if (attributes.isRegularFile() && SourceKind.isArticle(within)) {
            found.fileInFolder(path, within, attributes);
        }
    }

    private void below(Path folder, String within) {
        List<String> names;
        try {
            names = names(folder);
        } catch (IOException e) {
            found.reject(within, 1, "the folder cannot be read: " + e);
            return;
        }
        for (String name : names) {
            visit(folder.resolve(name), within + "/" + name);
        }
    }

    /** Of what is not hidden in a folder, sorted. */
    private static List<String> names(Path folder) throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> listed = Files.newDirectoryStream(folder)) {
            for (Path child : listed) {
                String name = child.getFileName().toString();
                if (!name.startsWith(".")) {
                    names.add(name);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        names.sort(null);
        return names;
    }
}
