package org.broadsheet.query;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What has to be equal for two texts to be the same entry: their words without accents, stops of initials and plurals,
 * cut at hyphens, so that {@code large-language models} is {@code large language model}.
 */
final class SynonymKey {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s\\p{Pd}/]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern INITIALS = Pattern.compile("(?:\\p{L}\\.)+\\p{L}?");
    /** Letters of the shortest word whose s may be that of a plural: GPS and DHS have none. */
    private static final int PLURAL = 4;

    private SynonymKey() {}

    /** In small letters. */
    static List<String> of(String text) {
        return words(text.toLowerCase(Locale.ROOT));
    }

    /** As it is typed, of one word that is only meant in this case. */
    static List<String> cased(String text) {
        return words(text);
    }

    private static List<String> words(String text) {
        if (isPlain(text)) { // as nearly all are
            return List.of(singular(text));
        }
        String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .replace('’', '\'');
        return Arrays.stream(BETWEEN_WORDS.split(plain)).map(SynonymKey::word).filter(word -> !word.isEmpty()).toList();
    }

    private static String word(String text) {
        return singular(INITIALS.matcher(text).matches() ? text.replace(".", "") : text);
    }

    private static String singular(String word) {
        boolean plural = word.length() >= PLURAL && word.endsWith("s") && !word.endsWith("ss");
        return plural ? word.substring(0, word.length() - 1) : word;
    }

    /** Whether a text is but a word of ASCII. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80 || !Character.isLetterOrDigit(c)) {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
