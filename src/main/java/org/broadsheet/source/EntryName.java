package org.broadsheet.source;

import java.util.ArrayList;
import java.util.List;

/**
 * The name of a file within an archive.
 *
 * @param path its elements joined by slashes, without those that stand for nothing ({@code ./}, {@code //})
 * @param leaves whether it points out of the archive: {@code ../}, an absolute path, a drive
 * @param hidden whether it or a folder on the way to it is
 */
record EntryName(String path, boolean leaves, boolean hidden) {

    /** In characters: what a file system takes. An archive's header can hold a mebibyte. */
    private static final int MAX_LENGTH = 4096;
    private static final int SHOWN_LENGTH = 200;

    /** Takes a name apart as it stands in an archive. */
    static EntryName of(String written) {
        boolean leaves = written.startsWith("/") || written.startsWith("\\") || hasDrive(written);
        boolean hidden = false;
        List<String> elements = new ArrayList<>();
        for (String element : written.split("/")) {
            leaves |= element.equals("..") || element.startsWith("..\\") || element.contains("\\..");
            hidden |= element.startsWith(".") && !element.equals(".") && !element.equals("..");
            if (!element.isEmpty() && !element.equals(".")) {
                elements.add(element);
            }
        }
        return new EntryName(String.join("/", elements), leaves, hidden);
    }

    private static boolean hasDrive(String written) {
        return written.length() > 2 && written.charAt(1) == ':'
                && (written.charAt(2) == '\\' || written.charAt(2) == '/');
    }

    /** Whether the entry should be read; one that leaves the archive is rejected, all else that is not is ignored. */
    boolean isWanted(Found found) {
        if (!SourceKind.isArticle(path) || hidden) {
            return false;
        }
        if (path.length() > MAX_LENGTH) {
            found.reject(path.substring(0, SHOWN_LENGTH) + "…", 1,
                    "its path is longer than " + MAX_LENGTH + " characters");
            return false;
        }
        if (leaves) {
            found.reject(path, 1, "its path leaves the archive");
            return false;
        }
        return found.isNew(path, 1);
    }
}
