package org.broadsheet.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Turns back UTF-8 that was read as Windows-1252: {@code AIâ€™s} → {@code AI’s}.
 *
 * <p>Each run of characters beyond ASCII stands for itself. It is turned back only if all of it goes into Windows-1252
 * and the bytes are strict UTF-8, which right text hardly ever is. Where a capital with an accent ends a word before a
 * dash or a quotation mark ({@code CAFÉ—}) it may be, so that the outcome must also be likely.
 */
final class Mojibake {

    /** The characters of the bytes 80 to 9F; those that Windows leaves undefined are the control characters. */
    private static final String WINDOWS_80_TO_9F = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    /** Text can have gone wrong more than once. */
    private static final int MAX_ROUNDS = 3;

    private Mojibake() {}

    /** The text with every such run turned back; the same text where there is none. */
    static String repair(String text) {
        String result = text;
        for (int round = 0; round < MAX_ROUNDS; round++) {
            String once = repairedOnce(result);
            if (once.equals(result)) {
                break;
            }
            result = once;
        }
        return result;
    }

    private static String repairedOnce(String text) {
        StringBuilder result = null;
        int done = 0;
        for (int start = 0; start < text.length();) {
            if (text.charAt(start) < 0x80) {
                start++;
                continue;
            }
            int end = start + 1;
            while (end < text.length() && text.charAt(end) >= 0x80) {
                end++;
            }
            String decoded = decoded(text, start, end);
            if (decoded != null && isLikely(text, start, end, decoded)) {
                result = result == null ? new StringBuilder(text.length()) : result;
                result.append(text, done, start).append(decoded);
                done = end;
            }
            start = end;
        }
        return result == null ? text : result.append(text, done, text.length()).toString();
    }

    /** The run as it was meant, or null where it cannot be UTF-8 gone wrong. */
    private static String decoded(String text, int start, int end) {
        if (end - start < 2 || text.charAt(start) < 0xC2 || text.charAt(start) > 0xF4) {
            return null; // too short, or not the first byte of a character
        }
        byte[] bytes = new byte[end - start];
        for (int i = start; i < end; i++) {
            int b = windowsByte(text.charAt(i));
            if (b < 0) {
                return null;
            }
            bytes[i - start] = (byte) b;
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static int windowsByte(char c) {
        if (c < 0x100) {
            return c;
        }
        int index = WINDOWS_80_TO_9F.indexOf(c);
        return index < 0 ? -1 : 0x80 + index;
    }

    private static boolean isLikely(String text, int start, int end, String decoded) {
        if (decoded.codePointCount(0, decoded.length()) > 1) {
            return true; // two characters in a row that decode by chance have not been seen in right text
        }
        int c = decoded.codePointAt(0);
        // Behind Â and Ã: Western letters and signs. Then punctuation, signs, dingbats; CJK punctuation and kana; forms
        // and the byte order mark; emoji. In right text their first characters do not come before such second ones.
        if (c <= 0xFF || c >= 0x2000 && c <= 0x30FF || c >= 0xF000 && c <= 0xFFFF || c >= 0x10000) {
            return true;
        }
        // Behind Ä and Å: Polish, Czech, Turkish letters. A capital amid small letters is wrong already.
        boolean amidLetters = start > 0 && Character.isLowerCase(text.charAt(start - 1))
                || end < text.length() && Character.isLowerCase(text.charAt(end)) && text.charAt(end - 1) < 0x2000;
        return c <= 0x17F && amidLetters;
    }
}
