package org.broadsheet.source;

import org.broadsheet.article.Article;

/** What came of reading one file. */
public sealed interface Reading {

    /**
     * An article.
     *
     * @param hash of the file's bytes, 32 hexadecimal digits: equal hashes, equal articles (of the same path)
     */
    record Accepted(Article article, String hash) implements Reading {}

    /** A file that says {@code removed: true}: whole, but not to be indexed. */
    record Removed(String path) implements Reading {}

    /** A file that cannot be used. */
    record Rejected(Rejection rejection) implements Reading {}
}
