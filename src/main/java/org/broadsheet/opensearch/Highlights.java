package org.broadsheet.opensearch;

import java.util.List;

import org.broadsheet.analysis.Analyzers;
import org.broadsheet.article.Article;
import org.broadsheet.field.ArticleField;
import org.broadsheet.query.ArticleQuery;
import org.broadsheet.search.Hit;
import org.broadsheet.search.Passages;
import org.broadsheet.search.Snippet;

/**
 * What matched in a hit. The texts are looked through here, with the analysis that they were indexed by: what comes from
 * the cluster is plain text, and no sign in it has to be told from the marks of a highlighter.
 */
final class Highlights {

    /** Longer than any real title: titles are shown whole. */
    private static final int TITLE_LENGTH = 2_000;
    /** Characters of the excerpt: about three lines of a page. */
    private static final int EXCERPT_LENGTH = 320;
    /** Characters of the body: two lines, since it comes below the excerpt. */
    private static final int BODY_LENGTH = 240;

    private final Marks marks;

    Highlights(Analyzers analyzers, ArticleQuery query) {
        marks = new Marks(analyzers, query);
    }

    static Hit unmarked(Article article, float score, List<String> why) {
        return new Hit(article, score, Snippet.EMPTY, Snippet.EMPTY, Snippet.EMPTY, why);
    }

    /** @param body the article's, or null */
    Hit hit(Article article, String body, float score, List<String> why) {
        return new Hit(article, score, snippet(ArticleField.TITLE, article.title(), TITLE_LENGTH),
                snippet(ArticleField.EXCERPT, article.excerpt(), EXCERPT_LENGTH),
                snippet(ArticleField.BODY, body, BODY_LENGTH), why);
    }

    private Snippet snippet(ArticleField field, String text, int length) {
        return text == null ? Snippet.EMPTY : Passages.best(text, marks.in(field, text), length);
    }
}
