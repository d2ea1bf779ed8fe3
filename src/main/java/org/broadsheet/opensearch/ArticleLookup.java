package org.broadsheet.opensearch;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.broadsheet.article.Article;
import org.broadsheet.field.ArticleField;
import org.opensearch.client.opensearch._types.SortOrder;
import org.opensearch.client.opensearch._types.query_dsl.Query;
import org.opensearch.client.opensearch.core.search.Hit;

/** Articles by what identifies them. */
final class ArticleLookup {

    /** Articles that share one address, at most; an address that more have does not identify anything. */
    private static final int SHARING = 100;
    private static final int MOST = 10_000;

    private final Reading reading;

    ArticleLookup(Reading reading) {
        this.reading = reading;
    }

    /** An article whole. */
    Optional<Article> article(String id) {
        return reading
                .search(StoredArticles.Source.class,
                        search -> search.query(QueryTranslator.term(IndexFields.ID, id))
                                .size(1)
                                .source(source -> source.fetch(true))
                                .storedFields(StoredArticles.DETAILS))
                .hits()
                .hits()
                .stream()
                .findFirst()
                .map(hit -> StoredArticles.whole(hit.source().article(), hit.fields()));
    }

    /** Articles as their hits show them; those that there are. */
    List<Article> summaries(List<String> ids) {
        return found(QueryTranslator.terms(IndexFields.ID, ids), ids.size());
    }

    Map<String, List<String>> idsByWebUrl(Collection<String> webUrls) {
        Map<String, List<String>> ids = new HashMap<>();
        Set<String> asked = Set.copyOf(webUrls);
        if (asked.isEmpty()) {
            return ids;
        }
        String field = IndexFields.values(ArticleField.WEB_URL);
        int size = Math.min(MOST, asked.size() * SHARING);
        for (Article article : found(QueryTranslator.terms(field, asked), size)) {
            List<String> sharing = ids.computeIfAbsent(article.webUrl(), any -> new java.util.ArrayList<>());
            if (sharing.size() < SHARING) {
                sharing.add(article.id());
            }
        }
        return ids;
    }

    /** In the order of their ids. */
    private List<Article> found(Query query, int size) {
        return reading
                .search(StoredArticles.Source.class, search -> search.query(FilterQueries.together(List.of(query)))
                        .size(size)
                        .sort(by -> by.field(id -> id.field(IndexFields.ID).order(SortOrder.Asc))))
                .hits()
                .hits()
                .stream()
                .map(Hit::source)
                .map(StoredArticles.Source::article)
                .toList();
    }
}
