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
        children(folder, "").forEach(this::visit);
    }

    /**
     * What stands in a folder.
     *
     * @param within its place in the source
     * @param attributes null where they could not be read
     * @param trouble why not, or null
     */
    private record Child(Path path, String within, BasicFileAttributes attributes, IOException trouble) {

        static Child of(Path path, String within) {
            try {
                return new Child(path, within,
                        Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS), null);
            } catch (IOException e) {
                return new Child(path, within, null, e);
            }
        }
    }

    private void visit(Child child) {
        if (child.trouble() instanceof NoSuchFileException) {
            return; // gone since the folder was listed
        }
        if (child.trouble() != null) {
            found.reject(child.within(), 1, "it cannot be looked at: " + child.trouble());
        } else if (child.attributes().isDirectory()) {
            below(child.path(), child.within());
        } else if (child.attributes().isRegularFile() && SourceKind.isArticle(child.within())) {
            found.fileInFolder(child.path(), child.within(), child.attributes());
        }
    }

    private void below(Path folder, String within) {
        List<Child> children;
        try {
            children = children(folder, within + "/");
        } catch (IOException e) {
            found.reject(within, 1, "the folder cannot be read: " + e);
            return;
        }
        children.forEach(this::visit);
    }

    /** In the order of their names. To look at a file is a call of the system, and most of an update: so side by side. */
    private static List<Child> children(Path folder, String before) throws IOException {
        return names(folder).parallelStream().map(name -> Child.of(folder.resolve(name), before + name)).toList();
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
