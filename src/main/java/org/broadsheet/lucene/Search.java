package org.broadsheet.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.apache.lucene.index.StoredFields;
import org.broadsheet.analysis.Analyzers;
import org.broadsheet.article.Article;
import org.broadsheet.lucene.SpareProcessors.Task;
import org.broadsheet.query.ArticleQuery;
import org.broadsheet.search.Cursor;
import org.broadsheet.search.EngineAnswer;
import org.broadsheet.search.EngineRequest;
import org.broadsheet.search.Facet;
import org.broadsheet.search.FacetName;
import org.broadsheet.search.Hit;
import org.broadsheet.search.SortOrder;

/** One search of one commit. */
final class Search {

    private final Snapshot snapshot;
    private final Analyzers analyzers;
    private final EngineRequest request;
    private final SpareProcessors.Use processors;
    private final Snapshot.TimedSearcher searcher;

    Search(Snapshot snapshot, Analyzers analyzers, EngineRequest request, SpareProcessors.Use processors) {
        this.processors = processors;
        this.snapshot = snapshot;
        this.analyzers = analyzers;
        this.request = request;
        this.searcher = snapshot.searcher(request.deadline());
    }

    EngineAnswer answer() throws IOException {
        Division division = Division.among(processors, searcher.getLeafContexts());
        MatchSets matches = MatchSets.of(searcher, new QueryTranslator(analyzers), request.query(), request.filters(),
                division);
        TopHits topHits = new TopHits(searcher, snapshot, analyzers);
        FacetCounts counts = new FacetCounts(snapshot, matches, request.filters(), request.deadline());
        List<TopHits.Top> top = run(division, matches, topHits, counts);
        boolean more = top.size() > request.size();
        List<TopHits.Top> shown = more ? top.subList(0, request.size()) : top;
        List<Hit> hits = hits(shown, topHits);
        EngineAnswer answer = new EngineAnswer(matches.total(), hits,
                more && !hits.isEmpty() ? cursor(shown, hits) : null, facets(counts), snapshot.state());
        searcher.sets().leave();
        return answer;
    }

    /** Ranks and counts. One hit more than is shown tells whether there is a next page. */
    private List<TopHits.Top> run(Division division, MatchSets matches, TopHits topHits, FacetCounts counts)
            throws IOException {
        Division ranking = division.forRanking(matches.total());
        TopHits.Finding finding = topHits.finding(matches, request.query(), request.filters(), request.sort(),
                request.after(), request.offset(), request.size() + 1);
        List<Task> tasks = new ArrayList<>(counts.tasks(uncounted()));
        if (matches.total() > 0) { // nothing is ranked where nothing matches, as before every relaxation
            ranking.run(finding.first(ranking));
            tasks.addAll(finding.rest(ranking));
        }
        division.run(tasks);
        return finding.tops();
    }

    private boolean isOfAll() {
        return request.query() instanceof ArticleQuery.Everything && request.filters().isEmpty();
    }

    /** The facets that nobody has counted yet. Those of all articles are counted once a commit: everybody sees them first. */
    private Collection<FacetName> uncounted() {
        return isOfAll()
                ? request.facets().stream().filter(facet -> !snapshot.facetsOfAll().containsKey(facet)).toList()
                : request.facets();
    }

    private Map<FacetName, Facet> facets(FacetCounts counts) throws IOException {
        if (!isOfAll()) {
            return counts.facets();
        }
        snapshot.facetsOfAll().putAll(counts.facets());
        Map<FacetName, Facet> facets = new EnumMap<>(FacetName.class);
        request.facets().forEach(facet -> facets.put(facet, snapshot.facetsOfAll().get(facet)));
        return facets;
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
