package org.broadsheet.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

import org.broadsheet.article.SafeText;
import org.broadsheet.search.Snippet;

/**
 * Prints text wrapped between margins, what matched standing out on a terminal.
 *
 * <p>What an article says is never trusted with the terminal: control characters, by which a text could move the cursor
 * or fake a prompt, are shown as a replacement character.
 */
final class TextBlock {

    private static final String RESET = "\033[0m";
    private static final String BOLD = "\033[1m";
    private static final String MATCH = "\033[1;31m";

    private final PrintStream out;
    private final boolean coloured;
    private final int width;
    private final String margin;

    /** @param indent how many spaces every line begins with */
    TextBlock(Output output, int indent) {
        out = output.out();
        coloured = output.terminal();
        width = output.width();
        margin = " ".repeat(indent);
    }

    /** Text that is read first. */
    void heading(String first, Snippet text) {
        print(first, BOLD, text.fragments());
    }

    void text(Snippet text) {
        print(margin, "", text.fragments());
    }

    void text(String text) {
        print(margin, "", List.of(new Snippet.Fragment(text, false)));
    }

    private void print(String first, String style, List<Snippet.Fragment> fragments) {
        StringBuilder line = new StringBuilder(first);
        int column = first.length();
        boolean empty = true;
        boolean spaceBefore = false;
        for (Word word : words(fragments)) {
            if (!empty && word.spaceBefore && column + 1 + word.length > width) {
                out.println(line);
                line.setLength(0);
                line.append(margin);
                column = margin.length();
                spaceBefore = false;
            } else {
                spaceBefore = !empty && word.spaceBefore;
            }
            if (spaceBefore) {
                line.append(' ');
                column++;
            }
            for (Snippet.Fragment part : word.parts) {
                line.append(styled(part, style));
            }
            column += word.length;
            empty = false;
        }
        out.println(line);
    }

    private String styled(Snippet.Fragment part, String style) {
        String code = part.match() ? MATCH : style;
        return coloured && !code.isEmpty() ? code + part.text() + RESET : part.text();
    }

    /** The words, which may consist of several fragments: a match can end within one. */
    private static List<Word> words(List<Snippet.Fragment> fragments) {
        List<Word> words = new ArrayList<>();
        Word open = null;
        boolean space = false;
        for (Snippet.Fragment fragment : fragments) {
            for (String piece : fragment.text().splitWithDelimiters("\\s+", 0)) {
                if (piece.isEmpty()) {
                    continue;
                }
                if (piece.isBlank()) {
                    space = true;
                    open = null;
                    continue;
                }
                if (open == null) {
                    open = new Word(space);
                    words.add(open);
                    space = false;
                }
                open.add(new Snippet.Fragment(SafeText.of(piece), fragment.match()));
            }
        }
        return words;
    }

    private static final class Word {
        private final boolean spaceBefore;
        private final List<Snippet.Fragment> parts = new ArrayList<>();
        private int length;

        private Word(boolean spaceBefore) {
            this.spaceBefore = spaceBefore;
        }

        private void add(Snippet.Fragment part) {
            parts.add(part);
            length += part.text().codePointCount(0, part.text().length());
        }
    }
}
