package org.broadsheet.search;

/** An engine as a contract sees it: an index of its own that holds nothing at first. */
public interface EngineUnderTest extends AutoCloseable {

    /** Answers from the newest commit. Asked for again after each commit; the engine sees to closing it. */
    ArticleSearcher searcher();

    /** One that stays open, as in a server, and sees later commits by itself. The engine sees to closing it. */
    ArticleSearcher follower();

    /** A new run on the index. */
    ArticleIndexer indexer(ArticleIndexer.Mode mode);

    @Override
    void close();
}
