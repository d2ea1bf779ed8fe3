package org.broadsheet.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.broadsheet.search.Snippet;
import org.broadsheet.search.Snippet.Fragment;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TextBlockTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Test
    void text_isWrappedBetweenTheMargins() {
        block(false, 20).text("Cameras are watching the harbour bridge");
        assertThat(lines()).containsExactly("  Cameras are", "  watching the", "  harbour bridge");
    }

    @Test
    void word_longerThanTheLine_staysWhole() {
        block(false, 10).text("see https://example.org/long now");
        assertThat(lines()).containsExactly("  see", "  https://example.org/long", "  now");
    }

    @Test
    void match_withinAWord_standsOutAndIsNotTornApart() {
        block(true, 80).text(new Snippet(List.of(new Fragment("the ", false), new Fragment("camera", true),
                new Fragment("s of Ohio", false))));
        assertThat(lines()).containsExactly("  the \033[1;31mcamera\033[0ms of Ohio");
    }

    @Test
    void noTerminal_noColour() {
        block(false, 80).heading("1. ", new Snippet(List.of(new Fragment("Ohio", true))));
        assertThat(lines()).containsExactly("1. Ohio");
    }

    @Test
    void controlCharactersOfAnArticle_doNotReachTheTerminal() {
        block(true, 80).text("a\033[2Jb\u202Ec\u0007");
        assertThat(lines()).containsExactly("  a\uFFFD[2Jb\uFFFDc\uFFFD");
    }

    private TextBlock block(boolean terminal, int width) {
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        return new TextBlock(new Output(out, out, terminal, width), 2);
    }

    private List<String> lines() {
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
