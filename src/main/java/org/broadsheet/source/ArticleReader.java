package org.broadsheet.source;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Reads an article from a file, or says why it cannot be read. Safe for use by many threads at once; no content makes
 * it throw.
 */
public final class ArticleReader {

    /** 128 bits tell all versions of all files apart. */
    private static final int HASH_BYTES = 16;

    /**
     * A file and what came of reading it.
     *
     * @param text all of it; null, as values and body, if it could not be read so far
     */
    record Opened(Reading reading, String text, Value.Mapping values, String body) {}

    /** Reads the file's bytes and what they say. */
    public Reading read(SourceFile file) {
        return open(file).reading();
    }

    /** The same, for those who look closer. */
    Opened open(SourceFile file) {
        try {
            if (file.size() > SourceFile.MAX_BYTES) {
                throw new UnusableException(file.firstLine(), 1, SourceFile.TOO_LARGE);
            }
            byte[] bytes = file.bytes();
            if (bytes.length > SourceFile.MAX_BYTES) {
                throw new UnusableException(file.firstLine(), 1, SourceFile.TOO_LARGE);
            }
            return opened(file, bytes);
        } catch (UnusableException e) {
            return new Opened(new Reading.Rejected(e.rejection(file.path())), null, null, null);
        } catch (IOException e) {
            return rejected(file, "it cannot be read: " + e.getMessage());
        } catch (StackOverflowError e) {
            return rejected(file, "nested too deeply");
        } catch (RuntimeException e) {
            // A mistake of ours or of a library: one file must not end a run over a hundred thousand.
            return rejected(file, "it cannot be read: " + e);
        }
    }

    private static Opened rejected(SourceFile file, String reason) {
        Rejection rejection = new Rejection(file.path(), file.firstLine(), 1, reason);
        return new Opened(new Reading.Rejected(rejection), null, null, null);
    }

    private static Opened opened(SourceFile file, byte[] bytes) {
        String text = Utf8.decode(bytes, file.firstLine());
        Value.Mapping mapping;
        String body;
        if (file.isJson()) {
            mapping = JsonTree.read(text, file.firstLine());
            body = new ArticleValues(mapping).body();
        } else {
            FrontMatter parts = FrontMatter.of(text);
            mapping = mapping(parts.yaml());
            body = parts.body();
        }
        ArticleValues values = new ArticleValues(mapping);
        Reading reading = values.removed()
                ? new Reading.Removed(file.path())
                : new Reading.Accepted(values.article(file.path(), PlainText.of(body), file.firstLine()), hash(bytes));
        return new Opened(reading, text, mapping, body);
    }

    private static Value.Mapping mapping(String yaml) {
        Value.Mapping regular = RegularYaml.read(yaml, FrontMatter.FIRST_LINE);
        return regular != null ? regular : anyMapping(yaml);
    }

    private static Value.Mapping anyMapping(String yaml) {
        return switch (YamlTree.read(yaml, FrontMatter.FIRST_LINE)) {
            case Value.Mapping mapping -> mapping;
            case null -> throw new UnusableException(1, 1, "title is required, and the front matter is empty");
            case Value value -> throw new UnusableException(value, "the front matter must be keys with values");
        };
    }

    private static String hash(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
