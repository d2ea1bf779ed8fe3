package org.broadsheet.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.broadsheet.article.Article;
import org.broadsheet.search.Cursor;
import org.broadsheet.search.EngineAnswer;
import org.broadsheet.search.EngineRequest;
import org.broadsheet.search.Facet;
import org.broadsheet.search.FacetName;
import org.broadsheet.search.Hit;
import org.broadsheet.search.Snippet;
import org.broadsheet.search.SortOrder;

/** One search of one commit. */
final class Search {

    private final Snapshot snapshot;
    private final Analyzers analyzers;
    private final EngineRequest request;
    private final IndexSearcher searcher;

    Search(Snapshot snapshot, Analyzers analyzers, EngineRequest request) {
        this.snapshot = snapshot;
        this.analyzers = analyzers;
        this.request = request;
        this.searcher = snapshot.searcher(request.deadline());
    }

    EngineAnswer answer() throws IOException {
        MatchSets matches = MatchSets.of(searcher, new QueryTranslator(analyzers), request.query(), request.filters(),
                request.deadline());
        // One hit more than is shown tells whether there is a next page.
        List<TopHits.Top> top = new TopHits(searcher, snapshot, analyzers).find(request.query(), request.filters(),
                request.sort(), request.after(), request.offset(), request.size() + 1);
        boolean more = top.size() > request.size();
        List<TopHits.Top> shown = more ? top.subList(0, request.size()) : top;
        List<Hit> hits = hits(shown);
        return new EngineAnswer(matches.total(), hits, more && !hits.isEmpty() ? cursor(shown, hits) : null,
                facets(matches), snapshot.state());
    }

    private Cursor cursor(List<TopHits.Top> shown, List<Hit> hits) {
        return new Cursor(snapshot.state().id(), request.sort(), shown.getLast().key(), hits.getLast().article().id());
    }

    private List<Hit> hits(List<TopHits.Top> tops) throws IOException {
        Highlights highlights = request.snippets() && !tops.isEmpty()
                ? new Highlights(searcher, analyzers, request.query())
                : null;
        StoredFields stored = searcher.storedFields();
        List<Hit> hits = new ArrayList<>(tops.size());
        for (TopHits.Top top : tops) {
            request.deadline().check();
            Article article = ArticleLookup.summary(stored, top.doc());
            float score = request.sort() == SortOrder.RELEVANCE ? top.score() : 0;
            hits.add(highlights == null
                    ? new Hit(article, score, Snippet.EMPTY, Snippet.EMPTY, Snippet.EMPTY, List.of())
                    : highlights.hit(article, top.doc(), score));
        }
        return hits;
    }

    private Map<FacetName, Facet> facets(MatchSets matches) throws IOException {
        Map<FacetName, Facet> facets = new EnumMap<>(FacetName.class);
        for (FacetName facet : request.facets()) {
            request.deadline().check();
            facets.put(facet, switch (facet) {
                case DATE -> DateCounts.facet(matches, request.filters().dates());
                case QUALITY -> QualityCounts.facet(matches, request.filters().quality());
                default -> new ValueCounts(snapshot, facet, request.filters().selection(facet), matches).facet();
            });
        }
        return facets;
    }
}
