package org.broadsheet.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import org.broadsheet.article.Article;
import org.broadsheet.article.Related;
import org.broadsheet.search.FacetName;
import org.broadsheet.search.Filters;
import org.broadsheet.search.SearchRequest;
import org.broadsheet.search.SearchService;

/** Searches and articles as JSON, for programs. Parameters are read strictly: a typo must not pass as an answer. */
final class SearchApi {

    private static final String JSON = "application/json";
    /** Completions and similar articles unless told: as many as a list under a box, or beside an article, can show. */
    private static final int FEW = 10;

    private final SearchService service;
    private final Searches searches;
    private final CommitTags tags;

    SearchApi(SearchService service, Searches searches, CommitTags tags) {
        this.service = service;
        this.searches = searches;
        this.tags = tags;
    }

    /** {@code /api/search}. */
    void search(Context context) {
        SearchRequest request = RequestParameters.strict(parameters(context));
        tags.answer(context, JSON, () -> ApiJson.of(searches.search(request)), "search",
                CommitTags.normalised(request));
    }

    /** {@code /api/articles/{id}}. */
    void article(Context context) {
        new ParameterReader(parameters(context)).refuseProblems();
        String id = context.pathParam("id");
        tags.answer(context, JSON, () -> whole(article(service, id)), "article", id);
    }

    private byte[] whole(Article article) {
        List<String> addresses = article.related().stream().map(Related::webUrl).filter(Objects::nonNull).toList();
        return ApiJson.of(article, service.idsByWebUrl(addresses), service.sameStory(article));
    }

    /** {@code /api/articles/{id}/similar}. */
    void similar(Context context) {
        ParameterReader reader = new ParameterReader(parameters(context));
        int size = reader.number("size", 1, SearchRequest.LARGEST, FEW);
        reader.refuseProblems();
        String id = context.pathParam("id");
        tags.answer(context, JSON, () -> ApiJson.ofHits(service.similar(article(service, id).id(), size)), "similar",
                id, Integer.toString(size));
    }

    /** {@code /api/suggest}. */
    void suggest(Context context) {
        ParameterReader reader = new ParameterReader(parameters(context));
        String text = reader.text("q", "");
        int size = reader.number("size", 1, SearchRequest.LARGEST, FEW);
        reader.refuseProblems();
        tags.answer(context, JSON,
                () -> ApiJson.ofCompletions(text.isBlank() ? List.of() : service.completions(text, size)), "suggest",
                text, Integer.toString(size));
    }

    /** {@code /api/facets/{facet}}: of what matches the same text and filters as in a search. */
    void facet(Context context) {
        FacetName facet = facetOf(context);
        ParameterReader reader = new ParameterReader(parameters(context));
        String text = reader.text("q", "");
        String prefix = reader.text("prefix", "");
        Filters filters = RequestParameters.filters(reader);
        int size = reader.number("size", 1, SearchRequest.LARGEST, SearchRequest.DEFAULT_SIZE);
        reader.refuseProblems();
        SearchRequest request = SearchRequest.of(text).withFilters(filters);
        tags.answer(context, JSON, () -> ApiJson.ofValues(service.facetValues(facet, prefix, request, size).values()),
                "facet",
                facet.parameter(), prefix, Integer.toString(size), CommitTags.normalised(request));
    }

    /**
     * The facet that a path names.
     *
     * @throws NotFoundResponse if there is none, or if it has ranges in place of values
     */
    static FacetName facetOf(Context context) {
        String name = context.pathParam("facet");
        return Arrays.stream(FacetName.values())
                .filter(candidate -> candidate.hasValues() && candidate.parameter().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new NotFoundResponse("There is no facet of that name whose values could be listed."));
    }

    /**
     * An article that must be there.
     *
     * @throws NotFoundResponse if it is not
     */
    static Article article(SearchService service, String id) {
        return service.article(id).orElseThrow(() -> new NotFoundResponse("The archive has no article of that id."));
    }

    static Map<String, List<String>> parameters(Context context) {
        return QueryString.parse(context.queryString());
    }
}
