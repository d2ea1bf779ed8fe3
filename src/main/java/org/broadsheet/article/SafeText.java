package org.broadsheet.article;

/**
 * Text from outside as it may stand where a person reads it: a page, a terminal, a log.
 *
 * <p>Some characters act on what stands around them. Controls move the cursor of a terminal, break a line of a log in
 * two and are refused by XML; marks of direction let {@code photo[U+202E]gpj.exe} read as {@code photoexe.jpg}; and
 * what nobody sees makes two names look the same. Markup is not this class's business: it is text, and whoever makes a
 * page of it escapes it.
 */
public final class SafeText {

    /** Stands where such a character stood. */
    private static final char REPLACEMENT = '\uFFFD';

    private SafeText() {}

    /**
     * The text on one line: line ends and tabs are spaces, all else that {@linkplain #isHarmful acts on its
     * surroundings} is U+FFFD. The same text where there is nothing of that.
     */
    public static String of(String text) {
        StringBuilder safe = null;
        for (int i = 0, c; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            if (isHarmful(c)) {
                safe = safe == null ? new StringBuilder(text) : safe;
                if (Character.charCount(c) == 2) {
                    safe.setCharAt(i + 1, REPLACEMENT);
                }
                safe.setCharAt(i, isLineEndOrTab(c) ? ' ' : REPLACEMENT);
            }
        }
        return safe == null ? text : safe.toString();
    }

    /** Whether the text can stand as it is. */
    public static boolean isSafe(String text) {
        return text.codePoints().noneMatch(SafeText::isHarmful);
    }

    /**
     * Controls, marks of direction, what nobody sees less the joiners that emoji and some scripts need, and what is no
     * character at all: half a surrogate pair, U+FFFE.
     */
    public static boolean isHarmful(int c) {
        if (c < 0xAD) {
            return Character.isISOControl(c);
        }
        return isDirection(c) || isLineEndOrTab(c) || c == 0xAD || c == 0x180E || c == 0x200B
                || c >= 0x2060 && c <= 0x206F || c == 0xFEFF || c >= 0xFFF9 && c <= 0xFFFB
                || c >= 0x1D173 && c <= 0x1D17A || c == 0xE0001
                || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE || (c & 0xFFFE) == 0xFFFE;
    }

    /** Marks and controls of the direction of writing. */
    public static boolean isDirection(int c) {
        return c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069 || c == 0x200E || c == 0x200F || c == 0x061C;
    }

    private static boolean isLineEndOrTab(int c) {
        return c >= '\t' && c <= '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
    }
}
