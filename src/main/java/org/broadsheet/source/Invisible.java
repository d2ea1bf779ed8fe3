package org.broadsheet.source;

import java.lang.Character.UnicodeScript;
import java.util.Set;

import org.broadsheet.article.SafeText;

/** Characters that nobody sees, and that keep a word from being found or turn the text around it. */
final class Invisible {

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int EMOJI_STYLE = 0xFE0F;
    private static final int BLACK_FLAG = 0x1F3F4;
    private static final int LINE_SEPARATOR = 0x2028;
    private static final int PARAGRAPH_SEPARATOR = 0x2029;

    /** Scripts in which no spelling needs a joiner. */
    private static final Set<UnicodeScript> WITHOUT_JOINERS = Set.of(UnicodeScript.LATIN, UnicodeScript.GREEK,
            UnicodeScript.CYRILLIC, UnicodeScript.ARMENIAN, UnicodeScript.GEORGIAN, UnicodeScript.HEBREW,
            UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.HANGUL,
            UnicodeScript.COMMON);

    private Invisible() {}

    /** The text without them; joiners stay where emoji or a script (Persian, Hindi) need them, and so do
     * the tags of flags. */
    static String removed(String text) {
        StringBuilder result = new StringBuilder(text.length());
        for (int i = 0; i < text.length();) {
            int c = text.codePointAt(i);
            int next = i + Character.charCount(c);
            if (c < 0xAD || !isInvisible(c) || isJoiner(c) && joins(text, i, next, c) || follows(result, c)) {
                result.appendCodePoint(c);
            }
            i = next;
        }
        return result.length() == text.length() ? text : result.toString();
    }

    private static boolean isInvisible(int c) {
        return isJoiner(c) || SafeText.isHarmful(c) && c != LINE_SEPARATOR && c != PARAGRAPH_SEPARATOR
                || isBlankLetter(c) || isTag(c) || isVariant(c);
    }

    /** Letters by their category, and nothing to see: a title of them alone would be a link that nobody can follow. */
    private static boolean isBlankLetter(int c) {
        return c == 0x034F || c == 0x115F || c == 0x1160 || c == 0x17B4 || c == 0x17B5 || c >= 0x180B && c <= 0x180F
                || c == 0x3164 || c == 0xFFA0;
    }

    /** Spell ASCII invisibly: good for three flags, and for hiding a text within another. */
    private static boolean isTag(int c) {
        return c >= 0xE0020 && c <= 0xE007F;
    }

    /** Variants of Han characters. */
    private static boolean isVariant(int c) {
        return c >= 0xE0100 && c <= 0xE01EF;
    }

    /** Whether it belongs to the character before it, as far as that is kept. */
    private static boolean follows(StringBuilder before, int c) {
        if (before.isEmpty()) {
            return false;
        }
        int last = before.codePointBefore(before.length());
        return isTag(c) && (last == BLACK_FLAG || isTag(last)) || isVariant(c) && Character.isIdeographic(last);
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
