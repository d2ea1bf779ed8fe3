package org.broadsheet.query;

/**
 * The text of a query in one alphabet, and where each of its characters stood in what was typed.
 *
 * <p>Word processors and keyboards of other scripts replace quotation marks, colons, parentheses and the like; here they
 * are the ASCII ones again. Every blank, control character, backslash, semicolon and dash between words is a space: none
 * of them is ever searched. Invisible characters, such as those that direct bidirectional text, are gone.
 */
final class QueryText {

    private static final String LOOK_ALIKES = "“”„‟«»＂：（）＊～－−＜＞＝［］｛｝＆｜＾？！，．／";
    private static final String MEANT = "\"\"\"\"\"\"\":()*~--<>=[]{}&|^?!,./";
    private static final String AS_SPACE = "\\;–—―；";
    /** They join letters or parts of an emoji into one shape. */
    private static final String INVISIBLE_YET_KEPT = "\u200C\u200D";

    private final StringBuilder chars = new StringBuilder();
    private final int[] origin;

    /** The first so many characters of the text. */
    QueryText(String typed, int length) {
        origin = new int[length + 1];
        for (int i = 0; i < length; i++) {
            char c = typed.charAt(i);
            if (Character.getType(c) != Character.FORMAT || INVISIBLE_YET_KEPT.indexOf(c) >= 0) {
                origin[chars.length()] = i;
                chars.append(meant(c, typed, i, length));
            }
        }
        origin[chars.length()] = length;
    }

    private static char meant(char c, String typed, int at, int length) {
        if (Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c)
                || AS_SPACE.indexOf(c) >= 0 || isHalfCharacter(c, typed, at, length)) {
            return ' ';
        }
        int lookAlike = LOOK_ALIKES.indexOf(c);
        return lookAlike < 0 ? c : MEANT.charAt(lookAlike);
    }

    private static boolean isHalfCharacter(char c, String typed, int at, int length) {
        return Character.isHighSurrogate(c) && (at + 1 == length || !Character.isLowSurrogate(typed.charAt(at + 1)))
                || Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(typed.charAt(at - 1)));
    }

    int length() {
        return chars.length();
    }

    /** The character there; a space before the beginning and after the end. */
    char at(int index) {
        return index < 0 || index >= chars.length() ? ' ' : chars.charAt(index);
    }

    int codePointAt(int index) {
        return Character.codePointAt(chars, index);
    }

    String slice(int from, int to) {
        return chars.substring(from, to);
    }

    int indexOf(char c, int from) {
        return chars.indexOf(String.valueOf(c), from);
    }

    /** Where the character stood in the typed text. */
    int origin(int index) {
        return origin[index];
    }

    /** Whether a word ends here: at a space, a bar, a comma (but not in 1,000) and at two dots or more. */
    boolean isBreak(int index) {
        return switch (at(index)) {
            case ' ', '|', '…' -> true;
            case ',' -> !Character.isDigit(at(index - 1)) || !Character.isDigit(at(index + 1));
            case '.' -> at(index - 1) == '.' || at(index + 1) == '.';
            default -> false;
        };
    }

    /** Whether a sign or an operator of letters may end before, or begin after, this character. */
    boolean isEdge(int index) {
        return isBreak(index) || "()\"".indexOf(at(index)) >= 0;
    }

    /** Whether this is the inch of {@code 27" screen} rather than a quotation mark that opens. */
    boolean isInch(int index) {
        return at(index) == '"' && Character.isDigit(at(index - 1)) && isBreak(index + 1);
    }

    /** Whether no word begins here: punctuation, except what names begin with ({@code .NET}, {@code #metoo}). */
    boolean isPunctuation(int index) {
        char c = at(index);
        return c != '*' && !Words.isSearched(codePointAt(index)) && !(Words.STARTS.indexOf(c) >= 0
                && index + 1 < length() && Words.isSearched(codePointAt(index + 1)));
    }

    /** The first index from there on that is not a space or the end. */
    int skipSpaces(int index) {
        int i = index;
        while (i < length() && at(i) == ' ') {
            i++;
        }
        return i;
    }

    /** Where the word that begins there ends; parentheses within it, as in {@code person(s)}, belong to it. */
    int wordEnd(int from) {
        int end = from;
        while (end < length() && !isBreak(end) && at(end) != '"' && at(end) != ')') {
            if (at(end) == '(') {
                int close = closeWithinWord(from, end);
                if (close < 0) {
                    break;
                }
                end = close;
            }
            end++;
        }
        return end;
    }

    /** Where the parenthesis closes that opens right after letters and holds nothing else; -1 if it is not like that. */
    private int closeWithinWord(int from, int open) {
        int letters = open;
        while (letters > from && Character.isLetterOrDigit(at(letters - 1))) {
            letters--;
        }
        if (letters == open || Words.OPERATORS.contains(slice(letters, open))) {
            return -1;
        }
        int close = open + 1;
        while (Character.isLetterOrDigit(at(close)) || at(close) == '+' || at(close) == '-') {
            close++;
        }
        return at(close) == ')' ? close : -1;
    }
}
