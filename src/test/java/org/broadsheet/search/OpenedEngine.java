package org.broadsheet.search;

import java.util.ArrayList;
import java.util.List;

/** An engine under test that opens searchers as it is asked to, and closes them all in the end. */
public abstract class OpenedEngine implements EngineUnderTest {

    private final List<ArticleSearcher> open = new ArrayList<>();

    /** @param following whether it looks for later commits */
    protected abstract ArticleSearcher open(boolean following);

    @Override
    public final ArticleSearcher searcher() {
        return kept(open(false));
    }

    @Override
    public final ArticleSearcher follower() {
        return kept(open(true));
    }

    private ArticleSearcher kept(ArticleSearcher searcher) {
        open.add(searcher);
        return searcher;
    }

    @Override
    public void close() {
        open.forEach(ArticleSearcher::close);
    }
}
