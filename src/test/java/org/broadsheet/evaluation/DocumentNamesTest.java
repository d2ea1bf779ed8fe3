package org.broadsheet.evaluation;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DocumentNamesTest {

    private final DocumentNames names = new DocumentNames();

    private DocumentNames.Resolver mentioned(String... documents) {
        for (int i = 0; i < documents.length; i++) {
            names.mention(documents[i], new FileLine(Path.of("qrels.txt"), i + 1, ""));
        }
        return names.resolver();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"scifact/a/31715818.md | 31715818",
            "scifact/a/31715818.md | 31715818.md",
            "scifact/a/31715818.md | scifact/a/31715818.md",
            "news/diablo-4.5.md    | diablo-4.5",
            "archive/plain         | plain",
            "archive/.hidden       | .hidden",
            "31715818              | 31715818"})
    void path_hasName(String path, String name) {
        assertThat(mentioned(name).nameOf(path, Set.of(name))).contains(name);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"scifact/a/31715818.md | a/31715818", "scifact/a/31715818.md | 3171",
            "scifact/a/1.md | scifact"})
    void path_hasNotName(String path, String name) {
        assertThat(mentioned(name).nameOf(path, Set.of(name))).isEmpty();
    }

    @Test
    void path_beforeName() {
        assertThat(mentioned("a/1.md", "1").nameOf("a/1.md", Set.of("1", "a/1.md"))).contains("a/1.md");
    }

    @Test
    void name_ofTwoPaths() {
        DocumentNames.Resolver resolver = mentioned("7", "1");
        resolver.nameOf("a/1.md", Set.of("1"));
        resolver.nameOf("a/1.md", Set.of("1"));

        // Not wanted by this query, but by another.
        assertThatThrownBy(() -> resolver.nameOf("b/1.md", Set.of("7"))).isInstanceOf(EvaluationException.class)
                .hasMessage("qrels.txt:2: '1' may be a/1.md or b/1.md: name each document by its whole path");
    }

    @Test
    void name_ofTwoPathsThatNobodyMentions() {
        DocumentNames.Resolver resolver = mentioned("a/index.md", "b/index.md");

        for (String path : List.of("a/index.md", "b/index.md", "c/index.md")) {
            assertThat(resolver.nameOf(path, Set.of("a/index.md", "b/index.md")).isPresent())
                    .isEqualTo(!path.startsWith("c"));
        }
    }

    @Test
    void name_ofOnePathInEachRun() {
        mentioned("1");

        assertThat(names.resolver().nameOf("a/1.md", Set.of("1"))).contains("1");
        assertThat(names.resolver().nameOf("b/1.md", Set.of("1"))).contains("1");
    }
}
