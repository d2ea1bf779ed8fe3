package org.broadsheet.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** An index on a small disk of its own, which becomes full or may not be written to. */
class DiskIT {

    private static final String SIZE = "2m";

    @TempDir
    private Path folder;
    private Path disk;

    @BeforeEach
    void aSmallDisk() throws Exception {
        disk = Files.createDirectory(folder.resolve("disk"));
        boolean mounted = succeeds("mount", "-t", "tmpfs", "-o", "size=" + SIZE, "tmpfs", disk.toString());
        if (!mounted) {
            System.err.println("DiskIT is left out: no file system may be mounted here");
        }
        assumeTrue(mounted, "a file system may be mounted");
    }

    @AfterEach
    void noDisk() throws Exception {
        succeeds("umount", "-l", disk.toString());
    }

    @Test
    void fullDisk_isOneLine_andTheOldIndexGoesOnAnswering() throws Exception {
        Path news = ArchiveFiles.folder(folder.resolve("news"), 3, "walrus");
        Path large = largeArchive();
        String index = disk.resolve("index").toString();
        assertThat(new Program(folder).run("index", "--index", index, news.toString()).status()).isZero();
        try (Server server = new Server(folder, "--index", index)) {
            for (List<String> writing : List.of(List.of("index", "--rebuild", "--index", index, large.toString()),
                    List.of("index", "--index", index, large.toString()))) {
                Program.Ended ended = new Program(folder).run(writing.toArray(String[]::new));
                assertThat(ended.status()).isEqualTo(3);
                assertThat(ended.errLines()).last().asString().contains("No space left on device");
                assertThat(server.count("walrus")).isEqualTo(3);
                assertThat(server.count("heron")).isZero();
            }
            ArchiveFiles.article(news.resolve("late.md"), "quokka");
            assertThat(new Program(folder).run("index", "--index", index, news.toString()).outLines())
                    .containsExactly("1 added, 0 updated, 0 removed, 3 unchanged, 0 rejected");
            Server.await(() -> server.count("quokka") == 1);
        }
    }

    @Test
    void serve_ofAnIndexThatMayNotBeWritten_servesItAsItIs() throws Exception {
        Path news = ArchiveFiles.folder(folder.resolve("news"), 3, "walrus");
        String index = disk.resolve("index").toString();
        assertThat(new Program(folder).run("index", "--index", index, news.toString()).status()).isZero();
        ArchiveFiles.article(news.resolve("late.md"), "quokka");
        assertThat(succeeds("mount", "-o", "remount,ro", disk.toString())).isTrue();
        try (Server server = new Server(folder, "--index", index, "--watch", news.toString())) {
            assertThat(server.count("walrus")).isEqualTo(3);
            assertThat(server.count("quokka")).isZero();
            assertThat(server.get("/health/ready").statusCode()).isEqualTo(200);
        }
        Program.Ended update = new Program(folder).run("index", "--index", index, news.toString());
        assertThat(update.status()).isEqualTo(3);
        assertThat(update.errLines()).singleElement().asString().contains(index);
    }

    /** Ten times what fits on the disk. */
    private Path largeArchive() throws IOException {
        Path large = Files.createDirectories(folder.resolve("large"));
        for (int i = 0; i < 100; i++) {
            StringBuilder body = new StringBuilder();
            for (int word = 0; word < 20_000; word++) {
                body.append(Integer.toString(i * 20_000 + word, Character.MAX_RADIX)).append(' ');
            }
            Files.writeString(large.resolve(i + ".md"), "---\ntitle: heron " + i + "\n---\n" + body);
        }
        return large;
    }

    private static boolean succeeds(String... command) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            return false; // there is no such command
        }
        return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    }
}
