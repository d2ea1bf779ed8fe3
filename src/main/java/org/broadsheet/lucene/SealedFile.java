package org.broadsheet.lucene;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file whose last bytes are the checksum of all before, so that a change anywhere in it is seen. The checksum is text,
 * to stand in the comment with which a zip file ends.
 */
final class SealedFile {

    /** As many characters as the checksum, which is yet to come. */
    static final String UNSEALED = "0".repeat(64);

    private static final int BUFFER_BYTES = 1 << 16;

    private SealedFile() {}

    /** Replaces the {@link #UNSEALED} with which a file ends, and has the system write all of it to the disk. */
    static void seal(Path file) throws IOException {
        byte[] seal = checksum(file).getBytes(StandardCharsets.US_ASCII);
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.seek(out.length() - seal.length);
            out.write(seal);
            out.getFD().sync();
        }
    }

    /** Whether a file is as it was when it was sealed; false also of any other file. */
    static boolean isWhole(Path file) throws IOException {
        if (Files.size(file) < UNSEALED.length()) {
            return false;
        }
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            byte[] seal = new byte[UNSEALED.length()];
            in.seek(in.length() - seal.length);
            in.readFully(seal);
            return new String(seal, StandardCharsets.ISO_8859_1).equals(checksum(file));
        }
    }

    /** SHA-256, in hexadecimal digits, of all but the end. */
    private static String checksum(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            long left = Files.size(file) - UNSEALED.length();
            while (left > 0) {
                int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
                if (read < 0) {
                    throw new IOException(file + " became shorter while it was read");
                }
                digest.update(buffer, 0, read);
                left -= read;
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
