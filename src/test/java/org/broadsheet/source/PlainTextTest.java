package org.broadsheet.source;

import java.time.Duration;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class PlainTextTest {

    @ParameterizedTest
    @MethodSource
    void markdown_words(String markdown, String words) {
        assertThat(PlainText.of(markdown)).isEqualTo(words);
    }

    static Stream<Arguments> markdown_words() {
        return Stream.of(arguments("", null), arguments(" \n\n", null), arguments("<!-- only a comment -->", null),
                arguments("---", null),
                arguments("The **long** _span_.", "The long span."),
                arguments("# Head\nOne\ntwo  \nthree\n\n\n\nfour", "Head\n\nOne two three\n\nfour"),
                arguments("[link](https://a.example \"t\") and ![alt](x.png) <https://b.example>",
                        "link and alt https://b.example"),
                arguments("- one\n- two\n  - three", "one\n\ntwo\n\nthree"),
                arguments("> quoted\n> words", "quoted words"),
                arguments("`a < b` and\n\n```java\nint  x;\ny\n```\n\n    z", "a < b and\n\nint x; y\n\nz"),
                arguments("<b onclick=\"alert(4)\">Bold</b> word", "Bold word"),
                arguments("<div><p>One &amp; two</p><script>alert(1)</script><style>p{}</style></div>", "One & two"),
                arguments("we&amp;#39;re AIâ€™s", "we're AI’s"), arguments("a\u0000b\u200b\u202ec", "a\uFFFDbc"),
                arguments("\\*not emphasis\\*", "*not emphasis*"),
                arguments("[ref][1]\n\n[1]: https://a.example", "ref"));
    }

    @ParameterizedTest
    @ValueSource(strings = {">", "> ", "[", "![", "*", "_", "**a ", "- ", "`", "``` ", "<", "<a", "<!--", "<div>",
            "<b>", "&", "&#", "\\", "](", "[a](", "[]", "(", "\n>", "\n- a", "\n<div>", "\n1. ", "~", "*a_ ", "`a``",
            "[a]: b\n", "\t", "é*", "<a href='", "<?", "<![CDATA["})
    void markdown_hostile(String part) {
        Reading reading = assertTimeoutPreemptively(Duration.ofSeconds(20),
                () -> Reads.read("---\ntitle: T\n---\n" + part.repeat(30_000)));
        assertThat(reading).isInstanceOf(Reading.Accepted.class);
    }

    @Test
    void markdown_longIsReadInParts() {
        String paragraph = "Some **bold** words\nover two lines.";
        String words = "Some bold words over two lines.";
        assertThat(PlainText.of((paragraph + "\n\n").repeat(20_000)))
                .isEqualTo((words + "\n\n").repeat(20_000).strip());
        assertThat(PlainText.of("x".repeat(600_000)).replace("\n\n", "")).isEqualTo("x".repeat(600_000));
    }

    @Test
    void markdown_deepListsByIndentation() {
        StringBuilder deep = new StringBuilder();
        for (int i = 0; i < 1_500; i++) {
            deep.append("  ".repeat(i)).append("- a\n");
        }
        assertThat(PlainText.of(deep.toString())).startsWith("a\n\na");
    }
}
