package org.broadsheet.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.broadsheet.article.Article;
import org.broadsheet.search.Filters;
import org.broadsheet.search.Hit;
import org.broadsheet.search.InvalidRequestException;
import org.broadsheet.search.SearchRequest;
import org.broadsheet.search.SearchResult;
import org.broadsheet.search.SearchService;

import static java.util.stream.Collectors.toSet;

/** Asks the queries of one run, all of them of the same commit. */
final class Retrieval {

    private final SearchService service;
    private final DocumentNames.Resolver names;
    private final String commit;

    Retrieval(SearchService service, DocumentNames.Resolver names) {
        this.service = service;
        this.names = names;
        this.commit = service.state().id();
    }

    /**
     * The first {@value Evaluation#DEPTH} hits that are not excluded, best first; fewer where there are no more. What is
     * excluded by its path is searched as if the archive did not hold it, so that it cannot be the one article for
     * whose sake nothing else is looked for.
     */
    List<Run.Ranked> first(String text, Set<String> excluded) {
        List<Run.Ranked> ranking = new ArrayList<>();
        // Nobody looks at facets here, and counting them costs more than finding the hits.
        SearchRequest request = SearchRequest.of(text)
                .withFilters(Filters.NONE.leavingOut(excluded.stream().map(Article::idOf).collect(toSet())))
                .withPage(1, SearchRequest.LARGEST)
                .withFacets(Set.of());
        while (true) {
            SearchResult result = answer(request);
            for (Hit hit : result.hits()) {
                String path = hit.article().path();
                if (names.nameOf(path, excluded).isEmpty()) {
                    ranking.add(new Run.Ranked(path, hit.score()));
                }
            }
            if (result.next() == null || ranking.size() >= Evaluation.DEPTH) {
                return ranking.subList(0, Math.min(ranking.size(), Evaluation.DEPTH));
            }
            request = request.withCursor(result.next());
        }
    }

    private SearchResult answer(SearchRequest request) {
        try {
            SearchResult result = service.search(request);
            if (result.index().id().equals(commit)) {
                return result;
            }
        } catch (InvalidRequestException e) {
            // A cursor of relevance is refused as soon as its commit is gone.
            if (service.state().id().equals(commit)) {
                throw e;
            }
        }
        throw new EvaluationException("the index has changed during the evaluation: "
                + "begin again while nothing writes to it");
    }
}
