package org.broadsheet.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.broadsheet.query.DateRange;
import org.broadsheet.search.FacetName;
import org.broadsheet.search.Filters;
import org.broadsheet.search.SearchRequest;
import org.broadsheet.search.SortOrder;

/**
 * A search as a URL of the page, from which those of its neighbours are made. What is at its default is left out, and so
 * is the page: what changes a search begins at its start.
 */
final class SearchUrl {

    /** One parameter with one value. */
    record Parameter(String name, String value) {}

    private final Map<String, List<String>> parameters;

    private SearchUrl(Map<String, List<String>> parameters) {
        this.parameters = parameters;
    }

    /** The page without any parameter. */
    static SearchUrl start() {
        return new SearchUrl(new LinkedHashMap<>());
    }

    /** The first page of a search. */
    static SearchUrl of(SearchRequest request) {
        Filters filters = request.filters();
        SearchUrl url = start().with("q", request.text());
        for (FacetName facet : FacetName.values()) {
            if (facet.hasValues()) {
                Filters.Selection selection = filters.selection(facet);
                url = url.with(facet.parameter(), Stream
                        .concat(selection.included().stream(), selection.excluded().stream().map(value -> "-" + value))
                        .toArray(String[]::new));
            }
        }
        return url.with("from", from(filters.dates()))
                .with("to", to(filters.dates()))
                .with("quality", text(filters.quality()))
                .with("heat", text(filters.heat()))
                .with("published", text(filters.published()))
                .with("sort", request.sort() == SortOrder.RELEVANCE ? "" : request.sort().parameter())
                .with("size", request.size() == SearchRequest.DEFAULT_SIZE ? "" : Integer.toString(request.size()))
                .withFacets(request.facets())
                .with("explain", request.explain() ? "true" : "");
    }

    /** The parameter {@code from} of a range, empty if it has none. */
    static String from(DateRange range) {
        return range == null || range.from() == null ? "" : shown(range.from(), range.from());
    }

    /** The parameter {@code to} of a range, empty if it has none. Both a day and an instant belong to the range. */
    static String to(DateRange range) {
        return range == null || range.before() == null ? "" : shown(range.before(), range.before().minusMillis(1));
    }

    /** With just these values of a parameter; blank ones are left out. */
    SearchUrl with(String name, String... values) {
        Map<String, List<String>> changed = new LinkedHashMap<>(parameters);
        List<String> kept = Stream.of(values).filter(value -> !value.isBlank()).toList();
        if (kept.isEmpty()) {
            changed.remove(name);
        } else {
            changed.put(name, kept);
        }
        return new SearchUrl(changed);
    }

    /** With one more value of a parameter, unless it is there. */
    SearchUrl plus(String name, String value) {
        return with(name, Stream.concat(values(name).stream(), Stream.of(value)).distinct().toArray(String[]::new));
    }

    /** Without one value of a parameter. */
    SearchUrl minus(String name, String value) {
        return with(name, values(name).stream().filter(other -> !other.equals(value)).toArray(String[]::new));
    }

    /** All that it says, less the parameters named. */
    List<Parameter> parametersBut(Set<String> names) {
        List<Parameter> all = new ArrayList<>();
        parameters.forEach((name, values) -> {
            if (!names.contains(name)) {
                values.forEach(value -> all.add(new Parameter(name, value)));
            }
        });
        return all;
    }

    /** Relative to the server, such as {@code /?q=ohio}. */
    @Override
    public String toString() {
        return "/" + query();
    }

    /** From the question mark on, such as {@code ?q=ohio}; empty where nothing is asked. */
    String query() {
        String query = parametersBut(Set.of()).stream()
                .map(parameter -> QueryString.encode(parameter.name()) + "=" + QueryString.encode(parameter.value()))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    private List<String> values(String name) {
        return parameters.getOrDefault(name, List.of());
    }

    /** No facet at all is a parameter without a value, which {@link #with} leaves out. */
    private SearchUrl withFacets(Set<FacetName> facets) {
        if (facets.size() == FacetName.values().length) {
            return this;
        }
        Map<String, List<String>> changed = new LinkedHashMap<>(parameters);
        changed.put("facets", List.of(facets.stream().map(FacetName::parameter).collect(Collectors.joining(","))));
        return new SearchUrl(changed);
    }

    private static String shown(Instant boundary, Instant within) {
        LocalDate day = boundary.atOffset(ZoneOffset.UTC).toLocalDate();
        boolean wholeDays = day.atStartOfDay(ZoneOffset.UTC).toInstant().equals(boundary);
        return wholeDays ? within.atOffset(ZoneOffset.UTC).toLocalDate().toString() : within.toString();
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }
}
