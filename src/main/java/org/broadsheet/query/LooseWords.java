package org.broadsheet.query;

import java.util.ArrayList;
import java.util.List;

/** What of a query was typed as plain words, in their order: they count together, for what they say side by side. */
public final class LooseWords {

    private LooseWords() {}

    /** The words that were typed next to each other without an operator; empty if there are none. */
    public static List<String> of(ArticleQuery query) {
        List<ArticleQuery> parts = query instanceof ArticleQuery.AtLeast(_, List<ArticleQuery> some)
                ? some
                : conjuncts(query);
        List<String> words = new ArrayList<>();
        parts.forEach(part -> add(part, words));
        return words;
    }

    /** The conditions that must all be met: the parts of an {@code All}, else the query itself. */
    public static List<ArticleQuery> conjuncts(ArticleQuery query) {
        return query instanceof ArticleQuery.All(List<ArticleQuery> parts) ? parts : List.of(query);
    }

    private static void add(ArticleQuery part, List<String> words) {
        switch (part) {
            case ArticleQuery.Word(String text, boolean loose) when loose -> words.add(text);
            case ArticleQuery.Respelt(_, String text) -> words.add(text);
            case ArticleQuery.WithSynonyms(ArticleQuery asked, _) -> add(asked, words);
            case ArticleQuery.All(List<ArticleQuery> parts) -> parts.forEach(each -> add(each, words));
            case ArticleQuery.AtLeast(_, List<ArticleQuery> parts) -> parts.forEach(each -> add(each, words));
            default -> {
                // Not a loose word.
            }
        }
    }
}
