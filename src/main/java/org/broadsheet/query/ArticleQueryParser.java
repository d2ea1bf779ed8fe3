package org.broadsheet.query;

import java.util.Arrays;
import java.util.List;

/** Reads what a person typed. */
public final class ArticleQueryParser {

    /** What the text asks for. Never throws, whatever the text. */
    public ParsedQuery parse(String text) {
        List<ArticleQuery> words = Arrays.stream(text.split("[\\s\\p{Cntrl}]+"))
                .filter(word -> !word.isBlank())
                .<ArticleQuery>map(word -> new ArticleQuery.Word(word, true))
                .toList();
        return new ParsedQuery(words.isEmpty()
                ? new ArticleQuery.Everything()
                : words.size() == 1 ? words.getFirst() : new ArticleQuery.All(words), List.of());
    }
}
