package org.broadsheet.source;

import java.text.Normalizer;

import org.jsoup.parser.Parser;

/**
 * Mends a text that came through careless hands:
 *
 * <pre>
 * we&amp;amp;#39;re          → we're        entities, also encoded twice
 * AIâ€™s               → AI’s         UTF-8 that was read as Windows-1252
 * a&lt;U+200B&gt;b           → ab           characters that nobody sees
 * two   spaces        → two spaces   also line ends and tabs
 * </pre>
 *
 * <p>Control characters and those that turn the direction of writing go; characters are composed (NFC). Markup stays:
 * it is text, and whoever makes a page of it escapes it.
 */
final class TextRepair {

    /** Feeds that were fed from feeds encode three times. */
    private static final int MAX_ENCODINGS = 3;

    private TextRepair() {}

    /** The mended text, trimmed; empty where nothing visible is left. */
    static String repair(String text) {
        if (isPlain(text)) {
            return text;
        }
        String mended = Mojibake.repair(unescaped(text));
        mended = Invisible.removed(mended);
        return withSingleSpaces(Normalizer.normalize(mended, Normalizer.Form.NFC));
    }

    /** Whether there can be nothing to mend: most texts, so worth a look before the work. */
    private static boolean isPlain(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == '&' || c == ' ' && before == ' ') {
                return false;
            }
            before = c;
        }
        return text.isEmpty() || before != ' ';
    }

    private static String unescaped(String text) {
        String result = text;
        for (int i = 0; i < MAX_ENCODINGS && result.indexOf('&') >= 0; i++) {
            // As in an attribute: "?a=1&copy=2" keeps its ampersand, as nothing ends the entity.
            String decoded = Parser.unescapeEntities(result, true);
            if (decoded.equals(result)) {
                break;
            }
            result = decoded;
        }
        return result;
    }

    private static String withSingleSpaces(String text) {
        StringBuilder result = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085') {
                space = true;
            } else if (!Character.isISOControl(c)) {
                if (space && !result.isEmpty()) {
                    result.append(' ');
                }
                space = false;
                result.append(c);
            }
        }
        return result.toString();
    }
}
