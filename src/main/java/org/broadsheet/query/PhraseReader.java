package org.broadsheet.query;

import java.util.Arrays;
import java.util.List;

/** Reads the words between two quotation marks, and what may follow them: {@code "near these"~5}. */
final class PhraseReader {

    /** What was read, one phrase or nothing, and where it ends. */
    record Phrase(List<ArticleQuery> parts, int end) {}

    private PhraseReader() {}

    static Phrase read(QueryText text, int open, int close, QuerySettings settings, Notices notices) {
        List<String> words = Arrays.stream(text.slice(open + 1, close).split(" +"))
                .filter(word -> !word.isEmpty())
                .toList();
        int end = close + 1;
        int slop = 0;
        if (text.at(end) == '~') {
            int digits = digitsEnd(text, end + 1);
            slop = slop(text.slice(end + 1, digits), settings.slop());
            if (digits == end + 1) {
                notices.add(open, digits, "was searched as a phrase: after ~ stands how many positions apart.");
            } else if (slop > settings.slop()) {
                slop = settings.slop();
                notices.add(open, digits, "was read as ~" + slop + ": words further apart are not near each other.");
            }
            end = digits;
        }
        if (text.at(end) == '^' && Character.isDigit(text.at(end + 1))) {
            int digits = digitsEnd(text, end + 1);
            notices.add(open, digits, "has a weight: phrases cannot be weighted, it was searched without.");
            end = digits;
        }
        if (words.size() > settings.phraseWords()) {
            words = words.subList(0, settings.phraseWords());
            notices.add(open, close + 1, "was cut: only the first " + settings.phraseWords()
                    + " words of a phrase are searched.");
        }
        String phrase = String.join(" ", words);
        return new Phrase(Words.isSearched(phrase)
                ? List.of(new ArticleQuery.Phrase(phrase, words.size() == 1 ? 0 : slop))
                : List.of(), end);
    }

    private static int digitsEnd(QueryText text, int from) {
        int end = from;
        while (text.at(end) >= '0' && text.at(end) <= '9' || text.at(end) == '.' && end > from && Character.isDigit(
                text.at(end + 1))) {
            end++;
        }
        return end;
    }

    /** The number, or one more than the most if it is larger. */
    private static int slop(String digits, int most) {
        String whole = digits.indexOf('.') < 0 ? digits : digits.substring(0, digits.indexOf('.'));
        if (whole.isEmpty()) {
            return 0;
        }
        return whole.length() > 6 ? most + 1 : Math.min(Integer.parseInt(whole), most + 1);
    }
}
