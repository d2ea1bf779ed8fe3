package org.broadsheet.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class LinterTest {

    private static final Instant NOW = Instant.parse("2024-06-01T00:00:00Z");

    @TempDir
    private Path folder;

    /** All problems of the folder, as they are printed, without the folder's name. */
    private List<String> problems() {
        Linter linter = new Linter(NOW);
        List<Problem> problems = new ArrayList<>();
        Source.of("news", folder)
                .forEach(file -> problems.addAll(linter.check(file)),
                        rejection -> problems.add(Problem.error(rejection)));
        linter.acrossFiles(problems::add);
        return problems.stream().map(problem -> problem.toString().replaceFirst("^news/", "")).toList();
    }

    private void write(String name, String... lines) throws IOException {
        Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }

    private void article(String name, String... frontMatter) throws IOException {
        write(name, "---", "title: " + name, String.join("\n", frontMatter), "---");
    }

    @Test
    void goodFile_hasNoProblem() throws IOException {
        article("a.md", "date: 2024-05-06T10:00:00Z", "tags: [AI, Robotics]", "source: Harbour Post",
                "webUrl: https://a.org/1", "images: [{url: 'https://a.org/1.png'}]", "author: Somebody",
                "featuredContent: x");

        assertThat(problems()).isEmpty();
    }

    @Test
    void fileThatCannotBeIndexed_isAnError() throws IOException {
        write("a.md", "---", "excerpt: x", "---");

        assertThat(problems()).containsExactly("a.md:1:1: title is required");
    }

    @ParameterizedTest
    @CsvSource({"titel, title", "web_url, webUrl", "Excerpt, excerpt", "publishedDatetime, publishedDateTime",
            "quallity, quality", "topcis, topics"})
    void unknownKey_likeAKnownOne(String key, String meant) {
        assertThat(KnownKeys.meant(key)).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({"title", "webUrl", "ampWebUrl", "secured", "author", "slug", "layout", "name", "state", "head"})
    void key_thatIsKnownOrLikeNoOther(String key) {
        assertThat(KnownKeys.meant(key)).isNull();
    }

    @Test
    void mistypedKey_isNamedWithItsPlace() throws IOException {
        article("a.md", "exerpt: x");

        assertThat(problems())
                .containsExactly("a.md:3:1: warning: the key \"exerpt\" is not read: \"excerpt\" was probably meant");
    }

    @Test
    void date_withATimeButNoZone() throws IOException {
        article("a.md", "date: 2024-05-06 10:00");
        article("b.md", "date: 2024-05-06");

        assertThat(problems()).singleElement()
                .asString()
                .startsWith("a.md:3:7: warning: the date has no time zone")
                .contains("2024-05-06T10:00Z");
    }

    @Test
    void date_inTheFuture() throws IOException {
        article("a.md", "date: 2042-05-06");

        assertThat(problems())
                .containsExactly("a.md:3:7: warning: the date lies in the future: \"2042-05-06\"");
    }

    @Test
    void webUrl_inTwoFiles() throws IOException {
        article("a.md", "url: https://a.org/1");
        article("b.md", "webUrl: https://a.org/1");
        article("c.md", "webUrl: javascript:alert(1)");

        assertThat(problems()).hasSize(2)
                .anyMatch(problem -> problem.startsWith("c.md:3:9: warning: webUrl is left out"))
                .anyMatch(problem -> problem.startsWith("b.md:3:9: warning: webUrl is that of news/a.md too"));
    }

    @Test
    void mojibake_inAValueAndInTheBody() throws IOException {
        write("a.md", "---", "title: AIâ€™s turn", "---", "Fine.", "", "It isnâ€™t.");

        assertThat(problems()).hasSize(2)
                .anyMatch(problem -> problem.startsWith("a.md:2:8: warning: ") && problem.contains("\"I’s\""))
                .anyMatch(problem -> problem.startsWith("a.md:6:7: warning: "));
    }

    @Test
    void image_withAnHttpAddress() throws IOException {
        article("a.md", "images:", "  - url: http://a.org/1.png");

        assertThat(problems()).singleElement().asString().startsWith("a.md:4:10: warning: the image has an http");
    }

    @Test
    void names_inSeveralSpellings() throws IOException {
        for (int i = 0; i < 5; i++) {
            article(i + ".md", "topics: [Cybersecurity, A.I.]", "provider: {name: Harbour Post}");
        }
        article("x.md", "topics: [Cybersecurtiy, AI, Windows 10, Windows 11]", "provider: harbour post");

        assertThat(problems()).hasSize(3)
                .allMatch(problem -> problem.startsWith("x.md:"))
                .anyMatch(problem -> problem
                        .contains("topic \"Cybersecurtiy\" is probably the same as \"Cybersecurity\", which occurs 5"))
                .anyMatch(problem -> problem.contains("topic \"AI\" is probably the same as \"A.I.\""))
                .anyMatch(problem -> problem.contains("provider \"harbour post\""));
    }
}
