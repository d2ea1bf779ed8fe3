package org.broadsheet.source;

import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** Files made to cost more time than their size: all take well below the limit. */
class HostileYamlTest {

    private static final int CHARACTERS = 500_000;

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @ParameterizedTest
    @ValueSource(strings = {"x", "x ", "\\\\", "''", "é", "😀", "\n", "\n  x", " ", "\t", "# ", "\n#", "- ", "a: ",
            "\na: b", "[", "[]", "{}", "[a, ", "{a: b, ", "\n- ", "\n  - a", "&a ", "*a ",
            "!t ", "? ", "\n? ", "\"", "\"\" ", "'", "|\n", "\n...", "\n---x", "%", "\r", "\u2028", ": ", "\n a:\n",
            "\\n", "-", ","})
    void repeated_part(String part) {
        String repeated = part.repeat(CHARACTERS / part.length());
        for (String start : new String[]{"", "a: ", "a: \"", "a: '", "a: |\n ", "a: [", "a:\n"}) {
            String file = "---\ntitle: T\n" + start + repeated + "\n---\n";
            Reading reading = assertTimeoutPreemptively(LIMIT, () -> Reads.read(file), () -> start + part);
            if (reading instanceof Reading.Rejected rejected) {
                assertThat(rejected.rejection().reason()).doesNotStartWith("it cannot be read").hasSizeLessThan(300);
            }
        }
    }
}
