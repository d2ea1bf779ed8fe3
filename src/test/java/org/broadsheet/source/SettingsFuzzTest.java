package org.broadsheet.source;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.broadsheet.FuzzTarget;

import static org.assertj.core.api.Assertions.assertThat;

/** The file of settings: keys with values, or a message that says where it is anything else. */
class SettingsFuzzTest extends FuzzTarget {

    SettingsFuzzTest() {
        super(4_000,
                List.of("index: /srv/news/index\nport: 8080\n# comment\nonly-published: \"yes\"\n", "a: 'b'\n",
                        "{a: b, c: d}", ""),
                List.of(": ", "- ", "[", "{", "&a ", "*a", "!!int ", "? ", "|", ">", "\"", "'", "\\x", "\\ud800",
                        "\u0000", "\ud800", "%YAML 9.9\n", "---\n",
                        "...\n", "\t", "\u0085", "\ufeff", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["));
    }

    @Override
    protected void check(byte[] input) {
        try {
            FlatYaml.read(new String(input, StandardCharsets.UTF_8)).forEach((key, entry) -> {
                assertThat(key).isNotNull();
                assertThat(entry.value()).isNotNull();
                assertThat(Math.min(entry.line(), entry.column())).isPositive();
            });
        } catch (FlatYaml.FlatYamlException e) {
            assertThat(e.getMessage()).isNotBlank();
            assertThat(Math.min(e.line(), e.column())).isPositive();
        }
    }
}
