package org.broadsheet.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** All articles in a file with one JSON object on each line. */
final class LinesWalk {

    private static final int BUFFER_BYTES = 1 << 16;

    /** What names the article of a line; its number where all are missing. */
    private static final List<String> NAMES = List.of("path", "id", "webUrl");

    private static final int MAX_NAME_LENGTH = 2048;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int at; // in the buffer
    private int filled;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private boolean tooLong;

    private LinesWalk(InputStream in) {
        this.in = in;
    }

    static void walk(Path file, Found found) throws IOException {
        long modified = Files.getLastModifiedTime(file).toMillis();
        try (InputStream raw = Files.newInputStream(file)) {
            boolean packed = file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".gz");
            LinesWalk lines = new LinesWalk(packed ? new GZIPInputStream(raw, BUFFER_BYTES) : raw);
            for (int number = 1; lines.next(); number++) {
                lines.pass(number, modified, found);
            }
        }
    }

    private void pass(int number, long modified, Found found) {
        if (tooLong) {
            found.reject(String.valueOf(number), number, SourceFile.TOO_LARGE);
            return;
        }
        byte[] bytes = line.toByteArray();
        if (new String(bytes, StandardCharsets.ISO_8859_1).isBlank()) {
            return;
        }
        String within = name(bytes, number);
        if (found.isNew(within, number)) {
            found.accept(SourceFile.ofLine(found.path(within), number, modified, bytes));
        }
    }

    /** The line's own name for its article. A line that cannot be read has none; its reader will say why. */
    private static String name(byte[] bytes, int number) {
        try {
            Value.Mapping object = JsonTree.read(Utf8.decode(bytes, number), number);
            for (Value value : object.all(NAMES)) {
                if (value instanceof Value.Text text && !text.text().isBlank()
                        && text.text().length() <= MAX_NAME_LENGTH) {
                    return Quoted.oneLine(text.text()).strip();
                }
            }
        } catch (UnusableException e) {
            // rejected when it is read, with its position
        }
        return String.valueOf(number);
    }

    /** Moves to the next line, without its end; false at the end of the file. */
    private boolean next() throws IOException {
        line.reset();
        tooLong = false;
        boolean any = false;
        while (at < filled || fill()) {
            any = true;
            int start = at;
            while (at < filled && buffer[at] != '\n') {
                at++;
            }
            append(start, at - start);
            if (at < filled) {
                at++;
                return true;
            }
        }
        return any;
    }

    private boolean fill() throws IOException {
        at = 0;
        filled = Math.max(0, in.read(buffer));
        return filled > 0;
    }

    private void append(int start, int length) {
        tooLong |= line.size() + length > SourceFile.MAX_BYTES;
        if (!tooLong) {
            line.write(buffer, start, length);
        }
    }
}
