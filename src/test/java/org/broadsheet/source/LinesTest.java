package org.broadsheet.source;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import org.broadsheet.article.Article;
import org.broadsheet.article.Image;
import org.broadsheet.article.Provider;
import org.broadsheet.source.Walks.Walk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.broadsheet.source.Walks.walk;

/** NDJSON. */
class LinesTest {

    @TempDir
    Path temp;

    @ParameterizedTest
    @ValueSource(strings = {"n.ndjson", "n.jsonl", "n.ndjson.gz", "n.jsonl.gz"})
    void line_paths(String kind) throws IOException {
        Path file = temp.resolve(kind);
        try (OutputStream out = Walks.packing(file)) {
            out.write("""
                    {"title": "One", "path": "seeds/a.md", "id": "x", "webUrl": "https://a.example"}
                    {"title": "Two", "id": 17, "webUrl": "https://a.example"}

                    {"title": "Three", "webUrl": "https://a.example"}\r
                    {"title": "Four", "path": null, "id": "", "webUrl": ""}
                    {"title": "Five", "id": 17}
                    {"title": "Six"}""".getBytes(StandardCharsets.UTF_8));
        }
        Walk walk = walk(file);
        assertThat(walk.paths()).containsExactly("n/seeds/a.md", "n/17", "n/https://a.example", "n/5", "n/7");
        assertThat(walk.rejections()).containsExactly("n/17:6:1: a file of this path came before it");
        assertThat(walk.files().getLast().size()).isEqualTo(16);
        assertThat(walk.files().getLast().modifiedMillis()).isEqualTo(Files.getLastModifiedTime(file).toMillis());
        assertThat(walk.files()).map(line -> Reads.accepted(new ArticleReader().read(line)).title())
                .containsExactly("One", "Two", "Three", "Four", "Six");
    }

    @Test
    void line_article() {
        assertThat(Reads.accepted(
                read("""
                {"title": "A &amp; B", "excerpt": "E", "body": "**Bold** word", "provider": {"name": "P", "domain": "p.example"}, "topics": ["NO", "a", null],
                "quality": 59, "heat": -1, "published": false, "image": {"url": "https://a.example/i", "width": 8, "height": null},
                "publishedDateTime": "2021-04-07T15:22:00Z", "type": "article", "category": null, "secured": "x", "score": 1.5}"""
                        .replace("\n", ""))))
                .isEqualTo(new Article(Article.idOf("n/7"), "n/7", "A & B", "E", "Bold word",
                        new Provider("P", "p.example"), List.of("NO", "a"), "article",
                        null, Instant.parse("2021-04-07T15:22:00Z"), 59, -1, false, null,
                        new Image("https://a.example/i", 8, null), List.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{\"title\": \"T\"|7:14: bad JSON: Unexpected end-of-input",
            "[1]|7:1: bad JSON: a line must be an object, {…}",
            "nonsense|7:1: bad JSON: Unrecognized token 'nonsense'",
            "{\"title\": \"T\"} {}|7:16: bad JSON: text after the object",
            "{\"title\": \"T\", \"quality\": \"high\"}|7:27: quality must be a whole number of 0 or more, not \"high\"",
            "{\"title\": \"T\", \"quality\": 1.5}|7:27: quality must be a whole number of 0 or more, not \"1.5\"",
            "{}|7:1: title is required",
            "{\"title\": \"T\", \"title\": \"U\"}|7:16: the key \"title\" occurs twice", "{\"title\": tru}|7:1"})
    void line_bad(String line, String problem) {
        assertThat(Reads.rejected(read(line))).startsWith("n/7:" + problem);
    }

    @Test
    void line_deep() {
        assertThat(Reads.rejected(read("{\"a\":" + "[".repeat(100_000)))).startsWith("n/7:7:");
    }

    @Test
    void line_halfACharacter() {
        assertThat(Reads.accepted(read("{\"title\": \"a\\ud800\\u0000b\"}")).title()).isEqualTo("ab");
    }

    @Test
    void line_tooLong() throws IOException {
        Path file = temp.resolve("n.ndjson");
        Files.writeString(file, "{\"title\": \"" + "x".repeat(SourceFile.MAX_BYTES) + "\"}\n{\"title\": \"T\"}\n");
        Walk walk = walk(file);
        assertThat(walk.paths()).containsExactly("n/2");
        assertThat(walk.rejections()).containsExactly("n/1:1:1: larger than 16 MiB");
    }

    @Test
    void file_truncated() throws IOException {
        Path file = temp.resolve("n.ndjson.gz");
        try (OutputStream out = Walks.packing(file)) {
            out.write("{\"title\": \"T\"}\n".repeat(1000).getBytes(StandardCharsets.UTF_8));
        }
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length - 10));
        assertThatThrownBy(() -> walk(file)).isInstanceOf(SourceException.class)
                .hasMessageStartingWith(file + ": it cannot be read to its end");
    }

    @Test
    void file_empty() throws IOException {
        Path file = Files.writeString(temp.resolve("n.ndjson"), "\n\n");
        assertThatThrownBy(() -> walk(file)).isInstanceOf(SourceException.class)
                .hasMessageStartingWith(file + ": there is no article in it");
    }

    private static Reading read(String line) {
        return new ArticleReader().read(SourceFile.ofLine("n/7", 7, 0, line.getBytes(StandardCharsets.UTF_8)));
    }
}
