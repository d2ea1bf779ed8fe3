package org.broadsheet.indexing;

import java.util.List;
import java.util.Map;

import org.broadsheet.search.ArticleIndexer;
import org.broadsheet.search.FileStamp;
import org.broadsheet.search.IndexState;
import org.broadsheet.search.IndexedArticle;

/** An indexer that does what another does, for tests in which one thing goes wrong. */
class Forwarding implements ArticleIndexer {

    private final ArticleIndexer indexer;

    Forwarding(ArticleIndexer indexer) {
        this.indexer = indexer;
    }

    @Override
    public void put(IndexedArticle article) {
        indexer.put(article);
    }

    @Override
    public void remove(String id) {
        indexer.remove(id);
    }

    @Override
    public void restamp(String id, FileStamp stamp) {
        indexer.restamp(id, stamp);
    }

    @Override
    public Map<String, FileStamp> held(String source) {
        return indexer.held(source);
    }

    @Override
    public List<IndexState.SourceState> sources() {
        return indexer.sources();
    }

    @Override
    public long rejected() {
        return indexer.rejected();
    }

    @Override
    public List<Refusal> refused() {
        return indexer.refused();
    }

    @Override
    public IndexState commit(List<SourceLocation> sources, long rejected) {
        return indexer.commit(sources, rejected);
    }

    @Override
    public void close() {
        indexer.close();
    }
}
