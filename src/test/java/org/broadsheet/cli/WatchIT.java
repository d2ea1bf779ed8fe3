package org.broadsheet.cli;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Commands that follow files, and what they leave to others. */
class WatchIT {

    @TempDir
    private Path folder;

    @Test
    void serveWatch_showsWhatChanges_andLetsOthersIndex() throws Exception {
        Path news = ArchiveFiles.folder(folder.resolve("news"), 3, "walrus");
        Path blog = ArchiveFiles.folder(folder.resolve("blog"), 2, "heron");
        try (Server server = new Server(folder, "--watch", news.toString())) {
            assertThat(server.count("walrus")).isEqualTo(3);
            ArchiveFiles.article(Files.createDirectories(news.resolve("new/folder")).resolve("late.md"), "quokka");
            Server.await(() -> server.count("quokka") == 1);
            assertThat(new Program(folder).run("index", blog.toString()).status()).isZero();
            Server.await(() -> server.count("heron") == 2);
            Files.delete(news.resolve("0.md"));
            Server.await(() -> server.count("walrus") == 2);
            assertThat(server.count("heron")).as("another source").isEqualTo(2);
        }
    }

    @Test
    void indexWatch_followsFiles_whileAServerReads() throws Exception {
        Path news = ArchiveFiles.folder(folder.resolve("news"), 3, "walrus");
        Process watching = new Program(folder).start("index", "--watch", news.toString());
        try {
            Server.await(() -> new Program(folder).run("info").status() == 0);
            try (Server server = new Server(folder)) {
                assertThat(server.count("walrus")).isEqualTo(3);
                ArchiveFiles.article(news.resolve("late.md"), "quokka");
                Server.await(() -> server.count("quokka") == 1);
                Files.delete(news.resolve("0.md"));
                Server.await(() -> server.count("walrus") == 2);
            }
        } finally {
            watching.destroyForcibly();
        }
    }

    @Test
    void damagedIndex_isToldByTheServer_andMendedUnderIt() throws Exception {
        Path news = ArchiveFiles.folder(folder.resolve("news"), 3, "walrus");
        new Program(folder).run("index", news.toString());
        try (Server server = new Server(folder)) {
            assertThat(server.get("/health/ready").statusCode()).isEqualTo(200);
            try (var files = Files.list(folder.resolve("index"))) {
                Path commit = files.filter(file -> file.getFileName().toString().startsWith("segments_"))
                        .findFirst()
                        .orElseThrow();
                Files.write(commit, new byte[]{1, 2, 3});
            }
            Server.await(() -> server.get("/health/ready").statusCode() == 503);
            assertThat(server.get("/health/ready").body()).contains("broadsheet index --rebuild");
            assertThat(server.count("walrus")).as("the state before").isEqualTo(3);
            Program.Ended info = new Program(folder).run("info");
            assertThat(info.status()).isEqualTo(3);
            assertThat(info.errLines()).singleElement().asString().contains("index --rebuild --index");

            ArchiveFiles.article(news.resolve("new.md"), "quokka");
            assertThat(new Program(folder).run("index", "--rebuild", news.toString()).status()).isZero();
            Server.await(() -> server.count("quokka") == 1 && server.get("/health/ready").statusCode() == 200);
        }
    }
}
