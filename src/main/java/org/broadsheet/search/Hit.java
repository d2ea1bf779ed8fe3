package org.broadsheet.search;

import java.util.List;

import org.broadsheet.article.Article;

/**
 * An article that was found.
 *
 * @param article without its body and related articles, which are null and empty here:
 *        {@link ArticleSearcher#article} has them
 * @param score how well it answers, above 0 and only comparable within one answer; 0 where nothing ranks
 * @param title the whole title with what matched; empty if nothing did
 * @param excerpt the part of the excerpt that matches best; empty if nothing did
 * @param body the part of the body that matches best; empty if nothing did
 * @param why in words, what counted for its place; empty unless asked for
 */
public record Hit(Article article, float score, Snippet title, Snippet excerpt, Snippet body, List<String> why) {

    public Hit {
        why = List.copyOf(why);
    }
}
