package org.broadsheet.search;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.broadsheet.article.Article;
import org.broadsheet.article.Articles;
import org.broadsheet.query.ArticleQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What the parts of the contract have in common: an engine, ways to fill it, and ways to ask. */
abstract class EngineContract {

    private EngineUnderTest engine;

    /** One whose index holds nothing yet. */
    protected abstract EngineUnderTest newEngine();

    @BeforeEach
    void openEngine() {
        engine = newEngine();
    }

    @AfterEach
    void closeEngine() {
        if (engine != null) { // there is none where what it works on is not there, and the test is left out
            engine.close();
        }
    }

    ArticleSearcher searcher() {
        return engine.searcher();
    }

    ArticleSearcher follower() {
        return engine.follower();
    }

    ArticleIndexer indexer(ArticleIndexer.Mode mode) {
        return engine.indexer(mode);
    }

    /** The index holds just these articles. */
    IndexState given(Articles... articles) {
        return commit(ArticleIndexer.Mode.REBUILD, built(articles));
    }

    /** These are added to the index, or replace those of their ids. */
    IndexState add(Articles... articles) {
        return commit(ArticleIndexer.Mode.UPDATE, built(articles));
    }

    private static List<Article> built(Articles... articles) {
        List<Article> built = Arrays.stream(articles).map(Articles::build).toList();
        if (built.stream().map(Article::id).distinct().count() < built.size()) {
            throw new IllegalArgumentException("articles of one title need paths of their own");
        }
        return built;
    }

    IndexState commit(ArticleIndexer.Mode mode, List<Article> articles) {
        try (ArticleIndexer indexer = indexer(mode)) {
            articles.forEach(article -> indexer.put(indexed(article)));
            return indexer.commit(locations("test"), 0);
        }
    }

    static List<ArticleIndexer.SourceLocation> locations(String... names) {
        return Arrays.stream(names)
                .map(name -> new ArticleIndexer.SourceLocation(name, "/archive/" + name))
                .toList();
    }

    /** With a stamp that tells versions of different titles apart. */
    static IndexedArticle indexed(Article article) {
        return new IndexedArticle(article, new FileStamp(100, 1_600_000_000_000L, "hash of " + article.title()));
    }

    EngineAnswer search(EngineRequest request) {
        return searcher().search(request);
    }

    /** The titles of all that matches, sorted, after a check that they are as many as the engine says. */
    List<String> found(ArticleQuery query) {
        return found(query, Filters.NONE);
    }

    List<String> found(ArticleQuery query, Filters filters) {
        EngineAnswer answer = search(Ask.of(query).filters(filters).size(1000).request());
        if (answer.total() != answer.hits().size()) {
            throw new AssertionError(answer.total() + " said to match, found " + titles(answer));
        }
        return titles(answer).stream().sorted().toList();
    }

    static List<String> titles(EngineAnswer answer) {
        return answer.hits().stream().map(hit -> hit.article().title()).toList();
    }

    static List<String> ids(EngineAnswer answer) {
        return answer.hits().stream().map(hit -> hit.article().id()).toList();
    }

    static Set<FacetName> allFacets() {
        return EnumSet.allOf(FacetName.class);
    }
}
