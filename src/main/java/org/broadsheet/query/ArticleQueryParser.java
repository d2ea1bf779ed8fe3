package org.broadsheet.query;

/**
 * Reads what a person typed. Safe for use by many threads at once.
 *
 * <p>{@code src/docs/query-language.md} shows the language by example. Its rules for what is not obvious:
 *
 * <p>NOT binds most tightly, then AND, then OR, and a space between two words is an AND: so
 * {@code facial recognition OR clearview} asks for both words or for the third. Operators are in capitals; {@code or} is
 * a word.
 *
 * <p>A minus excludes if it follows a space and precedes none: {@code Diablo 4 - a review} excludes nothing. A colon
 * belongs to a field if letters stand before it and something right after: {@code 12:30}, addresses and
 * {@code Diablo 4: explained} are words. Parentheses are those of a sentence where there is no operator.
 *
 * <p>Nothing needs to be escaped, because punctuation is not searched; a backslash is a space.
 */
public final class ArticleQueryParser {

    private final QuerySettings settings;

    public ArticleQueryParser() {
        this(QuerySettings.DEFAULT);
    }

    public ArticleQueryParser(QuerySettings settings) {
        this.settings = settings;
    }

    /** What the text asks for. Never throws, whatever the text, and takes time in proportion to its length at most. */
    public ParsedQuery parse(String typed) {
        int length = considered(typed);
        QueryText text = new QueryText(typed, length);
        Notices notices = new Notices(text, settings.notices());
        ArticleQuery query = new QueryReader(text, settings, notices).read();
        if (length < typed.length()) {
            notices.addSentence(length, typed.length(),
                    "Only the first " + settings.characters()
                            + " characters of a query are read; the rest was left out.");
        }
        if (query instanceof ArticleQuery.Everything && notices.isEmpty() && !typed.isBlank()
                && typed.indexOf('*') < 0) {
            notices.addSentence(0, typed.length(), "There is no word to search for: everything is listed.");
        }
        return new ParsedQuery(query, notices.list());
    }

    /** How much of the text is read: as much as the limit allows, and no half word at the end if that can be avoided. */
    private int considered(String typed) {
        if (typed.length() <= settings.characters()) {
            return typed.length();
        }
        int limit = settings.characters();
        int earliest = Math.max(0, limit - settings.wordCharacters());
        int end = limit;
        while (end > earliest && !Character.isWhitespace(typed.charAt(end))) {
            end--;
        }
        return end > earliest ? end : limit;
    }
}
