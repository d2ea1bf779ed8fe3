package org.broadsheet.source;

import java.io.Reader;

import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * SnakeYAML's view of a text that is all there. Its own reader copies a window that grows with the token it looks at,
 * which takes a time quadratic in the token's length: minutes for the 16 MiB that a file may have.
 */
final class CodePoints extends StreamReader {

    private final int[] text;
    private int index;
    private int documentStart;
    private int line;
    private int column;

    /** Refuses a text with characters that YAML does not allow. */
    CodePoints(String text, int firstLine) {
        super(Reader.nullReader());
        this.text = text.codePoints().toArray();
        for (int i = 0; i < this.text.length; i++) {
            if (!isPrintable(this.text[i])) {
                throw Utf8.at(text, text.offsetByCodePoints(0, i), firstLine,
                        "bad YAML: the control character U+%04X is not allowed".formatted(this.text[i]));
            }
        }
    }

    @Override
    public Mark getMark() {
        return new Mark("", index, line, column, text, index);
    }

    @Override
    public void forward() {
        forward(1);
    }

    @Override
    public void forward(int length) {
        for (int i = 0; i < length && index < text.length; i++) {
            int c = text[index++];
            if (isBreak(c)) {
                line++;
                column = 0;
            } else if (c != 0xFEFF) { // a byte order mark has no width
                column++;
            }
        }
    }

    private boolean isBreak(int c) {
        return c == '\n' || c == '\u0085' || c == '\u2028' || c == '\u2029'
                || c == '\r' && index < text.length && text[index] != '\n';
    }

    @Override
    public int peek() {
        return peek(0);
    }

    @Override
    public int peek(int ahead) {
        return index + ahead < text.length ? text[index + ahead] : '\0';
    }

    @Override
    public String prefix(int length) {
        return new String(text, index, Math.min(length, text.length - index));
    }

    @Override
    public String prefixForward(int length) {
        String prefix = prefix(length);
        index += length;
        column += length;
        return prefix;
    }

    @Override
    public int getColumn() {
        return column;
    }

    @Override
    public int getLine() {
        return line;
    }

    @Override
    public int getIndex() {
        return index;
    }

    @Override
    public int getDocumentIndex() {
        return index - documentStart;
    }

    @Override
    public void resetDocumentIndex() {
        documentStart = index;
    }
}
