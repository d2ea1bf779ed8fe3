package org.broadsheet.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The settings and what is said of them. */
class SettingsTest {

    private static final Pattern ROW = Pattern.compile("\\| `([a-z-]+)`(?:, `([a-z-]+)`)? \\| ([^|]+) \\|.*");

    @Test
    void page_ofOperations_namesEverySettingOfAServer_withItsDefault() throws IOException {
        List<String> told = new ArrayList<>();
        CommandLine serve = new CommandLine(new ServeCommand());
        for (String line : Files.readAllLines(Path.of("src/docs/operations.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                told.add(row.group(1));
                if (row.group(2) != null) {
                    told.add(row.group(2));
                } else if (row.group(3).matches("\\d+(ms|s|m)?")) {
                    OptionSpec option = serve.getCommandSpec().findOption("--" + row.group(1));
                    assertThat(option.defaultValueString()).as(row.group(1)).isEqualTo(row.group(3));
                }
            }
        }
        List<String> settings = new ArrayList<>(Settings.NAMES);
        settings.removeAll(
                List.of("index", "threads", "only-published", "strict", "format", "size", "synonyms", "language"));
        settings.removeIf(name -> name.startsWith("engine") || name.startsWith("opensearch")); // told with the cluster
        assertThat(told).containsExactlyInAnyOrderElementsOf(settings);
        assertThat(settings).allSatisfy(
                name -> assertThat(serve.getCommandSpec().findOption("--" + name)).as(name).isNotNull());
    }

    @ParameterizedTest
    @CsvSource({"500ms, 500", "2s, 2000", "1m, 60000", "0s, 0"})
    void duration_isReadInItsUnit(String text, long millis) {
        assertThat(new DurationText().convert(text)).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "-1s", "2 s", "1h", "PT2S", "99999999999s"})
    void duration_ofAnotherForm_isRefused(String text) {
        assertThatThrownBy(() -> new DurationText().convert(text)).hasMessageContaining("like 500ms, 2s or 1m");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "10.0.0.0/33", "10.0.0.0/x", "", "::/129", "/8"})
    void network_ofAnotherForm_isRefused(String text) {
        assertThatThrownBy(() -> new NetworkText().convert(text)).hasMessageContaining("is no address like");
    }
}
