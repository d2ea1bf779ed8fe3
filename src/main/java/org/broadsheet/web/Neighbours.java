package org.broadsheet.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;

import org.broadsheet.search.FacetName;
import org.broadsheet.search.Hit;
import org.broadsheet.search.SearchRequest;
import org.broadsheet.search.SearchService;
import org.broadsheet.search.SearchTimeoutException;

/**
 * An article's place in the search that led to it. The address holds all of it, so that it can be kept and shared.
 *
 * @param back to the page of the search that it stands on
 * @param previous the title and page of the hit before it, or null; so with {@code next}, the one after it
 */
record Neighbours(String back, Link previous, Link next) {

    /** The parameter that holds the place, from 1. */
    static final String PLACE = "at";

    /**
     * @param parameters of the article's page: those of a search, and the place
     * @return null where they tell no place, or where there was no time to look
     */
    static Neighbours of(Map<String, List<String>> parameters, SearchService service) {
        ParameterReader reader = new ParameterReader(Map.of(PLACE, parameters.getOrDefault(PLACE, List.of())));
        int place = reader.number(PLACE, 1, SearchRequest.DEEPEST, 0);
        if (place == 0) {
            return null;
        }
        Map<String, List<String>> others = new java.util.LinkedHashMap<>(parameters);
        others.keySet().removeAll(List.of(PLACE, "page", "cursor"));
        SearchRequest request = RequestParameters.lenient(others).request();
        SearchUrl search = SearchUrl.of(request);
        int page = request.size() == 0 ? 1 : (place - 1) / request.size() + 1;
        String back = search.with("page", page == 1 ? "" : Integer.toString(page)).toString();
        try {
            return new Neighbours(back, at(place - 1, request, search, service),
                    at(place + 1, request, search, service));
        } catch (SearchTimeoutException e) {
            return new Neighbours(back, null, null);
        }
    }

    private static Link at(int place, SearchRequest request, SearchUrl search, SearchService service) {
        if (place < 1 || place > SearchRequest.DEEPEST) {
            return null;
        }
        List<Hit> hits = service.search(request.withPage(place, 1)
                .withFacets(EnumSet.noneOf(FacetName.class))
                .withExplain(false)).hits();
        return hits.isEmpty()
                ? null
                : new Link(hits.getFirst().article().title(), Link.article(hits.getFirst().article().id())
                        + search.with(PLACE, Integer.toString(place)).query());
    }
}
