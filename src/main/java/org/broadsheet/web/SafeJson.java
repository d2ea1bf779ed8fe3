package org.broadsheet.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import org.broadsheet.article.SafeText;

/**
 * JSON that says all that a text holds, and can be printed on a terminal: {@linkplain SafeText#isHarmful characters that
 * act on their surroundings} are written as escapes ({@code \\u202e}), which is the same to whoever parses it.
 */
public final class SafeJson {

    /** Makes writers of it. */
    public static final JsonFactory FACTORY = new JsonFactoryBuilder().characterEscapes(new Escapes()).build();

    private SafeJson() {}

    private static final class Escapes extends CharacterEscapes {

        private static final long serialVersionUID = 1;
        private static final int DELETE = 0x7F;

        private final int[] ascii = standardAsciiEscapesForJSON();

        private Escapes() {
            ascii[DELETE] = ESCAPE_STANDARD;
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return ascii;
        }

        /** Null for what stays as it is. Halves of a surrogate pair, which come one by one, are for the writer. */
        @Override
        public SerializableString getEscapeSequence(int c) {
            boolean escaped = c > DELETE && !(c <= Character.MAX_VALUE && Character.isSurrogate((char) c))
                    && SafeText.isHarmful(c);
            return escaped ? new SerializedString("\\u%04x".formatted(c)) : null;
        }
    }
}
