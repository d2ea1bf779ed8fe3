package org.broadsheet.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What a start needs, noted beforehand: it may make a start quicker, and must change nothing else. */
class PrepareIT {

    private static final String[] SEARCH = {"search", "--format", "csv", "facial"};

    @TempDir
    private Path folder;
    private Path copy;
    private Path noted;

    /** A distribution to spoil. */
    @BeforeEach
    void copyDistribution() throws IOException {
        Path original = Program.script().getParent().getParent();
        copy = folder.resolve("a copy"); // with a space, as on many a desktop
        try (Stream<Path> files = Files.walk(original)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(original.relativize(file).toString()));
            }
        }
        noted = copy.resolve("lib/broadsheet.aot");
        Files.deleteIfExists(noted);
    }

    @Test
    void prepare_notesWhatAStartNeeds_andWhatDoesNotFitIsIgnoredWithoutAWord() throws Exception {
        program().run("index", Program.seeds().toString());
        Program.Ended before = program().run(SEARCH);
        assertThat(before.status()).isZero();
        assertThat(before.outLines()).hasSizeGreaterThan(1);

        Program.Ended prepared = program().run("prepare");
        assertThat(prepared.err()).isEqualTo("Later starts take less time.\n");
        assertThat(prepared.out()).isEmpty();
        assertThat(prepared.status()).isZero();
        try (Stream<Path> lib = Files.list(copy.resolve("lib"))) {
            assertThat(lib.filter(file -> !file.toString().endsWith(".jar"))).containsExactly(noted);
        }
        assertThat(program().with("BROADSHEET_JAVA_OPTS", "-XX:AOTMode=on").run(SEARCH)).as("used").isEqualTo(before);

        for (String options : new String[]{"-Xmx256m", "-XX:+UseG1GC", "-XX:+UseSerialGC",
                "-XX:+UseParallelGC -Xmx100m", "-XX:-UseCompressedOops", "-XX:+UseZGC"}) {
            assertThat(program().with("BROADSHEET_JAVA_OPTS", options).run(SEARCH)).as(options).isEqualTo(before);
        }

        byte[] whole = Files.readAllBytes(noted);
        Files.write(noted, Arrays.copyOf(whole, whole.length / 2));
        assertThat(program().run(SEARCH)).as("cut short").isEqualTo(before);
        Files.write(noted, new byte[0]);
        assertThat(program().run(SEARCH)).as("empty").isEqualTo(before);

        Files.write(noted, whole);
        try (Stream<Path> jars = Files.list(copy.resolve("lib"))) {
            for (Path jar : jars.filter(file -> file.toString().endsWith(".jar")).toList()) {
                Files.setLastModifiedTime(jar, FileTime.from(Instant.parse("2020-02-02T00:00:00Z")));
            }
        }
        assertThat(program().run(SEARCH)).as("other jars").isEqualTo(before);
    }

    private Program program() {
        return new Program(folder).by(copy.resolve("bin/broadsheet"));
    }
}
