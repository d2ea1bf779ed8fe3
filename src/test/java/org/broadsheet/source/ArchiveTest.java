package org.broadsheet.source;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

import org.broadsheet.source.Walks.Entry;
import org.broadsheet.source.Walks.Walk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.broadsheet.source.Walks.archive;
import static org.broadsheet.source.Walks.walk;

/** What is found in archives, whole and damaged. */
class ArchiveTest {

    @TempDir
    Path temp;

    @ParameterizedTest
    @ValueSource(strings = {"news.zip", "news.tar", "news.tar.gz", "news.tgz", "news.tar.xz", "news.txz"})
    void archive_entries(String kind) throws IOException {
        Path file = archive(temp.resolve(kind), Entry.article("b.md"), Entry.article("./a/ü.TXT"),
                Entry.article("notes.pdf"), Entry.article(".hidden.md"),
                Entry.article(".git/a.md"), Entry.article("a/._b.md"), Entry.link("link.md", "b.md"),
                Entry.article("long/" + "x".repeat(200) + ".md"));
        Walk walk = walk(file);
        assertThat(walk.paths()).containsExactly("news/b.md", "news/a/ü.TXT", "news/long/" + "x".repeat(200) + ".md");
        assertThat(walk.rejections()).isEmpty();
        SourceFile first = walk.files().getFirst();
        assertThat(first.bytes()).asString().isEqualTo(Walks.ARTICLE);
        assertThat(first.size()).isEqualTo(Walks.ARTICLE.length());
        assertThat(first.modifiedMillis()).isEqualTo(1_600_000_000_000L);
        assertThat(walk("n=" + file).paths()).first().isEqualTo("n/b.md");
    }

    @ParameterizedTest
    @ValueSource(strings = {"news.zip", "news.tar"})
    void archive_entriesThatLeaveIt(String kind) throws IOException {
        Walk walk = walk(archive(temp.resolve(kind), Entry.article("../up.md"), Entry.article("a/../../up.md"),
                Entry.article("/etc/root.md"),
                Entry.article("C:/drive.md"), Entry.article("a\\..\\..\\back.md"), Entry.article("../../etc/passwd"),
                Entry.article("fine..md")));
        assertThat(walk.paths()).containsExactly("news/fine..md");
        assertThat(walk.rejections()).hasSize(5)
                .allMatch(text -> text.endsWith(".md:1:1: its path leaves the archive"))
                .first()
                .isEqualTo("news/../up.md:1:1: its path leaves the archive");
    }

    @ParameterizedTest
    @ValueSource(strings = {"news.zip", "news.tar.gz"})
    void archive_twoEntriesOfOnePath(String kind) throws IOException {
        Walk walk = walk(archive(temp.resolve(kind), Entry.article("a.md"), Entry.of("./a.md", "second"),
                Entry.article("b.md")));
        assertThat(walk.paths()).containsExactly("news/a.md", "news/b.md");
        assertThat(walk.rejections()).containsExactly("news/a.md:1:1: a file of this path came before it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"news.zip", "news.tar.gz", "news.tar.xz"})
    void archive_bomb(String kind) throws IOException {
        Walk walk = walk(
                archive(temp.resolve(kind), new Entry("bomb.md", new byte[100 << 20], null), Entry.article("b.md"),
                        new Entry("limit.md", new byte[SourceFile.MAX_BYTES], null)));
        assertThat(walk.paths()).containsExactly("news/b.md", "news/limit.md");
        assertThat(walk.rejections()).containsExactly("news/bomb.md:1:1: larger than 16 MiB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"news.zip", "news.tar", "news.tar.gz", "news.tar.xz"})
    void archive_truncated(String kind) throws IOException {
        byte[] noise = new byte[50_000];
        new Random(1).nextBytes(noise);
        Path file = archive(temp.resolve(kind), Entry.article("a.md"), new Entry("b.md", noise, null),
                new Entry("c.md", noise, null));
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 3));
        assertThatThrownBy(() -> walk(file)).isInstanceOf(SourceException.class)
                .hasMessageStartingWith(file + ": it cannot be read to its end, replace it or leave it out (")
                .hasMessageMatching("[^\n]*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"news.zip", "news.tar", "news.tar.gz", "news.tar.xz", "news.ndjson.gz"})
    void archive_noArchive(String kind) throws IOException {
        byte[] noise = new byte[5_000];
        new Random(1).nextBytes(noise);
        Path file = Files.write(temp.resolve(kind), noise);
        assertThatThrownBy(() -> walk(file)).isInstanceOf(SourceException.class).hasMessageStartingWith(file + ": ");
        Files.write(file, new byte[0]);
        assertThatThrownBy(() -> walk(file)).isInstanceOf(SourceException.class).hasMessageStartingWith(file + ": ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"news.zip", "news.tar", "news.tar.gz", "news.tar.xz"})
    void archive_empty(String kind) throws IOException {
        Path file = archive(temp.resolve(kind), Entry.article("a.pdf"));
        assertThatThrownBy(() -> walk(file)).isInstanceOf(SourceException.class)
                .hasMessageStartingWith(file + ": there is no article in it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"news.zip", "news.tar", "news.tar.gz", "news.tar.xz", "news.ndjson.gz"})
    void archive_damagedAnywhere(String kind) throws IOException {
        Random random = new Random(11);
        byte[] whole = Files.readAllBytes(archive(temp.resolve(kind), Entry.article("a.md"), Entry.article("b/c.md"),
                Entry.link("d.md", "a.md")));
        for (int i = 0; i < 300; i++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            Path file = Files.write(temp.resolve(kind), damaged);
            try {
                walk(file);
            } catch (SourceException e) {
                assertThat(e).hasMessageStartingWith(file + ": ").hasMessageMatching("[^\n]*");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"news.zip", "news.tar"})
    void archive_consumerThrows(String kind) throws IOException {
        Source source = Source.of(archive(temp.resolve(kind), Entry.article("a.md")).toString());
        IllegalArgumentException own = new IllegalArgumentException("of the consumer");
        assertThatThrownBy(() -> source.forEach(file -> {
            throw own;
        }, rejection -> {})).isSameAs(own);
    }

    @Test
    void zip_wrongChecksum() throws IOException {
        Path file = archive(temp.resolve("news.zip"), Entry.article("a.md"));
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 0; i < bytes.length - 4; i++) {
            if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1 && bytes[i + 3] == 2) {
                bytes[i + 16]++; // of the directory's first entry
            }
        }
        Files.write(file, bytes);
        assertThatThrownBy(() -> walk(file)).isInstanceOf(SourceException.class)
                .hasMessageEndingWith("(the checksum of a.md is wrong)");
    }

    @Test
    void tar_headerBomb() throws IOException {
        byte[] tar = Walks.tar(new Entry("x", new byte[64 << 20], null), Entry.article("a.md"));
        tar[156] = 'L'; // the 64 MiB are now the next entry's name
        for (int i = 148, sum = checksum(tar); i < 154; i++) {
            tar[i] = (byte) ('0' + (sum >> 3 * (153 - i) & 7));
        }
        Path file = temp.resolve("news.tar.gz");
        try (OutputStream out = Walks.packing(file)) {
            out.write(tar);
        }
        assertThatThrownBy(() -> walk(file)).isInstanceOf(SourceException.class)
                .hasMessageEndingWith("(a header is larger than 1 MiB)");
    }

    private static int checksum(byte[] header) {
        int sum = 0;
        for (int i = 0; i < 512; i++) {
            sum += i >= 148 && i < 156 ? ' ' : header[i] & 0xFF;
        }
        return sum;
    }
}
