package org.broadsheet.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.broadsheet.source.Walks.Walk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.broadsheet.source.Walks.ARTICLE;
import static org.broadsheet.source.Walks.walk;
import static org.broadsheet.source.Walks.write;

/** How sources are named, and what is found in folders and single files. */
class SourceTest {

    @TempDir
    Path temp;

    @ParameterizedTest
    @CsvSource({"diablo4.tar.xz, diablo4", "News.TAR.GZ, News", "a.tgz, a", "a.b.zip, a.b", "one.md, one",
            "one.markdown, one", "lines.ndjson.gz, lines",
            "lines.jsonl, lines", "x.yml, x", ".md.txt, .md", "a=b.md, a=b"})
    void name_ofFile(String file, String name) throws IOException {
        Source source = Source.of(write(temp.resolve(file), ARTICLE).toString());
        assertThat(source.name()).isEqualTo(name);
        assertThat(source.location()).isEqualTo(temp.resolve(file));
    }

    @Test
    void name_ofFolder() throws IOException {
        Files.createDirectories(temp.resolve("news.zip/2021=x"));
        assertThat(Source.of(temp + "/news.zip").name()).isEqualTo("news.zip");
        assertThat(Source.of(temp + "/news.zip/").name()).isEqualTo("news.zip");
        assertThat(Source.of(temp + "/news.zip/.").name()).isEqualTo("news.zip");
        assertThat(Source.of(temp + "/news.zip/2021=x").name()).isEqualTo("2021=x");
        assertThat(Source.of("other=" + temp + "/news.zip/2021=x")).hasToString("other=" + temp + "/news.zip/2021=x");
        assertThat(Source.of(".").name()).isEqualTo(Path.of("").toAbsolutePath().getFileName().toString());
    }

    @Test
    void of_remembered() throws IOException {
        Path file = write(temp.resolve("a=b=c.md"), ARTICLE);
        Source source = Source.of("n", file);
        assertThat(source.name()).isEqualTo("n");
        assertThat(source.location()).isEqualTo(file);
    }

    @Test
    void of_missing() {
        assertThatThrownBy(() -> Source.of("no-such-folder")).isInstanceOf(SourceException.class)
                .hasMessage("no-such-folder: there is no such file or folder");
        assertThatThrownBy(() -> Source.of("n=no-such-folder"))
                .hasMessage("no-such-folder: there is no such file or folder");
        assertThatThrownBy(() -> Source.of("no/such=folder"))
                .hasMessage("no/such=folder: there is no such file or folder");
    }

    @Test
    void of_notASource() throws IOException {
        Path file = write(temp.resolve("a.pdf"), "x");
        assertThatThrownBy(() -> Source.of(file.toString())).isInstanceOf(SourceException.class)
                .hasMessageStartingWith(file + ": not a source; give a folder, an article");
    }

    @ParameterizedTest
    @CsvSource({"=x, =x: a source is written PATH or NAME=PATH", "n=, n=: a source is written PATH or NAME=PATH",
            "'', a source is missing its path: write PATH or NAME=PATH", "/, '/: give it a name, as in NAME=/'"})
    void of_badlyWritten(String argument, String message) {
        assertThatThrownBy(() -> Source.of(argument)).isInstanceOf(SourceException.class).hasMessage(message);
    }

    @Test
    void all_twoOfOneName() throws IOException {
        Path one = write(temp.resolve("a/news.md"), ARTICLE);
        Path two = write(temp.resolve("b/news.txt"), ARTICLE);
        assertThatThrownBy(() -> Source.all(List.of(one.toString(), two.toString())))
                .isInstanceOf(SourceException.class)
                .hasMessage("two sources are named news: %s and %s; name one of them apart, as in other=%s", one, two,
                        two);
        assertThat(Source.all(List.of(one.toString(), "other=" + two))).extracting(Source::name)
                .containsExactly("news", "other");
    }

