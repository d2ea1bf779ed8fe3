package org.broadsheet.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the files of an evaluation, given line by line. */
record EvaluationFiles(Path folder) {

    Path queries(String... lines) {
        return write("queries.tsv", lines);
    }

    Path judgments(String... lines) {
        return write("qrels.txt", lines);
    }

    Path exclusions(String... lines) {
        return write("sources.tsv", lines);
    }

    Path run(String... lines) {
        return write("earlier.run", lines);
    }

    private Path write(String name, String... lines) {
        try {
            return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
