package org.broadsheet.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import static java.util.stream.Collectors.joining;

/**
 * Reads one word with what may follow it: {@code word}, {@code word*}, {@code word~1}. Of wildcards elsewhere, regular
 * expressions and weights only the words are left, with a notice.
 */
final class WordReader {

    /** Words that begin with fewer letters are too many to be of use. */
    private static final int PREFIX_LETTERS = 2;
    /** Of shorter words every other one is a misspelling. */
    private static final int FUZZY_LETTERS = 3;
    /**
     * From this length on two edits still leave the word recognisable; engines of this family draw the same line. In a
     * shorter one they leave nothing of it, and cost more than all else a query can ask for.
     */
    private static final int LONG_WORD_LETTERS = 6;
    private static final int MOST_EDITS = 2;

    private final QuerySettings settings;
    private final Notices notices;
    private int expansions;

    WordReader(QuerySettings settings, Notices notices) {
        this.settings = settings;
        this.notices = notices;
    }

    /**
     * Reads a word.
     *
     * @param typed without spaces, quotation marks and leading punctuation
     * @param from where it stands in the text, for notices
     * @return one part, or several where it is cut into words, or none where nothing is left of it
     */
    List<ArticleQuery> read(String typed, int from, int to) {
        String text = Words.trimEnd(limited(typed, from, to), "*~");
        if (text.contains("://")) {
            return word(Words.trimEnd(text, "*~/"));
        }
        if (text.equals("*") || text.equals("*:*") || text.equals("**")) {
            return List.of(new ArticleQuery.Everything());
        }
        String unweighted = withoutWeight(text);
        if (unweighted.length() < text.length()) {
            notices.add(from, to, "has a weight: words cannot be weighted, it was searched without.");
        }
        int tilde = suffix(unweighted, '~');
        if (tilde > 0) {
            return fuzzy(unweighted.substring(0, tilde), unweighted.substring(tilde + 1), from, to);
        }
        return unweighted.indexOf('*') >= 0 || unweighted.indexOf('?') >= 0
                ? wildcard(unweighted, from, to)
                : plain(unweighted);
    }

    /** The words of a text that is not what it seems, such as a regular expression. */
    List<ArticleQuery> words(String text) {
        return Words.parts(text).stream().flatMap(part -> word(part).stream()).toList();
    }

    /** The word, cut where it is longer than any word of the index. */
    private String limited(String typed, int from, int to) {
        int most = settings.wordCharacters();
        if (typed.length() <= most) {
            return typed;
        }
        notices.add(from, to, "was cut: only the first " + most + " characters of a word are searched.");
        int cut = Character.isHighSurrogate(typed.charAt(most - 1)) ? most - 1 : most;
        String begin = typed.substring(0, cut);
        int open = begin.lastIndexOf('(');
        return open > begin.lastIndexOf(')') ? begin.substring(0, open) : begin;
    }

    private List<ArticleQuery> fuzzy(String base, String digits, int from, int to) {
        String word = Words.trimStart(Words.trimEnd(base, ""));
        if (!Words.isTerm(word) || Words.letters(word) < FUZZY_LETTERS) {
            notices.add(from, to, "was searched as it is spelt: ~ stands after a single word of " + FUZZY_LETTERS
                    + " letters or more.");
            return base.indexOf('*') >= 0 || base.indexOf('?') >= 0 ? words(base) : plain(base);
        }
        int usual = Words.letters(word) < LONG_WORD_LETTERS ? 1 : MOST_EDITS;
        int edits = digits.isEmpty() ? usual : edits(digits);
        if (edits < 1 || edits > usual) {
            notices.add(from, to, "was read as " + word + "~" + usual + ": the number of edits is 1, or 2 in a word of "
                    + LONG_WORD_LETTERS + " letters or more.");
            edits = usual;
        }
        return mayExpand(from, to) ? List.of(new ArticleQuery.Fuzzy(word, edits)) : word(word);
    }

    /** As typed, or 0 if that is no whole number; older syntaxes have a likeness such as 0.8 there. */
    private static int edits(String digits) {
        if (digits.indexOf('.') >= 0) {
            return 0;
        }
        return digits.length() > 2 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }

    private List<ArticleQuery> wildcard(String text, int from, int to) {
        int stars = text.length();
        while (stars > 0 && text.charAt(stars - 1) == '*') {
            stars--;
        }
        String stem = Words.trimEnd(text.substring(0, stars), "");
        List<ArticleQuery> parts = new ArrayList<>(words(text));
        boolean onlyAtEnd = stars < text.length() && !parts.isEmpty()
                && stem.chars().noneMatch(c -> "*?~^".indexOf(c) >= 0);
        String last = parts.isEmpty() ? "" : ((ArticleQuery.Word) parts.getLast()).text();
        boolean longEnough = Words.letters(Words.isTerm(stem) ? stem : last) >= PREFIX_LETTERS;
        if (onlyAtEnd && longEnough) {
            return mayExpand(from, to) ? List.of(new ArticleQuery.Prefix(stem)) : plain(stem);
        }
        if (onlyAtEnd) {
            notices.add(from, to,
                    "was searched without the *: at least " + PREFIX_LETTERS + " letters of a word stand before it.");
            return plain(stem);
        }
        if (stars < text.length() && Words.letters(last) >= PREFIX_LETTERS && stem.endsWith(last)
                && mayExpand(from, to)) {
            parts.set(parts.size() - 1, new ArticleQuery.Prefix(last));
        }
        String rule = text.indexOf('*') >= 0 ? "* stands only at the end of a word." : "? is punctuation.";
        notices.add(from, to, (parts.isEmpty() ? "was left out: " : "was read as " + spaced(parts) + ": ") + rule);
        return parts;
    }

    private static String spaced(List<ArticleQuery> parts) {
        return parts.stream().map(ArticleQuery::toString).collect(joining(" "));
    }

    private boolean mayExpand(int from, int to) {
        if (++expansions <= settings.expansions()) {
            return true;
        }
        notices.add(from, to, "was searched as a plain word: only " + settings.expansions()
                + " words of a query can end in * or ~.");
        return false;
    }

    /** What is left of the word when nothing after it means anything. */
    private static List<ArticleQuery> plain(String text) {
        String rest = text;
        String shorter = withoutSuffixes(rest);
        while (shorter.length() < rest.length()) {
            rest = shorter;
            shorter = withoutSuffixes(rest);
        }
        return word(rest);
    }

    private static String withoutSuffixes(String text) {
        String trimmed = withoutWeight(Words.trimEnd(text, ""));
        int tilde = suffix(trimmed, '~');
        return tilde > 0 ? trimmed.substring(0, tilde) : trimmed;
    }

    private static List<ArticleQuery> word(String text) {
        if (!Words.isSearched(text)) {
            return List.of();
        }
        // In capitals it would print as the operator that it is not.
        return List.of(new ArticleQuery.Word(Words.OPERATORS.contains(text) ? text.toLowerCase(Locale.ROOT) : text,
                true));
    }

    /** Without {@code ^2} at its end; {@code 10^6} is a number and stays. */
    private static String withoutWeight(String text) {
        int caret = suffix(text, '^');
        return caret > 0 && caret < text.length() - 1 && text.chars().limit(caret).anyMatch(Character::isLetter)
                ? text.substring(0, caret)
                : text;
    }

    /** Where the mark stands that only a number, or nothing, follows; 0 or less if there is none. */
    private static int suffix(String text, char mark) {
        int at = text.lastIndexOf(mark);
        for (int i = at + 1; at > 0 && i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && c != '.') {
                return -1;
            }
        }
        return at;
    }
}
