package org.broadsheet.source;

import org.broadsheet.article.SafeText;

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

    /** The text as it may stand in a message: it can neither break a line nor drive a terminal. */
    static String oneLine(String text) {
        return SafeText.of(text);
    }
}
