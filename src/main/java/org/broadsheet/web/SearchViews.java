package org.broadsheet.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.broadsheet.query.DateRange;
import org.broadsheet.query.NumberRange;
import org.broadsheet.search.Advice;
import org.broadsheet.search.FacetName;
import org.broadsheet.search.Hit;
import org.broadsheet.search.InvalidRequestException;
import org.broadsheet.search.SearchRequest;
import org.broadsheet.search.SearchResult;
import org.broadsheet.search.SortOrder;

/** Makes the page of an answer. */
final class SearchViews {

    /** Of a query in a title; a browser shows less. */
    private static final int TITLE_LENGTH = 80;

    private final SearchResult result;
    private final SearchRequest request;
    private final SearchUrl here;

    private final TimeView time;

    /**
     * @param time the answer over time, or null
     */
    SearchViews(SearchResult result, TimeView time) {
        this.result = result;
        this.time = time;
        this.request = result.request();
        this.here = SearchUrl.of(request);
    }

    /**
     * @param ignored parameters that were left out
     */
    SearchView view(List<InvalidRequestException.Problem> ignored, String origin, Assets assets) {
        boolean indexed = here.parametersBut(Set.of("q")).isEmpty() && request.page() == 1;
        LayoutView layout = LayoutView.of(title(), indexed, assets)
                .with(request.text(), hidden(), search())
                .with(new LayoutView.Card("website", title(), "Search an archive of articles.", origin + here, null));
        FacetViews facets = new FacetViews(result);
        DateRange dates = request.filters().dates();
        NumberRange quality = request.filters().quality();
        return new SearchView(layout, heading(), status(), notices(ignored), suggestion(), facets.applied(),
                unfiltered().toString(), facets.all(), SearchUrl.from(dates), SearchUrl.to(dates),
                quality == null ? "" : text(quality.min()), quality == null ? "" : text(quality.max()), sorts(), hits(),
                PageLinks.of(result), nothing(), waysOn(), time, search(), !result.relaxed(), explain());
    }

    private List<HitView> hits() {
        boolean placed = request.cursor() == null;
        List<HitView> hits = new ArrayList<>();
        for (Hit hit : result.hits()) {
            hits.add(HitView.of(hit, here, placed ? (request.page() - 1L) * request.size() + hits.size() + 1 : 0));
        }
        return hits;
    }

    /** What follows a feed's or an export's address for this search. */
    private String search() {
        return here.with("facets").with("explain").with("size").query();
    }

    /** Where the page says why each hit is where it is; null where it does, or where nothing ranks. */
    private String explain() {
        boolean ranked = result.hits().stream().anyMatch(hit -> hit.score() > 0);
        return request.explain() || !ranked
                ? null
                : here.with("explain", "true")
                        .with("page", request.page() == 1 ? "" : Integer.toString(request.page()))
                        .toString();
    }

    private Link suggestion() {
        String better = result.suggestion();
        return better == null ? null : new Link(better, here.with("q", better).toString());
    }

    private String heading() {
        String text = request.text().strip();
        return !text.isEmpty() ? "“" + text + "”" : request.filters().isEmpty() ? "All articles" : "Articles";
    }

    private String title() {
        String text = request.text().strip();
        String shown = text.length() <= TITLE_LENGTH ? text : text.substring(0, TITLE_LENGTH) + "…";
        return text.isEmpty() ? LayoutView.SITE : shown + " – " + LayoutView.SITE;
    }

    private String status() {
        int last = PageLinks.last(result);
        boolean numbered = request.cursor() == null && last > 1;
        return Wording.articles(result.total())
                + (numbered ? ", page " + Wording.number(request.page()) + " of " + Wording.number(last) : "") + " · "
                + Wording.time(result.tookMillis());
    }

    private List<String> notices(List<InvalidRequestException.Problem> ignored) {
        return Stream.concat(result.notices().stream(), ignored.stream()
                .map(problem -> "“" + problem.parameter() + "” was ignored: " + problem.detail() + ".")).toList();
    }

    /** What the search says and no visible field does, so that the form keeps it. */
    private List<SearchUrl.Parameter> hidden() {
        Set<String> visible = new HashSet<>(Set.of("q", "sort"));
        for (FacetName facet : result.facets().keySet()) {
            visible.addAll(facet == FacetName.DATE ? Set.of("from", "to") : Set.of(facet.parameter()));
        }
        return here.parametersBut(visible);
    }

    private SearchUrl unfiltered() {
        SearchUrl url = here;
        for (SearchUrl.Parameter parameter : here.parametersBut(Set.of("q", "sort", "size", "facets", "explain"))) {
            url = url.with(parameter.name());
        }
        return url;
    }

    /** Without a query the best is the newest, and one of the two is enough. */
    private List<SearchView.Sort> sorts() {
        SortOrder superfluous = !request.text().isBlank()
                ? null
                : request.sort() == SortOrder.NEWEST ? SortOrder.RELEVANCE : SortOrder.NEWEST;
        return Stream.of(SortOrder.values())
                .filter(sort -> sort != superfluous)
                .map(sort -> new SearchView.Sort(sort.parameter(), label(sort), sort == request.sort()))
                .toList();
    }

    private String label(SortOrder sort) {
        return switch (sort) {
            case RELEVANCE -> request.text().isBlank() ? "Newest" : "Best match";
            case NEWEST -> "Newest";
            case OLDEST -> "Oldest";
            case QUALITY -> "Highest quality";
            case HEAT -> "Highest heat";
        };
    }

    private String nothing() {
        return result.total() == 0 ? "No articles match this search." : "No articles are left on this page.";
    }

    /** Fewer words are not offered: the search has tried them before it gave up. */
    private List<Link> waysOn() {
        List<Link> ways = new ArrayList<>();
        if (!result.hits().isEmpty() || request.size() == 0) {
            return ways;
        }
        if (result.total() > 0) {
            ways.add(new Link("Back to the first page", here.toString()));
        }
        for (Advice advice : result.advice()) {
            ways.add(new Link(advice.message() + ": " + Wording.articles(advice.total()),
                    SearchUrl.of(advice.request()).toString()));
        }
        if (result.suggestion() == null && result.total() == 0 && !request.text().isBlank()) {
            ways.add(new Link("How to search", "/help"));
        }
        ways.add(new Link("All articles, newest first",
                SearchUrl.start().with("sort", SortOrder.NEWEST.parameter()).toString()));
        return ways;
    }

    private static String text(Integer number) {
        return number == null ? "" : number.toString();
    }
}
