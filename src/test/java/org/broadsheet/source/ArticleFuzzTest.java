package org.broadsheet.source;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.broadsheet.FuzzTarget;
import org.broadsheet.HostileArchive;
import org.broadsheet.article.Article;

import static org.assertj.core.api.Assertions.assertThat;

/** The reader of articles: it takes or rejects whatever a file holds, and what it takes is safe to show. */
class ArticleFuzzTest extends FuzzTarget {

    private final ArticleReader reader = new ArticleReader();

    ArticleFuzzTest() {
        super(4_000, List.of("""
                ---
                title: "A title: \\u00e9"
                excerpt: >-
                  An excerpt
                  in two lines
                provider: {name: Harbour Post, domain: harbourpost.example}
                topics: [AI, 'it''s', "b\\x41"]
                publishedDateTime: 2024-05-06T08:00:00.000Z
                quality: 63
                heat: -1
                published: false
                webUrl: https://harbourpost.example/bridge?a=1&b=2
                images:
                  - url: https://harbourpost.example/x.png
                    width: 10
                related:
                  - title: Other
                    webUrl: http://a.example
                    date: 2024-05-06
                ---
                # Heading

                The **long** [span](https://a.example) carries &amp; <b>trams</b>.

                ```
                code
                ```
                """, "---\ntitle: T\n---\n",
                "---\ntitle: &a |\n  text\ntags: a, b\nremoved: yes\ndraft: on\n---\n* x\n  * y\n\n> z",
                "{\"path\":\"a\",\"title\":\"T\",\"topics\":[\"x\"],\"date\":\"Mon, 06 May 2024 08:00:00 GMT\",\"body\":\"*a*\"}"),
                List.of("---\n", "title: ", "&a ", "*a", "!!", "<<: *a\n", "|", ">-", "\\ud800", "\\U0010FFFF", "\\x",
                        "\u202e", "\u200d",
                        "&#x1b;", "&amp;#8238;", "javascript:", "https://", "\u0000", "\u0085", "\u2028", "\ufeff",
                        "- ", "? ", ": ", "{", "[",
                        "](", "<script>", "2024-05-06", "99999999999", "\r\n", "\t", "â€™", "🏴\uDB40\uDC67", "null",
                        "~"));
    }

    @Override
    protected void check(byte[] input) {
        for (SourceFile file : List.of(SourceFile.of("f/a.md", input.length, 0, () -> input),
                SourceFile.ofLine("f/1", 1, 0, input))) {
            switch (reader.read(file)) {
                case Reading.Accepted(Article article, String _) -> check(article);
                case Reading.Rejected(Rejection rejection) -> {
                    assertThat(rejection.reason()).isNotBlank()
                            .doesNotContain("Exception")
                            .doesNotStartWith("it cannot be read");
                    assertSafe(rejection.toString());
                }
                case Reading.Removed _ -> {
                }
            }
            Linter linter = new Linter(Instant.EPOCH);
            linter.check(file).forEach(problem -> assertSafe(problem.toString()));
            linter.acrossFiles(problem -> assertSafe(problem.toString()));
        }
    }

    private static void check(Article article) {
        assertThat(article.title()).isNotBlank();
        assertThat(article.topics()).doesNotContain("").doesNotHaveDuplicates();
        Stream.of(article.title(), article.excerpt(), article.body(), article.type(), article.category(),
                article.provider() == null ? null : article.provider().name() + article.provider().domain())
                .filter(Objects::nonNull)
                .forEach(ArticleFuzzTest::assertSafe);
        article.topics().forEach(ArticleFuzzTest::assertSafe);
        article.related().forEach(related -> assertSafe(related.title()));
        Stream.concat(Stream.of(article.webUrl() == null ? "http://none" : article.webUrl(),
                article.image() == null ? "http://none" : article.image().url()),
                article.related().stream().map(related -> related.webUrl()).filter(Objects::nonNull))
                .forEach(address -> assertThat(address).matches("(?i)https?://[^\\s\"<>\\\\]+"));
    }

    private static void assertSafe(String text) {
        assertThat(HostileArchive.HARMFUL.matcher(text).find()).as(text).isFalse();
    }
}
