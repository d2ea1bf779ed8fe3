package org.broadsheet.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Real files: the samples, and the archives of the folder beside the project where there is one. */
final class Corpus {

    private static final Path SHARED = Path.of(System.getProperty("broadsheet.shared", "../shared"));

    private Corpus() {}

    static List<SourceFile> seeds() {
        return files("seeds");
    }

    static List<SourceFile> archive(String name) {
        Path archive = SHARED.resolve("corpus").resolve(name);
        assumeTrue(Files.exists(archive), () -> archive + " is not there");
        return files(archive.toString());
    }

    private static List<SourceFile> files(String source) {
        List<SourceFile> files = new ArrayList<>();
        Source.of(source).forEach(files::add, rejection -> {
            throw new AssertionError(rejection.toString());
        });
        return files;
    }

    static String frontMatter(SourceFile file) {
        try {
            return FrontMatter.of(Utf8.decode(file.bytes(), 1)).yaml();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
