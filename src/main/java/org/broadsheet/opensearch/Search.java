package org.broadsheet.opensearch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.broadsheet.analysis.Analyzers;
import org.broadsheet.article.Article;
import org.broadsheet.search.Cursor;
import org.broadsheet.search.EngineAnswer;
import org.broadsheet.search.EngineRequest;
import org.broadsheet.search.SortOrder;
import org.opensearch.client.opensearch.core.SearchResponse;
import org.opensearch.client.opensearch.core.search.Hit;

/** One search of one commit: its hits, their number and its facets in one request, where that is possible. */
final class Search {

    private final Reading reading;
    private final Analyzers analyzers;
    private final EngineRequest request;
    private final SearchedQuery query;

    Search(Reading reading, Analyzers analyzers, EngineRequest request) {
        this.reading = reading;
        this.analyzers = analyzers;
        this.request = request;
        query = new SearchedQuery(analyzers, request.query(), request.filters(), request.sort(),
                reading.state().newest());
    }

    EngineAnswer answer() {
        FacetCounts facets = new FacetCounts(reading, query, request);
        boolean needsBody = request.snippets() || request.explain();
        // One hit more than is shown tells whether there is a next page.
        int size = request.size() == 0 ? 0 : request.size() + 1;
        SearchResponse<StoredArticles.Source> answer = reading.search(StoredArticles.Source.class, search -> {
            query.addTo(search, facets.counted());
            Sorting.addTo(search, request.sort(), request.after());
            facets.addTo(search);
            search.trackTotalHits(track -> track.enabled(true)).from(request.offset()).size(size);
            search.source(source -> source.fetch(true));
            if (needsBody) {
                search.storedFields(IndexFields.BODY);
            }
        });
        List<Hit<StoredArticles.Source>> found = answer.hits().hits();
        boolean more = request.size() > 0 && found.size() > request.size();
        List<Hit<StoredArticles.Source>> shown = more ? found.subList(0, request.size()) : found;
        return new EngineAnswer(answer.hits().total().value(), hits(shown), more ? cursor(shown.getLast()) : null,
                facets.read(answer.aggregations()), reading.state());
    }

    private Cursor cursor(Hit<StoredArticles.Source> last) {
        return new Cursor(reading.state().id(), request.sort(), Sorting.key(request.sort(), last.sort()),
                last.source().article().id());
    }

    private List<org.broadsheet.search.Hit> hits(List<Hit<StoredArticles.Source>> found) {
        boolean ranked = request.sort() == SortOrder.RELEVANCE;
        Highlights highlights = new Highlights(analyzers, request.query());
        Map<String, List<String>> why = request.explain() && ranked
                ? new Explanations(reading, analyzers, query.ranked(), request.query()).of(found)
                : Map.of();
        List<org.broadsheet.search.Hit> hits = new ArrayList<>(found.size());
        for (Hit<StoredArticles.Source> hit : found) {
            Article article = hit.source().article();
            float score = ranked ? Sorting.score(hit.sort()) : 0;
            List<String> reasons = why.getOrDefault(article.id(), List.of());
            hits.add(request.snippets()
                    ? highlights.hit(article, StoredArticles.text(hit.fields(), IndexFields.BODY), score, reasons)
                    : Highlights.unmarked(article, score, reasons));
        }
        return hits;
    }
}
