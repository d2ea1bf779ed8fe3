package org.broadsheet.search;

import org.broadsheet.article.Article;

/**
 * An article and the file that it was read from, so that an update can tell whether that has changed.
 */
public record IndexedArticle(Article article, FileStamp stamp) {}
