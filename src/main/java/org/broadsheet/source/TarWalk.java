package org.broadsheet.source;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** All articles in a {@code .tar}, {@code .tar.gz} or {@code .tar.xz}, in the order of the archive. */
final class TarWalk {

    private static final int BUFFER_BYTES = 1 << 16;

    /** What {@code xz -9} needs is 65 MiB; a file can ask for 4 GiB. */
    private static final int MAX_XZ_KIBIBYTES = 100 << 10;

    /** A header with a long name or attributes; the library reads any length into memory. */
    private static final long MAX_HEADER_BYTES = 1 << 20;

    private TarWalk() {}

    static void walk(Path archive, Found found) throws IOException {
        try (InputStream file = Files.newInputStream(archive);
                Headers headers = new Headers(unpacked(archive, new BufferedInputStream(file, BUFFER_BYTES)));
                TarArchiveInputStream tar = new TarArchiveInputStream(headers)) {
            byte[] rest = new byte[BUFFER_BYTES];
            for (TarArchiveEntry entry; (entry = next(tar, headers)) != null;) {
                if (!entry.isCheckSumOK()) {
                    throw new IOException("a header's checksum is wrong");
                }
                EntryName name = EntryName.of(entry.getName());
                if (entry.isFile() && !entry.isLink() && !entry.isSymbolicLink() && name.isWanted(found)) {
                    found.entry(name.path(), entry.getLastModifiedDate().getTime(), tar);
                }
                while (tar.read(rest) >= 0) {
                } // to where the next header begins
            }
        }
    }

    private static TarArchiveEntry next(TarArchiveInputStream tar, Headers headers) throws IOException {
        headers.left = MAX_HEADER_BYTES;
        try {
            return tar.getNextEntry();
        } catch (RuntimeException e) {
            throw new IOException("a header is damaged", e); // how the library meets some of that
        } finally {
            headers.left = Long.MAX_VALUE;
        }
    }

    private static InputStream unpacked(Path archive, InputStream in) throws IOException {
        String name = archive.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith("gz")) {
            return new BufferedInputStream(new GZIPInputStream(in, BUFFER_BYTES), BUFFER_BYTES);
        }
        return name.endsWith("xz")
                ? new BufferedInputStream(new XZInputStream(in, MAX_XZ_KIBIBYTES), BUFFER_BYTES)
                : in;
    }

    /** Bounds what the library reads between two files. */
    private static final class Headers extends FilterInputStream {

        private long left = Long.MAX_VALUE;

        Headers(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            require();
            int value = super.read();
            left -= value < 0 ? 0 : 1;
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            require();
            int read = super.read(buffer, offset, length);
            left -= Math.max(read, 0);
            return read;
        }

        @Override
        public long skip(long count) throws IOException {
            require();
            long skipped = super.skip(count);
            left -= skipped;
            return skipped;
        }

        private void require() throws IOException {
            if (left <= 0) {
                throw new IOException("a header is larger than 1 MiB");
            }
        }
    }
}
