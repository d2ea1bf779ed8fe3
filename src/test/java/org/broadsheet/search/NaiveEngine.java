package org.broadsheet.search;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;

import org.broadsheet.article.Article;

/**
 * An engine that is slow and plainly right: it keeps the articles in memory and looks at each of them for every search.
 * Real engines are compared with it, and whatever stands above the ports can be tested on it.
 *
 * <p>It shares one thing with them, how a text becomes words: {@link org.broadsheet.field.Analysis} is declared once.
 */
public final class NaiveEngine {

    /**
     * What a commit made visible.
     *
     * @param articles by id
     */
    record Committed(IndexState state, SortedMap<String, IndexedArticle> articles) {
        List<Article> list() {
            return articles.values().stream().map(IndexedArticle::article).toList();
        }

        /** What one source contributed, by path. */
        Map<String, FileStamp> held(String source) {
            Map<String, FileStamp> held = new TreeMap<>();
            for (IndexedArticle indexed : articles.values()) {
                if (indexed.article().source().equals(source)) {
                    held.put(indexed.article().path(), indexed.stamp());
                }
            }
            return held;
        }
    }

    private final NaiveText text = new NaiveText();
    private final AtomicBoolean writing = new AtomicBoolean();
    private volatile Committed committed = new Committed(
            new IndexState("nothing-yet", 0, Instant.EPOCH, null, 0, List.of(), 0), new TreeMap<>());

    /** An engine that holds these articles, committed. */
    public static NaiveEngine of(Article... articles) {
        NaiveEngine engine = new NaiveEngine();
        try (ArticleIndexer indexer = engine.indexer(ArticleIndexer.Mode.REBUILD)) {
            for (Article article : articles) {
                indexer.put(new IndexedArticle(article, new FileStamp(1, 0, article.id())));
            }
            indexer.commit(List.of(articles)
                    .stream()
                    .map(Article::source)
                    .distinct()
                    .map(name -> new ArticleIndexer.SourceLocation(name, "/archive/" + name))
                    .toList(), 0);
        }
        return engine;
    }

    /** A view of whatever was committed last. */
    public ArticleSearcher searcher() {
        return new NaiveSearcher(() -> committed, text);
    }

    /** A new run; only one at a time. */
    public ArticleIndexer indexer(ArticleIndexer.Mode mode) {
        if (!writing.compareAndSet(false, true)) {
            throw new EngineException("another run is under way: wait until it has ended");
        }
        return new NaiveIndexer(committed, mode, made -> committed = made, () -> writing.set(false));
    }
}
