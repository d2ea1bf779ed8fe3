package org.broadsheet.opensearch;

import java.util.LinkedHashSet;
import java.util.Set;

/** Regular expressions as Lucene, and so OpenSearch, reads them. */
final class Patterns {

    /** Beginnings of fewer letters are taken as they are: too many terms are one letter away. */
    private static final int SHORTEST_WITH_TYPO = 4;
    /** A longer text is not mistyped by one letter, and its expression would be too large. */
    private static final int LONGEST_WITH_TYPO = 40;

    private Patterns() {}

    /** The text itself. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder();
        text.codePoints().forEach(each -> append(each, quoted));
        return quoted.toString();
    }

    static boolean allowsTypo(String beginning) {
        int length = beginning.codePointCount(0, beginning.length());
        return length >= SHORTEST_WITH_TYPO && length <= LONGEST_WITH_TYPO;
    }

    /**
     * The text with one letter wrong, missing, too many or swapped with its neighbour. The first letter is right: nobody
     * mistypes that often, and it keeps most of the dictionary out.
     */
    static String oneTypo(String text) {
        int[] letters = text.codePoints().toArray();
        Set<String> variants = new LinkedHashSet<>();
        for (int i = 1; i < letters.length; i++) {
            String before = quoted(letters, 0, i);
            variants.add(before + quoted(letters, i + 1, letters.length));
            variants.add(before + "." + quoted(letters, i + 1, letters.length));
            variants.add(before + "." + quoted(letters, i, letters.length));
            if (i + 1 < letters.length) {
                variants.add(before + quoted(letters, i + 1, i + 2) + quoted(letters, i, i + 1)
                        + quoted(letters, i + 2, letters.length));
            }
        }
        return "(" + String.join("|", variants) + ")";
    }

    private static String quoted(int[] letters, int from, int to) {
        StringBuilder quoted = new StringBuilder();
        for (int i = from; i < to; i++) {
            append(letters[i], quoted);
        }
        return quoted.toString();
    }

    private static void append(int letter, StringBuilder pattern) {
        if (!Character.isLetterOrDigit(letter)) {
            pattern.append('\\');
        }
        pattern.appendCodePoint(letter);
    }
}
