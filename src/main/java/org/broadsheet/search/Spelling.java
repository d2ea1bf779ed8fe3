package org.broadsheet.search;

import java.util.Locale;
import java.util.stream.Stream;

/**
 * A word of the index that may be what was meant.
 *
 * @param word in lower case, without accents, not stemmed
 * @param articles how many articles have it
 * @param edits how many letters it differs by
 */
public record Spelling(String word, long articles, int edits) {

    /** Words of so many letters or fewer are never changed: too many others are one letter away. */
    private static final int SHORT = 3;
    /** Words from so many letters on may differ by two. */
    private static final int LONG = 8;

    /** How many letters of a word may be wrong: one of a middling word, two of a long one. */
    static int tolerance(String word) {
        return word.length() < LONG ? 1 : 2;
    }

    /**
     * Whether a word may have been misspelt: not if it is short, has digits, or is in capitals, as names and acronyms
     * are.
     *
     * @param shouting whether all of the query is in capitals, so that capitals mean nothing
     */
    static boolean mayChange(String word, boolean shouting) {
        return word.length() > SHORT && word.chars().allMatch(Character::isLetter)
                && (shouting || !isCapitals(word));
    }

    static boolean allCapitals(Stream<String> words) {
        return words.allMatch(Spelling::isCapitals);
    }

    private static boolean isCapitals(String word) {
        return word.equals(word.toUpperCase(Locale.ROOT)) && !word.equals(word.toLowerCase(Locale.ROOT));
    }
}
