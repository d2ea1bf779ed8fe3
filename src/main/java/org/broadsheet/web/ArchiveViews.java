package org.broadsheet.web;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

import org.broadsheet.operation.QueryCounts;
import org.broadsheet.query.NumberRange;
import org.broadsheet.search.Facet;
import org.broadsheet.search.FacetName;
import org.broadsheet.search.Filters;
import org.broadsheet.search.IndexState;
import org.broadsheet.search.SearchRequest;
import org.broadsheet.search.SearchResult;
import org.broadsheet.search.SearchService;
import org.broadsheet.search.SearchTimeoutException;

/** Counts the archive. What was counted is kept until the index changes: it costs some forty searches. */
final class ArchiveViews {

    /** As many as fill a column beside the others. */
    private static final int LISTED = 12;
    /** Quality and heat are drawn in tens, and what is above a hundred together. */
    private static final int STEP = 10;
    private static final int LAST = 100;
    private static final SearchUrl START = SearchUrl.start();

    private record Counted(String commit, ArchiveView view) {}

    private final SearchService service;
    private final Searches searches;
    private final Assets assets;
    private final ReentrantLock counting = new ReentrantLock();
    private volatile Counted counted;

    ArchiveViews(SearchService service, Searches searches, Assets assets) {
        this.service = service;
        this.searches = searches;
        this.assets = assets;
    }

    ArchiveView view() {
        QueryCounts queries = searches.queries();
        return queries == null
                ? counted()
                : counted().with(group("Asked most often", queries.popular(LISTED), queries),
                        group("Asked in vain", queries.inVain(LISTED), queries));
    }

    /** One request counts; others are shown meanwhile what was counted before, if anything was, else they wait for it. */
    private ArchiveView counted() {
        IndexState state = service.state();
        Counted known = counted;
        if (known != null && (known.commit().equals(state.id()) || !counting.tryLock())) {
            return known.view();
        }
        if (known == null) {
            awaitCount();
        }
        try {
            if (counted == null || !counted.commit().equals(state.id())) {
                counted = new Counted(state.id(), count(state));
            }
            return counted.view();
        } finally {
            counting.unlock();
        }
    }

    /** @throws SearchTimeoutException if another request counts for longer than a search may take */
    private void awaitCount() {
        try {
            if (!counting.tryLock(service.settings().timeLimit().toNanos(), TimeUnit.NANOSECONDS)) {
                throw new SearchTimeoutException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SearchTimeoutException();
        }
    }

    private static ArchiveView.Group group(String title, List<QueryCounts.Count> queries, QueryCounts counts) {
        return group(title, queries.stream()
                .map(query -> new Chart.Mark(query.text(), null, query.count(),
                        START.with("q", query.text()).toString()))
                .toList(), "At least " + QueryCounts.FEWEST + " times since " + Wording.day(counts.since()), null);
    }

    private ArchiveView count(IndexState state) {
        SearchResult all = service.search(SearchRequest.of("").withPage(1, 0));
        Map<FacetName, Facet> facets = all.facets();
        Chart quality = spread("Articles by quality", "quality", List.of());
        Chart heat = spread("Articles by heat", "heat",
                List.of(mark("None measured", "none", "heat", new NumberRange(-1, -1))));
        return new ArchiveView(LayoutView.of("The archive – " + LayoutView.SITE, true, assets), lead(state, all),
                TimeView.of((Facet.Dates) facets.get(FacetName.DATE), null, START),
                group("Providers", FacetName.PROVIDER, facets), group("Topics", FacetName.TOPIC, facets),
                group("Types", FacetName.TYPE, facets), group("Categories", FacetName.CATEGORY, facets), quality,
                without(all.total(), quality, "quality"), heat, without(all.total(), heat, "heat"), sources(state),
                DateView.of(state.builtAt()), state.number(),
                state.rejected() == 0
                        ? "Every file could be read."
                        : Wording.number(state.rejected()) + (state.rejected() == 1 ? " file" : " files")
                                + " could not be read.",
                null, null);
    }

    private static String lead(IndexState state, SearchResult all) {
        List<Facet.DateBucket> time = ((Facet.Dates) all.facets().get(FacetName.DATE)).buckets();
        String sources = state.sources().size() == 1 ? "one source" : state.sources().size() + " sources";
        String years = time.isEmpty()
                ? ""
                : ", " + (time.getFirst().from().getYear() == time.getLast().to().getYear()
                        ? "from " + time.getFirst().from().getYear()
                        : time.getFirst().from().getYear() + " to " + time.getLast().to().getYear());
        return Wording.articles(all.total()) + " from " + sources + years + ".";
    }

    private ArchiveView.Group group(String title, FacetName facet, Map<FacetName, Facet> facets) {
        List<Facet.ValueCount> values = service.facetValues(facet, "", SearchRequest.of(""), LISTED).values();
        Facet.Values counts = (Facet.Values) facets.get(facet);
        return group(title, values.stream()
                .map(value -> new Chart.Mark(value.value(), null, value.count(),
                        START.with(facet.parameter(), value.value()).toString()))
                .toList(),
                counts.missing() == 0 ? null : Wording.number(counts.missing()) + " without",
                values.size() < LISTED ? null : FacetPageView.url(facet, START));
    }

    private static ArchiveView.Group group(String title, List<Chart.Mark> marks, String note, String more) {
        long most = marks.stream().mapToLong(Chart.Mark::count).max().orElse(0);
        return new ArchiveView.Group(title, marks.stream()
                .map(mark -> FacetView.Bucket.of(mark.label(), mark.url(), mark.count(), most, false))
                .toList(), note, more);
    }

    private static ArchiveView.Group sources(IndexState state) {
        return group("Sources", state.sources()
                .stream()
                .map(source -> new Chart.Mark(source.name(), null, source.articles(),
                        START.with("q", "path:\"" + source.name() + "\"").toString()))
                .toList(), null, null);
    }

    private Chart spread(String title, String parameter, List<Chart.Mark> before) {
        List<Chart.Mark> marks = new ArrayList<>(before);
        for (int from = 0; from < LAST; from += STEP) {
            marks.add(mark(from + " to " + (from + STEP - 1), Integer.toString(from), parameter,
                    new NumberRange(from, from + STEP - 1)));
        }
        marks.add(mark(LAST + " or more", LAST + "+", parameter, new NumberRange(LAST, null)));
        return Chart.of(title, marks);
    }

    private Chart.Mark mark(String label, String tick, String parameter, NumberRange range) {
        boolean quality = parameter.equals("quality");
        Filters filters = new Filters(Map.of(), null, quality ? range : null, quality ? null : range, null);
        long count = service.search(SearchRequest.of("")
                .withFilters(filters)
                .withPage(1, 0)
                .withFacets(EnumSet.noneOf(FacetName.class))).total();
        return new Chart.Mark(label, tick, count, START.with(parameter, range.toString()).toString());
    }

    private static String without(long total, Chart chart, String what) {
        long drawn = Stream.of(chart.bars()).flatMap(List::stream).mapToLong(bar -> bar.mark().count()).sum();
        return drawn == total ? null : Wording.number(total - drawn) + " without " + what;
    }
}
