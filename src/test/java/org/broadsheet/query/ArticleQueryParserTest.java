package org.broadsheet.query;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of a text, one row for each; the rows are in {@code queries.txt}, which says how to read them. */
class ArticleQueryParserTest {

    private static final Path TABLE = Path.of("src/test/resources/org/broadsheet/query/queries.txt");

    private final ArticleQueryParser parser = new ArticleQueryParser();

    @Test
    void parse_table() throws IOException {
        String table = Files.readString(TABLE);
        String actual = table.lines().filter(line -> !line.startsWith("  ")).map(this::row).collect(joining());
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(TABLE, actual);
            return;
        }
        assertThat(actual).isEqualTo(table);
    }

    private String row(String line) {
        if (line.isEmpty() || line.startsWith("== ")) {
            return line + "\n";
        }
        ParsedQuery parsed = parser.parse(line.replace("\\u0000", "\0").replace("\\u200B", "\u200B"));
        String loose = words(parsed.query()).filter(ArticleQuery.Word::loose)
                .map(ArticleQuery.Word::text)
                .collect(joining(" "));
        return line + "\n  = " + parsed.query() + "\n" + (loose.isEmpty() ? "" : "  ~ " + loose + "\n")
                + parsed.notices()
                        .stream()
                        .map(notice -> "  ! " + notice.from() + "-" + notice.to() + " " + notice + "\n")
                        .collect(joining());
    }

    private static Stream<ArticleQuery.Word> words(ArticleQuery query) {
        return switch (query) {
            case ArticleQuery.Word word -> Stream.of(word);
            case ArticleQuery.All all -> all.parts().stream().flatMap(ArticleQueryParserTest::words);
            case ArticleQuery.Any any -> any.parts().stream().flatMap(ArticleQueryParserTest::words);
            case ArticleQuery.Not not -> words(not.part());
            case ArticleQuery.InField inField -> words(inField.part());
            default -> Stream.empty();
        };
    }

    @Test
    void parse_emptyText() {
        for (String empty : List.of("", " ", "\t\n")) {
            assertThat(parser.parse(empty)).isEqualTo(new ParsedQuery(new ArticleQuery.Everything(), List.of()));
        }
    }

    @Test
    void parse_moreWordsThanTheLimit() {
        ParsedQuery parsed = parser.parse("w ".repeat(600));
        assertThat(((ArticleQuery.All) parsed.query()).parts()).hasSize(32);
        assertThat(parsed.notices()).containsExactly(
                new QueryNotice(64, 1200, "Only the first 32 words were searched; the rest was left out."));
    }

    @Test
    void parse_asManyWordsAsTheLimit() {
        assertThat(parser.parse("(" + "w ".repeat(32) + ").  &").notices()).isEmpty();
        assertThat(parser.parse("w ".repeat(31) + "a*b").notices()).hasSize(2);
        assertThat(parser.parse("w ".repeat(32) + "\"w\"").notices()).hasSize(1);
    }

    @Test
    void parse_longerThanTheLimit() {
        ParsedQuery parsed = parser.parse("\"" + "a".repeat(100) + "\" ".repeat(3000) + "end");
        assertThat(parsed.notices()).last()
                .isEqualTo(new QueryNotice(2000, 6104,
                        "Only the first 2000 characters of a query are read; the rest was left out."));
    }

    @Test
    void parse_oneEndlessWord() {
        ParsedQuery parsed = parser.parse("a".repeat(10_000));
        assertThat(parsed.query()).isEqualTo(new ArticleQuery.Word("a".repeat(256), true));
        assertThat(parsed.notices()).extracting(QueryNotice::message)
                .containsExactly(
                        "“" + "a".repeat(40) + "…” was cut: only the first 256 characters of a word are searched.",
                        "Only the first 2000 characters of a query are read; the rest was left out.");
    }

    @Test
    void parse_longPhrase() {
        ParsedQuery parsed = parser.parse("\"" + "w ".repeat(60) + "\"");
        assertThat(parsed.query()).isEqualTo(new ArticleQuery.Phrase("w " + "w ".repeat(49).strip(), 0));
        assertThat(parsed.notices()).extracting(QueryNotice::message)
                .singleElement()
                .asString()
                .endsWith("was cut: only the first 50 words of a phrase are searched.");
    }

    @Test
    void parse_deepNesting() {
        ParsedQuery parsed = parser.parse("(".repeat(900) + "a OR b" + ")".repeat(900));
        assertThat(parsed.query()).hasToString("a OR b");
        assertThat(parsed.notices()).containsExactly(
                new QueryNotice(20, 21, "“(” was left out: parentheses nest at most 20 deep."));
        assertThat(parser.parse("(".repeat(100_000)).query()).isEqualTo(new ArticleQuery.Everything());
    }

    @Test
    void parse_manyExpansions() {
        ParsedQuery parsed = parser.parse("aaa* bbb* ccc* ddd~ eee~ fff~");
        assertThat(parsed.query()).hasToString(
                "aaa* AND bbb* AND ccc* AND ddd~1 AND eee~1 AND fff");
        assertThat(parsed.notices()).extracting(QueryNotice::message)
                .containsExactly("“fff~” was searched as a plain word: only 5 words of a query can end in * or ~.");
    }

    @Test
    void parse_moreNoticesThanAreRead() {
        ParsedQuery parsed = parser.parse("x:y ".repeat(15));
        assertThat(parsed.notices()).hasSize(10);
        assertThat(parsed.notices()).last()
                .isEqualTo(new QueryNotice(36, 59, "6 more parts were ignored or read in another way."));
    }

    @Test
    void parse_noticesStandInTheOrderOfTheText() {
        List<QueryNotice> notices = new ArrayList<>(parser.parse("(a~99 x:y \"").notices());
        assertThat(notices).isSortedAccordingTo((a, b) -> Integer.compare(a.from(), b.from())).hasSize(4);
    }
}
