package org.broadsheet.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.broadsheet.search.Facet;
import org.broadsheet.search.FacetName;
import org.broadsheet.search.Filters;
import org.broadsheet.search.SearchResult;

/** The groups of filters beside an answer, and the filters that are applied. */
final class FacetViews {

    /** The groups in the order in which they are shown: what narrows most comes first. */
    private static final List<FacetName> ORDER = List.of(FacetName.TOPIC, FacetName.PROVIDER, FacetName.DATE,
            FacetName.QUALITY, FacetName.TYPE, FacetName.CATEGORY);

    private final SearchResult result;
    private final SearchUrl here;

    FacetViews(SearchResult result) {
        this.result = result;
        this.here = SearchUrl.of(result.request());
    }

    /** Those that were counted and offer anything: a choice, or fields for a range. */
    List<FacetView> all() {
        List<FacetView> all = new ArrayList<>();
        for (FacetName name : ORDER) {
            Facet facet = result.facets().get(name);
            if (facet != null && !(facet instanceof Facet.Values values && values.values().isEmpty())) {
                all.add(view(name, facet));
            }
        }
        return all;
    }

    /** What the answer is narrowed to; each link leads to the answer without it. */
    List<Link> applied() {
        Filters filters = result.request().filters();
        List<Link> applied = new ArrayList<>();
        for (FacetName facet : ORDER) {
            Filters.Selection selection = filters.selection(facet);
            String name = facet.parameter();
            selection.included().forEach(value -> applied.add(without(legend(facet) + ": " + value, name, value)));
            selection.excluded()
                    .forEach(value -> applied.add(without(legend(facet) + ": not " + value, name, "-" + value)));
        }
        String from = SearchUrl.from(filters.dates());
        String to = SearchUrl.to(filters.dates());
        if (!from.isEmpty()) {
            applied.add(new Link("From " + from, here.with("from").toString()));
        }
        if (!to.isEmpty()) {
            applied.add(new Link("Until " + to, here.with("to").toString()));
        }
        if (filters.quality() != null) {
            applied.add(new Link("Quality: " + Wording.range(filters.quality()), here.with("quality").toString()));
        }
        if (filters.heat() != null) {
            applied.add(new Link("Heat: " + Wording.range(filters.heat()), here.with("heat").toString()));
        }
        if (filters.published() != null) {
            applied.add(new Link(filters.published() ? "Published" : "Not published",
                    here.with("published").toString()));
        }
        return applied;
    }

    private Link without(String text, String name, String value) {
        return new Link(text, here.minus(name, value).toString());
    }

    private FacetView view(FacetName name, Facet facet) {
        return switch (facet) {
            case Facet.Values values -> new FacetView(name.parameter(), legend(name), values(name, values), List.of(),
                    note(values.missing(), name), values.other() == 0 ? null : FacetPageView.url(name, here));
            // The chart over the answer shows these counts.
            case Facet.Dates dates -> new FacetView(name.parameter(), legend(name), List.of(), List.of(), null, null);
            case Facet.Ranges ranges -> new FacetView(name.parameter(), legend(name), List.of(), ranges(ranges),
                    note(ranges.missing(), name), null);
        };
    }

    /** What is chosen comes first, so that it is seen; the rest stays in its order. */
    private List<FacetView.Value> values(FacetName name, Facet.Values facet) {
        return facet.values()
                .stream()
                .sorted(Comparator.comparing(value -> !value.selected() && !value.excluded()))
                .map(value -> value(name.parameter(), value))
                .toList();
    }

    private FacetView.Value value(String name, Facet.ValueCount value) {
        String count = Wording.number(value.count());
        String excluded = "-" + value.value();
        return value.excluded()
                ? new FacetView.Value(excluded, "not " + value.value(), count, true, null)
                : new FacetView.Value(value.value(), value.value(), count, value.selected(),
                        here.minus(name, value.value()).plus(name, excluded).toString());
    }

    private List<FacetView.Bucket> ranges(Facet.Ranges facet) {
        long most = facet.buckets().stream().mapToLong(Facet.RangeBucket::count).max().orElse(0);
        if (most == 0) {
            return List.of();
        }
        return facet.buckets().reversed().stream().map(bucket -> {
            String range = bucket.from() + ".." + (bucket.to() == null ? "" : bucket.to());
            SearchUrl url = bucket.selected() ? here.with("quality") : here.with("quality", range);
            return FacetView.Bucket.of(Wording.range(bucket.from(), bucket.to()), url.toString(), bucket.count(), most,
                    bucket.selected());
        }).toList();
    }

    private static String note(long missing, FacetName name) {
        return missing == 0 ? null : Wording.number(missing) + " without " + legend(name).toLowerCase(Locale.ENGLISH);
    }

    private static String legend(FacetName facet) {
        return Wording.capitalised(facet.parameter());
    }
}
