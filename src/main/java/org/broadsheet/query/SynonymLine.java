package org.broadsheet.query;

import java.util.ArrayList;
import java.util.List;

/**
 * One line of a file of synonyms: texts that stand for each other, or texts and what stands in their place.
 *
 * @param asked what may be typed; not empty
 * @param found what that finds; the same texts unless the line has an arrow
 */
record SynonymLine(List<String> asked, List<String> found) {

    private static final String ARROW = "=>";

    /**
     * Reads a line: {@code a, b} or {@code a, b => c, d}. A backslash takes the character after it as it is, so that a
     * text can hold commas and arrows.
     *
     * @param line neither blank nor a comment
     * @throws IllegalArgumentException saying why it is neither
     */
    static SynonymLine of(String line) {
        List<String> sides = split(line, ARROW);
        if (sides.size() > 2) {
            throw new IllegalArgumentException("there is more than one " + ARROW);
        }
        List<String> asked = texts(sides.getFirst());
        return new SynonymLine(asked, sides.size() == 2 ? texts(sides.getLast()) : asked);
    }

    private static List<String> texts(String side) {
        return split(side, ",").stream().map(SynonymLine::unescaped).map(String::strip).map(text -> {
            if (!Words.isSearched(text)) {
                throw new IllegalArgumentException(
                        text.isEmpty() ? "a word is missing" : "\"" + text + "\" has neither letters nor digits");
            }
            return text;
        }).toList();
    }

    /** Parts between separators that no backslash precedes; backslashes stay. */
    private static List<String> split(String text, String separator) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.startsWith(separator, i)) {
                parts.add(text.substring(from, i));
                from = i + separator.length();
                i = from - 1;
            }
        }
        parts.add(text.substring(from));
        return parts;
    }

    private static String unescaped(String text) {
        return text.replaceAll("\\\\(.?)", "$1");
    }
}
