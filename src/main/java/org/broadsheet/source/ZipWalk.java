package org.broadsheet.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** All articles in a {@code .zip}, in the order of the archive; its directory is at its end, so that it is no stream. */
final class ZipWalk {

    private ZipWalk() {}

    static void walk(Path archive, Found found) throws IOException {
        try (ZipFile zip = open(archive)) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
                EntryName name = EntryName.of(entry.getName());
                if (!entry.isDirectory() && !entry.isUnixSymlink() && name.isWanted(found)) {
                    read(zip, entry, name.path(), found);
                }
            }
        }
    }

    private static ZipFile open(Path archive) throws IOException {
        try {
            return ZipFile.builder().setPath(archive).get();
        } catch (RuntimeException e) {
            throw new IOException("the archive's directory is damaged", e); // how the library meets some of that
        }
    }

    private static void read(ZipFile zip, ZipArchiveEntry entry, String within, Found found) throws IOException {
        if (!zip.canReadEntryData(entry)) {
            found.reject(within, 1, "it is encrypted, or compressed in a way that is not supported");
            return;
        }
        if (entry.getSize() > SourceFile.MAX_BYTES) {
            found.reject(within, 1, SourceFile.TOO_LARGE);
            return;
        }
        CRC32 checksum = new CRC32();
        byte[] bytes = content(zip, entry, checksum);
        if (bytes.length > SourceFile.MAX_BYTES) {
            found.reject(within, 1, SourceFile.TOO_LARGE);
        } else if (checksum.getValue() != entry.getCrc()) {
            throw new IOException("the checksum of " + entry.getName() + " is wrong");
        } else {
            long modified = Math.max(0, entry.getTime());
            found.accept(SourceFile.of(found.path(within), bytes.length, modified, () -> bytes));
        }
    }

    private static byte[] content(ZipFile zip, ZipArchiveEntry entry, CRC32 checksum) throws IOException {
        try (InputStream in = new CheckedInputStream(zip.getInputStream(entry), checksum)) {
            return in.readNBytes(SourceFile.MAX_BYTES + 1);
        } catch (RuntimeException e) {
            throw new IOException(entry.getName() + " is damaged", e);
        }
    }
}
