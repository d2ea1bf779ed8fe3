package org.broadsheet.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The fast reader against the full one. All that it accepts must be the same tree, positions included; what it declines
 * is read by the full one anyway, so that equal trees mean equal articles and equal rejections.
 */
class RegularYamlTest {

    private static final int MUTANTS = 20_000;
    private static final int RANDOM_TEXTS = 200_000;

    private static final String[] FRAGMENTS = {"a", "key", "title", ":", ": ", "-", "- ", "  ", "  ", " ", "\n", "\n",
            "\n", "\n  ", "\n    ", "\n- ", "\n  - ",
            "\na: ", "\nb:", "\n  c: d", "\n    e: f", "\"", "\"", "\"x\"", "'", "'y'", "#", " #", "[", "]", "{", "}",
            "&a ", "*a", "!t ", "!!str ", "|", ">", "%",
            "@", "`", ",", "~", "null", "1", "-1", "?", "? ", "\t", "\\", "\\n", "\\\"", "\\u0041", "é", "\u00a0",
            "\u0085", "\u2028", "\ufeff", "😀", "\uffff", "\u0001",
            "\r", "\r\n", "---", "...", "<<", "=", "/", "(", "$", "x-y_z", "http://a.example/?b=c#d", "x: y", "x:y",
            ":x", "2021-04-07T15:22:00Z"};

    @Test
    void realFiles_seeds() {
        Corpus.seeds().forEach(file -> assertReadFast(Corpus.frontMatter(file)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"diablo4.tar.xz", "powerapps.tar.xz"})
    void realFiles_archives(String archive) {
        Corpus.archive(archive).forEach(file -> assertReadFast(Corpus.frontMatter(file)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: b", "a: b \nc: 'd'  \n\n \ne: \"f \"",
            "a:\n  - b\n  -\n  - \"c\"\n  -   d: e\n      f: g\nh:", "a:\n      b: c\nd: e", "a: -1", "a: x:y#z",
            "a: \"\"", "a: é",
            "a: \"😀 \\\"b\\\\ \\r\\n\\t\"", "a: '\\ \"'", "a: b\u00a0c", "a: (b), [c]", "NO: on",
            "a:\n  b:\n    c:\n  d:", "a: \" # : \""})
    void form_regular(String yaml) {
        assertReadFast(yaml);
        assertReadFast(yaml + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a", "- a", " a: b", "{a: b}", "a: [b]", "a: &b c", "a: *b", "a: !!str b",
            "a: |\n  b", "a: >\n  b", "a: b # c", "# c\na: b", "a: b\n  c", "a: \"b\n  c\"",
            "a: \"b\" c", "a: b: c", "a: b:", "a: 'it''s'", "a: \"\\x41\"",
            "a: \"\\/\"", "a: \"b\\\"", "a:\tb", "a: b\tc",
            "a: b\r\nc: d", "\"a\": b", "? a\n: b", "a:\n- b", "a:\n  b: c\n d: e",
            "a:\n  - b\n  c: d", "a:\n  b: c\n  - d", "a: - b", "a: @b", "a: ~", "a b: c", "a:b", "%YAML 1.1\na: b",
            "a:\n  - - b", "a:\n  - b\n   - c", "a:\n  b: c\n    d: e"})
    void form_declined(String yaml) {
        assertThat(RegularYaml.read(yaml, 2)).isNull();
    }

    @Test
    void nesting_deepIsDeclined() {
        StringBuilder deep = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            deep.append(" ".repeat(i)).append("a:\n");
        }
        assertThat(RegularYaml.read(deep.toString(), 2)).isNull();
    }

    @Test
    void mutants_agree() {
        Random random = new Random(42);
        List<List<String>> files = Corpus.seeds()
                .stream()
                .map(file -> Corpus.frontMatter(file).lines().toList())
                .toList();
        int fast = 0;
        for (int i = 0; i < MUTANTS; i++) {
            List<String> file = files.get(random.nextInt(files.size()));
            int start = random.nextInt(file.size());
            List<String> lines = new ArrayList<>(
                    file.subList(start, Math.min(file.size(), start + 1 + random.nextInt(15))));
            lines.addFirst("title: T");
            for (int changes = random.nextInt(4); changes > 0; changes--) {
                mutate(lines, random);
            }
            fast += assertAgree(String.join("\n", lines)) ? 1 : 0;
        }
        assertThat(fast).as("mutants that the fast reader accepted").isBetween(MUTANTS / 10, MUTANTS * 9 / 10);
    }

    @Test
    void randomTexts_agree() {
        Random random = new Random(7);
        int fast = 0;
        for (int i = 0; i < RANDOM_TEXTS; i++) {
            StringBuilder text = new StringBuilder(random.nextInt(3) == 0 ? "" : "t: u");
            for (int parts = 1 + random.nextInt(8); parts > 0; parts--) {
                text.append(FRAGMENTS[random.nextInt(FRAGMENTS.length)]);
            }
            fast += assertAgree(text.toString()) ? 1 : 0;
        }
        assertThat(fast).as("texts that the fast reader accepted").isGreaterThan(RANDOM_TEXTS / 50);
    }

    private static void mutate(List<String> lines, Random random) {
        int at = random.nextInt(lines.size());
        String line = lines.get(at);
        int column = random.nextInt(line.length() + 1);
        switch (random.nextInt(8)) {
            case 0 -> lines.set(at, " ".repeat(random.nextInt(5)) + line);
            case 1 -> lines.set(at, line.stripLeading());
            case 2, 3 -> lines.set(at,
                    line.substring(0, column) + FRAGMENTS[random.nextInt(FRAGMENTS.length)] + line.substring(column));
            case 4 -> lines.set(at, line.substring(0, column) + line.substring(Math.min(line.length(), column + 1)));
            case 5 -> lines.add(at, lines.get(random.nextInt(lines.size())));
            case 6 -> lines.set(at, line.replace("\"", random.nextBoolean() ? "'" : ""));
            default -> lines.set(at, line + "\r");
        }
    }

    private static void assertReadFast(String yaml) {
        assertThat(RegularYaml.read(yaml, 2)).as(yaml).isNotNull();
        assertAgree(yaml);
    }

    /** Whether the fast reader accepted the text. */
    private static boolean assertAgree(String yaml) {
        Value.Mapping fast = RegularYaml.read(yaml, 2);
        if (fast == null) {
            return false;
        }
        Value full;
        try {
            full = YamlTree.read(yaml, 2);
        } catch (UnusableException e) {
            throw new AssertionError("accepted, but is rejected for " + e.rejection("") + ":\n" + yaml, e);
        }
        if (!fast.equals(full)) {
            assertThat(fast).as(yaml).isEqualTo(full);
        }
        return true;
    }
}
