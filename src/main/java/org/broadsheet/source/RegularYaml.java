package org.broadsheet.source;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads front matter that has the regular form which programs write, many times faster than a YAML parser can:
 *
 * <pre>
 * key: plain text                 indented by spaces, one line for each value,
 * key: "quoted \"text\""          texts plain or in quotation marks,
 * key:                            keys of letters, digits, - and _
 *   - text
 *   - key: text
 *     key: text
 * </pre>
 *
 * <p>Whatever is not certain to mean just this is declined as a whole, and {@link YamlTree} reads it: anchors, aliases,
 * tags, flow collections, blocks of text, comments, tabs, texts over several lines, rare escapes, lists no deeper than
 * their key, and everything that is not YAML. What is read equals what {@code YamlTree} reads, positions included; tests
 * hold the two against each other.
 */
final class RegularYaml {

    /** Real files nest to 4. */
    private static final int MAX_DEPTH = 12;

    /** YAML allows 1,024. */
    private static final int MAX_KEY_LENGTH = 100;

    /** Ends the reading; what it is thrown for does not matter. */
    private static final class Declined extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private static final Declined INSTANCE = new Declined();

        private Declined() {
            super(null, null, false, false);
        }
    }

    private final String text;
    private int values;

    // The line at which the reader stands.
    private int line; // its number
    private int lineStart;
    private int contentStart; // behind the indentation
    private int contentEnd; // before trailing spaces
    private int nextLine;
    private int indent; // -1 at the end of the text

    private RegularYaml(String text, int firstLine) {
        this.text = text;
        this.line = firstLine - 1;
    }

    /** The mapping that the text is, or null if it is none, or not in regular form. */
    static Value.Mapping read(String text, int firstLine) {
        RegularYaml yaml = new RegularYaml(text, firstLine);
        try {
            yaml.advance();
            if (yaml.indent != 0) {
                return null;
            }
            Value.Mapping root = yaml.mapping(0, 0);
            return yaml.indent < 0 ? root : null;
        } catch (Declined e) {
            return null;
        }
    }

    /** Moves to the next line that is not blank. */
    private void advance() {
        while (nextLine < text.length()) {
            line++;
            lineStart = nextLine;
            int end = text.indexOf('\n', lineStart);
            end = end < 0 ? text.length() : end;
            nextLine = end + 1;
            contentStart = lineStart;
            while (contentStart < end && text.charAt(contentStart) == ' ') {
                contentStart++;
            }
            if (contentStart < end) {
                while (text.charAt(end - 1) == ' ') {
                    end--;
                }
                contentEnd = end;
                indent = contentStart - lineStart;
                return;
            }
        }
        indent = -1;
    }

    /** A mapping whose first key stands in this column (from 0) of the line, be it behind a dash, the others below it. */
    private Value.Mapping mapping(int column, int depth) {
        count(depth);
        int startLine = line;
        List<Value.Entry> entries = new ArrayList<>();
        int key = lineStart + column;
        do {
            entries.add(entry(key, column, depth));
            key = contentStart;
        } while (indent == column);
        require(indent < column);
        return new Value.Mapping(entries, startLine, column + 1);
    }

    private Value.Entry entry(int start, int column, int depth) {
        int colon = keyEnd(start);
        require(colon > 0);
        count(depth + 1);
        Value.Text key = new Value.Text(text.substring(start, colon), true, line, column + 1);
        if (colon + 1 < contentEnd) {
            return new Value.Entry(key, scalar(skipSpaces(colon + 1), column, depth + 1));
        }
        int keyLine = line;
        int end = colon + 1 - lineStart;
        advance();
        if (indent > column) {
            return new Value.Entry(key,
                    isDash() ? items(depth + 1) : mapping(indent, depth + 1));
        }
        require(indent < column || !isDash()); // a list no deeper than its key
        count(depth + 1);
        return new Value.Entry(key, new Value.Text("", true, keyLine, end + 1));
    }

    private Value.Items items(int depth) {
        count(depth);
        int startLine = line;
        int column = indent;
        List<Value> items = new ArrayList<>();
        do {
            require(isDash());
            items.add(item(column, depth + 1));
        } while (indent == column);
        require(indent < column);
        return new Value.Items(items, startLine, column + 1);
    }

    private Value item(int column, int depth) {
        if (contentStart + 1 == contentEnd) { // a dash and nothing else
            count(depth);
            Value.Text nothing = new Value.Text("", true, line, column + 2);
            advance();
            require(indent <= column);
            return nothing;
        }
        int start = skipSpaces(contentStart + 1);
        return keyEnd(start) > 0 ? mapping(start - lineStart, depth) : scalar(start, column, depth);
    }

    /** The text from an offset to the end of the line; nothing deeper than {@code column} may follow, as it would go on. */
    private Value.Text scalar(int start, int column, int depth) {
        count(depth);
        char first = text.charAt(start);
        Value.Text scalar = first == '"' || first == '\''
                ? new Value.Text(quoted(start, first), false, line, start - lineStart + 1)
                : new Value.Text(plain(start), true, line, start - lineStart + 1);
        advance();
        require(indent <= column);
        return scalar;
    }

    private String plain(int start) {
        char first = text.charAt(start);
        require(first >= '0' && first <= '9' || first >= 'A' && first <= 'Z' || first >= 'a' && first <= 'z'
                || first == '(' || first == '$' || first == '/' || first >= 0xC0
                || first == '-' && start + 1 < contentEnd && isDigit(text.charAt(start + 1)));
        char before = first;
        for (int i = start; i < contentEnd; i++) {
            char c = text.charAt(i);
            require(isOrdinary(c) && !(c == ' ' && before == ':') && !(c == '#' && before == ' '));
            before = c;
        }
        require(before != ':');
        return text.substring(start, contentEnd);
    }

    /** A text in quotation marks that are closed at the end of the line. */
    private String quoted(int start, char mark) {
        int last = contentEnd - 1;
        require(last > start && text.charAt(last) == mark);
        StringBuilder unescaped = null;
        int done = start + 1;
        for (int i = start + 1; i < last; i++) {
            char c = text.charAt(i);
            require(c != mark && isOrdinary(c));
            if (c == '\\' && mark == '"') {
                require(i + 1 < last); // else the mark at the end is escaped
                unescaped = unescaped == null ? new StringBuilder(last - start) : unescaped;
                unescaped.append(text, done, i).append(escaped(text.charAt(++i)));
                done = i + 1;
            }
        }
        return unescaped == null
                ? text.substring(start + 1, last)
                : unescaped.append(text, done, last).toString();
    }

    private static char escaped(char c) {
        return switch (c) {
            case '"', '\\' -> c;
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> throw Declined.INSTANCE;
        };
    }

    /** The offset of the colon behind a key that begins at an offset, or -1 where there is no key. */
    private int keyEnd(int start) {
        for (int i = start; i < contentEnd; i++) {
            char c = text.charAt(i);
            if (c == ':' && i > start && i - start <= MAX_KEY_LENGTH) {
                return i + 1 == contentEnd || text.charAt(i + 1) == ' ' ? i : -1;
            }
            boolean letter = c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c == '_';
            if (!letter && (i == start || !isDigit(c) && c != '-')) {
                return -1;
            }
        }
        return -1;
    }

    private boolean isDash() {
        return text.charAt(contentStart) == '-'
                && (contentStart + 1 == contentEnd || text.charAt(contentStart + 1) == ' ');
    }

    private int skipSpaces(int from) {
        require(text.charAt(from) == ' ');
        int at = from;
        while (text.charAt(at) == ' ') {
            at++; // ends at the latest at contentEnd - 1
        }
        return at;
    }

    private void count(int depth) {
        require(depth <= MAX_DEPTH && ++values <= YamlTree.MAX_VALUES);
    }

    /** Whether YAML allows the character, gives it no meaning within a line, and counts it as one column. */
    private static boolean isOrdinary(char c) {
        return c >= ' ' && c <= '~' || c >= 0xA0 && c != '\u2028' && c != '\u2029' && c != '\uFEFF' && c < 0xFFFE;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static void require(boolean regular) {
        if (!regular) {
            throw Declined.INSTANCE;
        }
    }
}
