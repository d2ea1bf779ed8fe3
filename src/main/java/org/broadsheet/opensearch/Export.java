package org.broadsheet.opensearch;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import org.broadsheet.analysis.Analyzers;
import org.broadsheet.article.Article;
import org.broadsheet.query.ArticleQuery;
import org.broadsheet.search.Cursor;
import org.broadsheet.search.Filters;
import org.broadsheet.search.SortOrder;
import org.opensearch.client.opensearch.core.search.Hit;

/** All matches of a search, a page at a time, each page from where the last one ended. */
final class Export {

    /** Articles of a page: large enough that finding them costs little beside reading them. */
    private static final int PAGE = 500;

    private final Reading reading;
    private final Analyzers analyzers;

    Export(Reading reading, Analyzers analyzers) {
        this.reading = reading;
        this.analyzers = analyzers;
    }

    void run(ArticleQuery asked, Filters filters, SortOrder sort, Consumer<Article> consumer) {
        SearchedQuery query = new SearchedQuery(analyzers, asked, filters, sort, reading.state().newest());
        Cursor after = null;
        List<Hit<StoredArticles.Source>> page;
        do {
            Cursor from = after;
            page = reading.search(StoredArticles.Source.class, search -> {
                query.addTo(search, Set.of());
                Sorting.addTo(search, sort, from);
                search.size(PAGE)
                        .trackTotalHits(track -> track.enabled(false))
                        .source(source -> source.fetch(true))
                        .storedFields(StoredArticles.DETAILS);
            }).hits().hits();
            for (Hit<StoredArticles.Source> hit : page) {
                consumer.accept(StoredArticles.whole(hit.source().article(), hit.fields()));
            }
            if (!page.isEmpty()) {
                Hit<StoredArticles.Source> last = page.getLast();
                after = new Cursor(reading.state().id(), sort, Sorting.key(sort, last.sort()),
                        last.source().article().id());
            }
        } while (page.size() == PAGE);
    }
}
