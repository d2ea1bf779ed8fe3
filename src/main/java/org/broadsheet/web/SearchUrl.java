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
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        put(parameters, "q", List.of(request.text()));
        for (FacetName facet : FacetName.values()) {
            if (facet.hasValues()) {
                Filters.Selection selection = filters.selection(facet);
                List<String> values = new ArrayList<>(selection.included());
                selection.excluded().forEach(value -> values.add("-" + value));
                put(parameters, facet.parameter(), values);
            }
        }
        put(parameters, "from", List.of(from(filters.dates())));
        put(parameters, "to", List.of(to(filters.dates())));
        put(parameters, "quality", List.of(text(filters.quality())));
        put(parameters, "heat", List.of(text(filters.heat())));
        put(parameters, "published", List.of(text(filters.published())));
        put(parameters, "sort", List.of(request.sort() == SortOrder.RELEVANCE ? "" : request.sort().parameter()));
        put(parameters, "size",
                List.of(request.size() == SearchRequest.DEFAULT_SIZE ? "" : Integer.toString(request.size())));
        if (request.facets().size() < FacetName.values().length) {
            // No facet at all is a parameter without a value, which put would leave out.
            parameters.put("facets", List.of(
                    request.facets().stream().map(FacetName::parameter).collect(Collectors.joining(","))));
        }
        put(parameters, "explain", List.of(request.explain() ? "true" : ""));
        return new SearchUrl(parameters);
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
        put(changed, name, List.of(values));
        return new SearchUrl(changed);
    }

    private static void put(Map<String, List<String>> parameters, String name, List<String> values) {
        List<String> kept = new ArrayList<>(values);
        kept.removeIf(String::isBlank);
        if (kept.isEmpty()) {
            parameters.remove(name);
        } else {
            parameters.put(name, kept);
        }
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

    private static String shown(Instant boundary, Instant within) {
        LocalDate day = boundary.atOffset(ZoneOffset.UTC).toLocalDate();
        boolean wholeDays = day.atStartOfDay(ZoneOffset.UTC).toInstant().equals(boundary);
        return wholeDays ? within.atOffset(ZoneOffset.UTC).toLocalDate().toString() : within.toString();
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }
}
