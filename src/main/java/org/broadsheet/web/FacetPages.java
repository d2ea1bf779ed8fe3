package org.broadsheet.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.javalin.http.Context;
import org.broadsheet.search.Facet;
import org.broadsheet.search.FacetName;
import org.broadsheet.search.SearchRequest;
import org.broadsheet.search.SearchService;

/** Makes the page of a facet. */
final class FacetPages {

    private final SearchService service;
    private final Assets assets;

    FacetPages(SearchService service, Assets assets) {
        this.service = service;
        this.assets = assets;
    }

    FacetPageView view(Context context) {
        FacetName facet = SearchApi.facetOf(context);
        Map<String, List<String>> parameters = new LinkedHashMap<>(SearchApi.parameters(context));
        String prefix = String.join(" ", parameters.getOrDefault(FacetPageView.PREFIX, List.of())).strip();
        parameters.remove(FacetPageView.PREFIX);
        SearchRequest request = RequestParameters.lenient(parameters).request();
        SearchUrl here = SearchUrl.of(request);
        Facet.Listing listing = service.facetValues(facet, prefix, request, SearchRequest.LARGEST);
        List<Facet.ValueCount> values = listing.values();
        long most = values.stream().mapToLong(Facet.ValueCount::count).max().orElse(0);
        String name = facet.parameter();
        String heading = Wording.plural(facet) + (request.text().isBlank() ? "" : " for “" + request.text() + "”");
        return new FacetPageView(
                LayoutView.of(heading + " – " + LayoutView.SITE, false, assets)
                        .with(request.text(), here.parametersBut(Set.of("q")), here.query()),
                heading, listing.notices(), name, prefix, here.parametersBut(Set.of()), here.toString(), values.stream()
                        .map(value -> FacetView.Bucket.of(value.value(),
                                (value.selected()
                                        ? here.minus(name, value.value())
                                        : here.plus(name, value.value())).toString(),
                                value.count(), most, value.selected()))
                        .toList(),
                values.size() < SearchRequest.LARGEST
                        ? null
                        : "These are the " + SearchRequest.LARGEST
                                + " most frequent; the others are found by how they begin.");
    }
}
