package org.broadsheet.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.source.Reads.read;
import static org.broadsheet.source.Reads.rejected;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** What is wrong with a file, and where. */
class RejectionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, value = {
            "\\n|1:1: no front matter: the first line must be ---",
            "title: T|1:1: no front matter: the first line must be ---",
            " ---\\ntitle: T\\n---|1:1: no front matter: the first line must be ---",
            "----\\n---|1:1: no front matter: the first line must be ---",
            "---\\ntitle: T|1:1: front matter is not closed: it must end with a line ---",
            "---\\ntitle: T\\n----\\n|1:1: front matter is not closed: it must end with a line ---",
            "---\\n---|1:1: title is required, and the front matter is empty",
            "---\\nexcerpt: x\\n---|1:1: title is required",
            "---\\ntitle: ~\\n---|1:1: title is required",
            "---\\n\\ntitle: ' '\\n---|3:8: title is required, and this one is blank",
            "---\\ntitle: \"\\u200b\"\\n---|2:8: title is required, and this one is blank",
            "---\\ntitle: [a]\\n---|2:8: title must be a single value, not a list",
            "---\\ntitle:\\n  a: b\\n---|3:3: title must be a single value, not keys with values",
            "---\\n- a\\n---|2:1: the front matter must be keys with values",
            "---\\ntext\\n---|2:1: the front matter must be keys with values"})
    void file_shape(String file, String problem) {
        assertThat(rejected(read(file.replace("\\n", "\n")))).isEqualTo(Reads.PATH + ":" + problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "quality: high|3:10: quality must be a whole number of 0 or more, not \"high\"",
            "quality: 59.0|3:10: quality must be a whole number of 0 or more, not \"59.0\"",
            "quality: -1|3:10: quality must be a whole number of 0 or more, not \"-1\"",
            "quality: 2147483648|3:10: quality must be a whole number of 0 or more, not \"2147483648\"",
            "heat: -2|3:7: heat must be a whole number of -1 or more, not \"-2\"",
            "heat: [1]|3:7: heat must be a single value, not a list",
            "published: maybe|3:12: published must be true or false, not \"maybe\"",
            "draft: 1|3:8: draft must be true or false, not \"1\"",
            "removed: si|3:10: removed must be true or false, not \"si\"",
            "date: soon|3:7: publishedDateTime must be a date such as 2021-04-07 or 2021-04-07T15:22:00Z, not \"soon\"",
            "publishedDateTime: 2021-13-45|3:20: publishedDateTime must be a date such as 2021-04-07 or 2021-04-07T15:22:00Z, not \"2021-13-45\"",
            "pubDate: {a: b}|3:10: publishedDateTime must be a single value, not keys with values",
            "topics: {a: b}|3:9: topics must be a list of texts",
            "topics: [a, [b]]|3:13: a topic must be a text", "provider: [a]|3:11: provider must be a text, not a list",
            "provider: {name: {a: b}}|3:18: provider.name must be a single value, not keys with values",
            "excerpt: [a]|3:10: excerpt must be a single value, not a list",
            "webUrl: [a]|3:9: webUrl must be a single value, not a list",
            "category: {a: b}|3:11: category must be a single value, not keys with values"})
    void value_wrong(String frontMatter, String problem) {
        assertThat(rejected(frontMatter)).isEqualTo(Reads.PATH + ":" + problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"topics: [unclosed|4:1: bad YAML: expected ',' or ']', but got <stream end>",
            "a: b: c|3:5: bad YAML: mapping values are not allowed here",
            "title: U|3:1: the key \"title\" occurs twice", "\"title\": U|3:1: the key \"title\" occurs twice",
            "provider: {name: a, name: b}|3:21: the key \"name\" occurs twice",
            "a: !!javax.script.ScriptEngineManager [x]|3:4: bad YAML: the tag \"!!javax.script.ScriptEngineManager\" is not allowed",
            "a: !local x|3:4: bad YAML: the tag \"!local\" is not allowed",
            "a: !!binary x|3:4: bad YAML: the tag \"!!binary\" is not allowed",
            "a: *none|3:4: bad YAML: no anchor \"none\" before this alias",
            "a: &a [*a]|3:8: bad YAML: no anchor \"a\" before this alias",
            "a: %x|3:4: bad YAML: found character '%' that cannot start any token. (Do not use % for indentation)",
            "--- x|3:1: bad YAML: a second document begins within the front matter"})
    void yaml_bad(String frontMatter, String problem) {
        assertThat(rejected(frontMatter)).isEqualTo(Reads.PATH + ":" + problem);
    }

    @Test
    void yaml_badInAKeyThatIsNotRead() {
        assertThat(rejected("secured: \"x\" y")).startsWith(Reads.PATH + ":3:14: bad YAML: ");
        assertThat(rejected("secured:\n\t- x")).startsWith(Reads.PATH + ":4:1: bad YAML: ");
        assertThat(rejected("secured: \"\\UFFFFFFFF\"")).startsWith(Reads.PATH + ":3:");
    }

    @Test
    void encoding_notUtf8() {
        assertThat(rejected(read("---\ntitle: Caf\u00e9\n---\n".getBytes(StandardCharsets.ISO_8859_1))))
                .isEqualTo("news/a.md:2:11: wrong encoding: not UTF-8 (byte 0xE9)");
        assertThat(rejected(read("---\ntitle: T\n---\n".getBytes(StandardCharsets.UTF_16))))
                .startsWith("news/a.md:1:1: wrong encoding");
        assertThat(rejected(read(new byte[]{'-', '-', '-', '\r', '\n', (byte) 0xC3})))
                .startsWith("news/a.md:2:1: wrong encoding");
    }

    @Test
    void encoding_replacementCharacterIsText() {
        assertThat(Reads.accepted(read("---\ntitle: a\uFFFDb\n---\n")).title()).isEqualTo("a\uFFFDb");
    }

    @Test
    void control_inFrontMatter() {
        assertThat(rejected("excerpt: 😀é\u0000"))
                .isEqualTo("news/a.md:3:12: bad YAML: the control character U+0000 is not allowed");
        assertThat(rejected("excerpt: a\u0007"))
                .isEqualTo("news/a.md:3:11: bad YAML: the control character U+0007 is not allowed");
    }

    @Test
    void alias_bomb() {
        StringBuilder bomb = new StringBuilder("a: &a [x,x,x,x,x,x,x,x,x]\n");
        for (char c = 'b'; c < 'k'; c++) {
            bomb.append(c)
                    .append(": &")
                    .append(c)
                    .append(" [")
                    .append(("*" + (char) (c - 1) + ",").repeat(8))
                    .append("*")
                    .append((char) (c - 1))
                    .append("]\n");
        }
        assertThat(rejected(bomb + "topics: *j"))
                .isEqualTo("news/a.md:8:26: bad YAML: aliases repeat more than 1,000,000 characters");
    }

    @Test
    void alias_ofLongText() {
        assertThat(rejected("a: &a " + "x".repeat(100_000) + "\ntopics: [" + "*a,".repeat(100) + "]"))
                .isEqualTo("news/a.md:4:37: bad YAML: aliases repeat more than 1,000,000 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "? ", "[{a: "})
    void nesting_deep(String opening) {
        String problem = assertTimeoutPreemptively(Duration.ofSeconds(10),
                () -> rejected("a:\n  " + opening.repeat(100_000)));
        assertThat(problem).matches("news/a.md:4:\\d+: bad YAML: nested more than 50 deep");
    }

    @Test
    void size_tooLarge() {
        byte[] large = new byte[SourceFile.MAX_BYTES + 1];
        assertThat(rejected(read(large))).isEqualTo("news/a.md:1:1: larger than 16 MiB");
        assertThat(rejected(new ArticleReader().read(SourceFile.of("n/grown.md", 3, 0, () -> large))))
                .isEqualTo("n/grown.md:1:1: larger than 16 MiB");
        assertThat(rejected(new ArticleReader().read(SourceFile.of("n/unread.md", Long.MAX_VALUE, 0, () -> {
            throw new AssertionError("not to be opened");
        })))).isEqualTo("n/unread.md:1:1: larger than 16 MiB");
    }

    @Test
    void file_unreadable() {
        assertThat(rejected(new ArticleReader().read(SourceFile.of("n/gone.md", 3, 0, () -> {
            throw new IOException("gone");
        })))).isEqualTo("n/gone.md:1:1: it cannot be read: gone");
    }

    @Test
    void text_isOneLine() {
        assertThat(new Rejection("n/a\nb\u001b[31m.md", 1, 1, "not \"x\r\ny\"\u202e"))
                .hasToString("n/a b\uFFFD[31m.md:1:1: not \"x  y\"\uFFFD");
        assertThat(rejected("quality: \"" + "x".repeat(59) + "😀" + "y".repeat(1000) + "\""))
                .endsWith("not \"" + "x".repeat(59) + "…\"");
    }
}
