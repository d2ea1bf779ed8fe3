package org.broadsheet.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Strict decoding: a file in another encoding is rejected rather than indexed with holes. */
final class Utf8 {

    private static final char REPLACEMENT = '\uFFFD';
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Utf8() {}

    /** The text, without a byte order mark at its start; {@code firstLine} is for the position of an error. */
    static String decode(byte[] bytes, int firstLine) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0) {
            requireValid(bytes, firstLine); // the character may also stand in the file itself
        }
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static void requireValid(byte[] bytes, int firstLine) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder(); // reports what is malformed
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            out.flip();
            String before = out.toString();
            before = before.startsWith("\uFEFF") ? before.substring(1) : before;
            throw at(before, before.length(), firstLine,
                    "wrong encoding: not UTF-8 (byte 0x%02X)".formatted(in.get(in.position())));
        }
    }

    /** Trouble at an offset of the text, as line and column; lines end as editors see them. */
    static UnusableException at(String text, int offset, int firstLine, String reason) {
        int line = firstLine;
        int start = 0;
        for (int i = 0; i < offset; i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n')) {
                line++;
                start = i + 1;
            }
        }
        return new UnusableException(line, text.codePointCount(start, offset) + 1, reason);
    }
}
