package org.broadsheet.source;

import java.io.IOException;

/**
 * A file that should hold one article. Its size and time are known without opening it.
 *
 * <p>One from a folder holds nothing and reads its bytes when asked; one from an archive holds them. Whoever hands files
 * to other threads therefore bounds how many wait.
 */
public final class SourceFile {

    /** Larger files are rejected: an article is text, and 16 MiB are ten times the complete works of Shakespeare. */
    static final int MAX_BYTES = 16 << 20;

    static final String TOO_LARGE = "larger than 16 MiB";

    /** Where the bytes come from. */
    @FunctionalInterface
    interface Content {
        byte[] read() throws IOException;
    }

    private final String path;
    private final long size;
    private final long modifiedMillis;
    private final int jsonLine; // from 1; 0 for a file with front matter
    private final Content content;

    private SourceFile(String path, long size, long modifiedMillis, int jsonLine, Content content) {
        this.path = path;
        this.size = size;
        this.modifiedMillis = modifiedMillis;
        this.jsonLine = jsonLine;
        this.content = content;
    }

    /** A file with front matter. */
    static SourceFile of(String path, long size, long modifiedMillis, Content content) {
        return new SourceFile(path, size, modifiedMillis, 0, content);
    }

    /** A line of NDJSON, the number counting from 1. */
    static SourceFile ofLine(String path, int number, long modifiedMillis, byte[] line) {
        return new SourceFile(path, line.length, modifiedMillis, number, () -> line);
    }

    /** {@code source/path/in/source} with forward slashes: the path of its article. */
    public String path() {
        return path;
    }

    /** In bytes; of a line of NDJSON, without its end. */
    public long size() {
        return size;
    }

    /** When it was last changed, in milliseconds since 1970; 0 where unknown. Of NDJSON, the time of the whole file. */
    public long modifiedMillis() {
        return modifiedMillis;
    }

    /** The content, which may by now differ in size from {@link #size}. Not to be changed. */
    public byte[] bytes() throws IOException {
        return content.read();
    }

    boolean isJson() {
        return jsonLine > 0;
    }

    /** The line that its first line is in the file that a person would open. */
    int firstLine() {
        return Math.max(1, jsonLine);
    }

    @Override
    public String toString() {
        return path;
    }
}