    @Test
    void folder_walkedInOrder() throws IOException {
        for (String file : List.of("b.md", "a.txt", "c/d.YAML", "c/a/x.Markdown", "c/a.yml", "B.md", "notes.pdf",
                "README", ".hidden.md", ".git/x.md", "c/.x/y.md")) {
            write(temp.resolve("news").resolve(file), ARTICLE);
        }
        Walk walk = walk(temp.resolve("news"));
        assertThat(walk.paths()).containsExactly("news/B.md", "news/a.txt", "news/b.md", "news/c/a/x.Markdown",
                "news/c/a.yml", "news/c/d.YAML");
        assertThat(walk.rejections()).isEmpty();
    }

    @Test
    void folder_filesAreReadLate() throws IOException {
        Path file = write(temp.resolve("news/a.md"), "old");
        SourceFile found = walk(temp.resolve("news")).files().getFirst();
        assertThat(found.size()).isEqualTo(3);
        assertThat(found.modifiedMillis()).isEqualTo(Files.getLastModifiedTime(file).toMillis());
        Files.writeString(file, "newer");
        assertThat(found.bytes()).asString().isEqualTo("newer");
    }

    @Test
    void folder_linksAreNotFollowed() throws IOException {
        Path news = temp.resolve("news");
        write(news.resolve("a.md"), ARTICLE);
        Path outside = write(temp.resolve("outside/x.md"), ARTICLE);
        Files.createSymbolicLink(news.resolve("loop"), news);
        Files.createSymbolicLink(news.resolve("outside"), outside.getParent());
        Files.createSymbolicLink(news.resolve("x.md"), outside);
        assertThat(walk(news).paths()).containsExactly("news/a.md");
    }

    @Test
    void folder_fileThatBecameALinkIsNotRead() throws IOException {
        Path file = write(temp.resolve("news/a.md"), ARTICLE);
        SourceFile found = walk(temp.resolve("news")).files().getFirst();
        Path outside = write(temp.resolve("outside.md"), ARTICLE);
        Files.delete(file);
        Files.createSymbolicLink(file, outside);
        assertThat(Reads.rejected(new ArticleReader().read(found))).startsWith("news/a.md:1:1: it cannot be read: ");
    }

    @Test
    void folder_behindALink() throws IOException {
        write(temp.resolve("news/a.md"), ARTICLE);
        Files.createSymbolicLink(temp.resolve("link"), temp.resolve("news"));
        assertThat(walk(temp.resolve("link")).paths()).containsExactly("link/a.md");
    }

    @Test
    void folder_empty() throws IOException {
        write(temp.resolve("news/a.pdf"), "x");
        assertThatThrownBy(() -> walk(temp.resolve("news"))).isInstanceOf(SourceException.class)
                .hasMessage(temp.resolve("news")
                        + ": there is no article in it; articles end in .md, .markdown, .txt, .yaml or .yml");
    }

    @Test
    void folder_goneSinceItWasNamed() throws IOException {
        Path news = Files.createDirectory(temp.resolve("news"));
        Source source = Source.of(news.toString());
        Files.delete(news);
        assertThatThrownBy(() -> source.forEach(file -> {}, rejection -> {})).isInstanceOf(SourceException.class)
                .hasMessageStartingWith(news + ": it cannot be read");
    }

    @Test
    void file_tooLarge() throws IOException {
        Files.write(write(temp.resolve("news/large.md"), ""), new byte[SourceFile.MAX_BYTES + 1]);
        Walk walk = walk(temp.resolve("news"));
        assertThat(walk.files()).isEmpty();
        assertThat(walk.rejections()).containsExactly("news/large.md:1:1: larger than 16 MiB");
    }

    @Test
    void file_alone() throws IOException {
        Path file = write(temp.resolve(".one.md"), ARTICLE);
        assertThat(walk(file).paths()).containsExactly(".one/.one.md");
        assertThat(walk("n=" + file).paths()).containsExactly("n/.one.md");
    }
}
