package org.broadsheet.source;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** No content makes the reader throw, or give up with an exception of ours or a library. */
class FuzzTest {

    private static final int ROUNDS = 10_000;

    private static final String[] PARTS = {"---\n", "---", "...\n", "\n", "title: T\n", "title: ", "topics:\n  - a\n",
            "related:\n  - title: x\n", "provider: {name: N}\n", "images: [{url: 'http://a'}]\n",
            "&a ", "*a ", "!!x ", "|\n", ">\n", "[", "]", "{", "}", "\"", "'", "\\", "\\U0010FFFF", "\\UFFFFFFFF",
            "\\ud800", "\\x", "# ", "%YAML 1.1\n", "? ", ": ", "- ", "\t", "\r\n", "\u0000", "\u0085", "\u2028",
            "\ufeff",
            "😀", "é", "&amp;#0;", "&#xD800;", "&#99999999;", "â€™", "Ã", "quality: ", "99999999999", "-", "date: ",
            "2021-04-07", "<div>", "<![CDATA[", "**", "](", "`"};

    @Test
    void read_neverThrows() {
        Random random = new Random(3);
        List<byte[]> seeds = Corpus.seeds().stream().map(file -> {
            try {
                return file.bytes();
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }).toList();
        int accepted = 0;
        for (int i = 0; i < ROUNDS; i++) {
            byte[] content = switch (i % 3) {
                case 0 -> assembled(random);
                case 1 -> damaged(seeds.get(random.nextInt(seeds.size())), random);
                default -> ("---\ntitle: T\n" + new String(assembled(random), StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8);
            };
            accepted += assertRead(SourceFile.of("f/a.md", content.length, 0, () -> content)) ? 1 : 0;
            assertRead(SourceFile.ofLine("f/1", 1, 0, content));
        }
        assertThat(accepted).isBetween(ROUNDS / 20, ROUNDS * 19 / 20);
    }

    private static boolean assertRead(SourceFile file) {
        Reading reading = new ArticleReader().read(file);
        if (reading instanceof Reading.Rejected rejected) {
            assertThat(rejected.rejection().reason()).doesNotContain("Exception")
                    .doesNotStartWith("it cannot be read")
                    .isNotBlank();
        }
        return reading instanceof Reading.Accepted;
    }

    private static byte[] assembled(Random random) {
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "---\n" : "");
        for (int parts = random.nextInt(20); parts > 0; parts--) {
            text.append(PARTS[random.nextInt(PARTS.length)]);
        }
        return text.append("\n---\n")
                .append(PARTS[random.nextInt(PARTS.length)])
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] damaged(byte[] seed, Random random) {
        byte[] content = seed.clone();
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            content[random.nextInt(
                    content.length)] = (byte) (random.nextInt(4) == 0 ? random.nextInt(256) : 32 + random.nextInt(95));
        }
        return content;
    }
}
