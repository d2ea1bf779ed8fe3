package org.broadsheet.source;

import org.broadsheet.source.FlatYaml.Entry;
import org.broadsheet.source.FlatYaml.FlatYamlException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FlatYamlTest {

    @Test
    void values_areTakenAsTheyAreWritten() {
        assertThat(FlatYaml.read("""
                # Where it runs
                port: 7070
                host: "0.0.0.0"  # everywhere
                  \

                strict: on
                time: 12:30
                empty:
                """)).containsEntry("port", new Entry("7070", 2, 1))
                .containsEntry("host", new Entry("0.0.0.0", 3, 1))
                .containsEntry("strict", new Entry("on", 5, 1))
                .containsEntry("time", new Entry("12:30", 6, 1))
                .containsEntry("empty", new Entry("", 7, 1));
    }

    @Test
    void text_withoutAnyKey_isEmpty() {
        assertThat(FlatYaml.read("")).isEmpty();
        assertThat(FlatYaml.read("# nothing\n")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            index: [a\\n             | 2 | 1
            index: {a: b}            | 1 | 8
            port: 1\\nport: 2        | 2 | 1
            just words               | 1 | 1
            - a                      | 1 | 1
            a: !!java.net.URL [x]    | 1 | 4
            a: b: c                  | 1 | 5
            """)
    void anythingElse_isRefusedWithItsPosition(String text, int line, int column) {
        assertThatExceptionOfType(FlatYamlException.class).isThrownBy(() -> FlatYaml.read(text.replace("\\n", "\n")))
                .satisfies(e -> assertThat(e.line() + ":" + e.column()).isEqualTo(line + ":" + column))
                .satisfies(e -> assertThat(e.getMessage()).isNotBlank().doesNotContain("\n"));
    }
}
