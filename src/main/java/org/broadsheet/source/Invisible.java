package org.broadsheet.source;

import java.lang.Character.UnicodeScript;
import java.util.Set;

/** Characters that nobody sees, and that keep a word from being found or turn the text around it. */
final class Invisible {

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int EMOJI_STYLE = 0xFE0F;

    /** Scripts in which no spelling needs a joiner. */
    private static final Set<UnicodeScript> WITHOUT_JOINERS = Set.of(UnicodeScript.LATIN, UnicodeScript.GREEK,
            UnicodeScript.CYRILLIC, UnicodeScript.ARMENIAN, UnicodeScript.GEORGIAN, UnicodeScript.HEBREW,
            UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.HANGUL,
            UnicodeScript.COMMON);

    private Invisible() {}

    /** The text without them; joiners stay where emoji or a script (Persian, Hindi) need them. */
    static String removed(String text) {
        StringBuilder result = new StringBuilder(text.length());
        for (int i = 0; i < text.length();) {
            int c = text.codePointAt(i);
            int next = i + Character.charCount(c);
            if (c < 0xAD || !isInvisible(c) || isJoiner(c) && joins(text, i, next, c)) {
                result.appendCodePoint(c);
            }
            i = next;
        }
        return result.length() == text.length() ? text : result.toString();
    }

    /** Marks and controls of the direction of writing. */
    static boolean isDirection(int c) {
        return c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069 || c == 0x200E || c == 0x200F || c == 0x061C;
    }

    private static boolean isInvisible(int c) {
        return c == 0xAD || c >= 0x200B && c <= 0x200D || c >= 0x2060 && c <= 0x2064 || c >= 0x206A && c <= 0x206F
                || c == 0xFEFF || c >= 0xFFF9 && c <= 0xFFFB || isDirection(c)
                || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE; // half a pair is no character
    }

    private static boolean isJoiner(int c) {
        return c == ZERO_WIDTH_JOINER || c == ZERO_WIDTH_NON_JOINER;
    }

    private static boolean joins(String text, int at, int next, int joiner) {
        if (at == 0 || next >= text.length()) {
            return false;
        }
        int before = text.codePointBefore(at);
        int after = text.codePointAt(next);
        return joinsLetters(before, after)
                || joiner == ZERO_WIDTH_JOINER && isPictured(before) && Character.isEmoji(after);
    }

    private static boolean joinsLetters(int before, int after) {
        return Character.isUnicodeIdentifierPart(before) && Character.isUnicodeIdentifierPart(after)
                && !isInvisible(before) && !isInvisible(after)
                && !WITHOUT_JOINERS.contains(UnicodeScript.of(before))
                && !WITHOUT_JOINERS.contains(UnicodeScript.of(after));
    }

    private static boolean isPictured(int c) {
        return c > 0xAD && (Character.isExtendedPictographic(c) || Character.isEmojiModifier(c)) || c == EMOJI_STYLE;
    }
}
