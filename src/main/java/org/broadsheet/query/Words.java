package org.broadsheet.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What belongs to a word and what is punctuation around it. */
final class Words {

    /** Words that are operators where they stand alone and in capitals. */
    static final Set<String> OPERATORS = Set.of("AND", "OR", "NOT");
    /** Punctuation that names begin with: {@code .NET}, {@code #metoo}, {@code @broadsheet}, {@code $5}. */
    static final String STARTS = ".#@$";
    /** Punctuation that names end with ({@code C#}, {@code C++}, {@code 5%}), and that closes a {@code person(s)}. */
    private static final String ENDS = "#+%)";
    /** Punctuation within what is one word in the index all the same: {@code o'brien}, {@code govtech.com}. */
    private static final String WITHIN_TERMS = "'’._";

    private Words() {}

    /** Whether the analysis makes a word of it: a letter, a digit or an emoji. */
    static boolean isSearched(int codePoint) {
        return Character.isLetterOrDigit(codePoint) || Character.isEmojiPresentation(codePoint);
    }

    static boolean isSearched(String text) {
        return text.codePoints().anyMatch(Words::isSearched);
    }

    /** Searched, or a mark upon what is. */
    private static boolean belongs(int codePoint) {
        return isSearched(codePoint) || switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> codePoint == 0x200C || codePoint == 0x200D;
        };
    }

    /** The text without the punctuation that follows its last word, but with any of the characters to keep. */
    static String trimEnd(String text, String keep) {
        int end = text.length();
        while (end > 0) {
            int last = text.codePointBefore(end);
            if (belongs(last) || ENDS.indexOf(last) >= 0 || keep.indexOf(last) >= 0
                    || last == '.' && endsInitials(text, end)) {
                break;
            }
            end -= Character.charCount(last);
        }
        return text.substring(0, end);
    }

    /** The text without the punctuation before its first word. */
    static String trimStart(String text) {
        int start = 0;
        while (start < text.length() && !isSearched(text.codePointAt(start))) {
            start += Character.charCount(text.codePointAt(start));
        }
        return text.substring(start);
    }

    /** Whether the stop at the end belongs to initials, as in {@code A.I.}, and does not end a sentence. */
    private static boolean endsInitials(String text, int end) {
        return end >= 4 && Character.isLetter(text.charAt(end - 2)) && text.charAt(end - 3) == '.';
    }

    /** Whether the text is one word of the index, and so can be searched by its beginning or by its spelling. */
    static boolean isTerm(String text) {
        return isSearched(text) && text.codePoints().allMatch(c -> belongs(c) || WITHIN_TERMS.indexOf(c) >= 0);
    }

    /** The parts of the text that are words of their own, without any punctuation; empty if there are none. */
    static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (isSearched(c) || !part.isEmpty() && belongs(c)) {
                part.appendCodePoint(c);
            } else if (!part.isEmpty()) {
                parts.add(part.toString());
                part.setLength(0);
            }
        });
        if (!part.isEmpty()) {
            parts.add(part.toString());
        }
        return parts;
    }

    static int letters(String text) {
        return text.codePointCount(0, text.length());
    }
}
