package org.broadsheet.source;

/** Foreign text within a message. */
final class Quoted {

    /** Enough to recognise a value by; a message stays one line of a terminal. */
    private static final int MAX_CHARACTERS = 60;

    private Quoted() {}

    /** The text in quotation marks, on one line, and cut where it is long. */
    static String of(String text) {
        if (text.length() <= MAX_CHARACTERS) {
            return '"' + oneLine(text) + '"';
        }
        int end = MAX_CHARACTERS - (Character.isHighSurrogate(text.charAt(MAX_CHARACTERS - 1)) ? 1 : 0);
        return '"' + oneLine(text.substring(0, end)) + "…\"";
    }

    /** The text with a space for each control character, so that it can neither break a line nor drive a terminal. */
    static String oneLine(String text) {
        StringBuilder line = null;
        for (int i = 0; i < text.length(); i++) {
            if (harmful(text.charAt(i))) {
                line = line == null ? new StringBuilder(text) : line;
                line.setCharAt(i, ' ');
            }
        }
        return line == null ? text : line.toString();
    }

    private static boolean harmful(char c) {
        return Character.isISOControl(c) || c == '\u2028' || c == '\u2029' || Invisible.isDirection(c);
    }
}
