package org.broadsheet.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.broadsheet.analysis.Analyzers;
import org.broadsheet.article.Article;
import org.broadsheet.query.ArticleQuery;
import org.broadsheet.search.Cursor;
import org.broadsheet.search.EngineAnswer;
import org.broadsheet.search.EngineRequest;
import org.broadsheet.search.Hit;
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
        TopHits topHits = new TopHits(searcher, snapshot, analyzers);
        // Nothing is ranked where nothing matches, as before every relaxation. One hit more than is shown tells whether
        // there is a next page.
        List<TopHits.Top> top = matches.total() == 0
                ? List.of()
                : topHits.find(request.query(), request.filters(), request.sort(), request.after(), request.offset(),
                        request.size() + 1);
        boolean more = top.size() > request.size();
        List<TopHits.Top> shown = more ? top.subList(0, request.size()) : top;
        List<Hit> hits = hits(shown, topHits);
        FacetCounts counts = new FacetCounts(snapshot, request.deadline());
        boolean all = request.query() instanceof ArticleQuery.Everything && request.filters().isEmpty();
        return new EngineAnswer(matches.total(), hits, more && !hits.isEmpty() ? cursor(shown, hits) : null,
                all
                        ? counts.ofAll(matches, request.facets())
                        : counts.of(matches, request.filters(), request.facets()),
                snapshot.state());
    }

    private Cursor cursor(List<TopHits.Top> shown, List<Hit> hits) {
        return new Cursor(snapshot.state().id(), request.sort(), shown.getLast().key(), hits.getLast().article().id());
    }

    private List<Hit> hits(List<TopHits.Top> tops, TopHits topHits) throws IOException {
        boolean ranked = request.sort() == SortOrder.RELEVANCE;
        Highlights highlights = new Highlights(searcher, analyzers,
                request.snippets() ? request.query() : new ArticleQuery.Everything(),
                tops.stream().mapToInt(TopHits.Top::doc).toArray());
        Explanations explanations = request.explain() && ranked
                ? new Explanations(searcher, analyzers, topHits.ranked(request.query()), snapshot.state().newest())
                : null;
        StoredFields stored = searcher.storedFields();
        List<Hit> hits = new ArrayList<>(tops.size());
        for (TopHits.Top top : tops) {
            request.deadline().check();
            Article article = snapshot.article(stored, top.doc());
            List<String> why = explanations == null ? List.of() : explanations.why(article, top.doc());
            hits.add(highlights.hit(article, top.doc(), ranked ? top.score() : 0, why));
        }
        return hits;
    }
}
