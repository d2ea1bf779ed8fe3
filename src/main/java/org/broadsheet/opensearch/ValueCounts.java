package org.broadsheet.opensearch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.broadsheet.analysis.Analyzers;
import org.broadsheet.search.Facet;
import org.broadsheet.search.FacetName;
import org.broadsheet.search.Filters.Selection;
import org.opensearch.client.opensearch._types.FieldValue;
import org.opensearch.client.opensearch._types.aggregations.Aggregate;
import org.opensearch.client.opensearch._types.aggregations.Aggregation;
import org.opensearch.client.opensearch._types.aggregations.CompositeAggregate;
import org.opensearch.client.opensearch._types.aggregations.CompositeAggregationSource;
import org.opensearch.client.opensearch._types.aggregations.CompositeBucket;
import org.opensearch.client.opensearch._types.aggregations.StringTermsAggregate;
import org.opensearch.client.opensearch._types.aggregations.StringTermsBucket;
import org.opensearch.client.opensearch._types.query_dsl.Query;

/**
 * How often the matches have each value of a facet, exactly. Each shard tells its most frequent values, many more than
 * are shown; where it has still more of them, and a count could therefore be wrong, all values are counted instead.
 */
final class ValueCounts {

    /** Values listed besides the chosen ones: more than fit beside the results are looked up by prefix. */
    private static final int LISTED = Facet.Values.UNCHOSEN;
    /** Values that each shard tells: more than most facets have. */
    private static final int TOLD = 5_000;
    /** Values counted at a time where all are. */
    private static final int PAGE = 10_000;

    private final Reading reading;
    private final SearchedQuery query;

    ValueCounts(Reading reading, SearchedQuery query) {
        this.reading = reading;
        this.query = query;
    }

    static Map<String, Aggregation> parts(FacetName facet, Selection selection) {
        String field = IndexFields.values(facet.field());
        Map<String, Aggregation> parts = new HashMap<>();
        Set<String> chosen = chosen(selection);
        int size = LISTED + chosen.size();
        parts.put("values", Aggregation.of(count -> count
                .terms(by -> by.field(field).size(size).shardSize(Math.max(TOLD, size)))));
        parts.put("missing", Aggregation.of(count -> count.missing(missing -> missing.field(field))));
        if (!chosen.isEmpty()) {
            parts.put("chosen", Aggregation.of(count -> count.terms(by -> by.field(field)
                    .size(chosen.size())
                    .include(these -> these.terms(List.copyOf(chosen))))));
        }
        return parts;
    }

    Facet.Values facet(FacetName facet, Selection selection, Map<String, Aggregate> parts) {
        StringTermsAggregate told = parts.get("values").sterms();
        Map<String, Long> counts = counts(told);
        long all = counts.values().stream().mapToLong(Long::longValue).sum() + other(told);
        if (mayBeWrong(told)) {
            counts = all(IndexFields.values(facet.field()), query.countedOver(facet));
        }
        Set<String> chosen = chosen(selection);
        Map<String, Long> ofChosen = chosen.isEmpty() ? Map.of() : counts(parts.get("chosen").sterms());
        List<Facet.ValueCount> listed = new ArrayList<>();
        chosen.forEach(value -> listed.add(valueCount(value, ofChosen.getOrDefault(value, 0L), selection)));
        counts.entrySet()
                .stream()
                .filter(value -> !chosen.contains(value.getKey()))
                .map(value -> valueCount(value.getKey(), value.getValue(), selection))
                .sorted(Facet.ValueCount.MOST_FREQUENT)
                .limit(LISTED)
                .forEach(listed::add);
        listed.sort(Facet.ValueCount.MOST_FREQUENT);
        long shown = listed.stream().mapToLong(Facet.ValueCount::count).sum();
        return new Facet.Values(listed, all - shown, parts.get("missing").missing().docCount());
    }

    /** The values among the matches that begin with a prefix. */
    List<Facet.ValueCount> startingWith(FacetName facet, String prefix, Selection selection, Analyzers analyzers,
            int size) {
        String field = IndexFields.names(facet);
        String normalized = analyzers.normalized(prefix);
        Query over = query.countedOver(facet);
        StringTermsAggregate told = reading.search(Void.class, search -> search.size(0)
                .trackTotalHits(track -> track.enabled(false))
                .query(over)
                .aggregations("values", count -> count.terms(by -> by.field(field)
                        .size(TOLD)
                        .include(these -> these.regexp(ValueNames.wholeBeginningWith(normalized))))))
                .aggregations()
                .get("values")
                .sterms();
        Map<String, Long> counts = mayBeWrong(told) ? all(field, over) : counts(told);
        List<Facet.ValueCount> found = new ArrayList<>();
        counts.forEach((term, count) -> {
            ValueNames.Name name = ValueNames.Name.read(term);
            if (name.whole() && name.text().startsWith(normalized)) {
                found.add(valueCount(name.value(), count, selection));
            }
        });
        return found.stream().sorted(Facet.ValueCount.MOST_FREQUENT).limit(size).toList();
    }

    private static boolean mayBeWrong(StringTermsAggregate told) {
        return told.docCountErrorUpperBound() != null && told.docCountErrorUpperBound() > 0;
    }

    private static long other(StringTermsAggregate told) {
        return told.sumOtherDocCount() == null ? 0 : told.sumOtherDocCount();
    }

    private static Map<String, Long> counts(StringTermsAggregate told) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (StringTermsBucket value : told.buckets().array()) {
            counts.put(value.key(), value.docCount());
        }
        return counts;
    }

    private static Set<String> chosen(Selection selection) {
        Set<String> chosen = new TreeSet<>(new HashSet<>(selection.included()));
        chosen.addAll(selection.excluded());
        return chosen;
    }

    private static Facet.ValueCount valueCount(String value, long count, Selection selection) {
        return new Facet.ValueCount(value, count, selection.included().contains(value),
                selection.excluded().contains(value));
    }

    /** All values of a field, page by page in their order, which every shard counts in full. */
    private Map<String, Long> all(String field, Query over) {
        Map<String, Long> counts = new HashMap<>();
        Map<String, FieldValue> after = Map.of();
        do {
            Map<String, FieldValue> from = after;
            CompositeAggregate page = reading.search(Void.class, search -> search.size(0)
                    .trackTotalHits(track -> track.enabled(false))
                    .query(over)
                    .aggregations("all", count -> count.composite(by -> {
                        by.size(PAGE)
                                .sources(List.of(Map.of("value", CompositeAggregationSource
                                        .of(source -> source.terms(terms -> terms.field(field))))));
                        return from.isEmpty() ? by : by.after(from);
                    }))).aggregations().get("all").composite();
            for (CompositeBucket value : page.buckets().array()) {
                counts.put(value.key().get("value").stringValue(), value.docCount());
            }
            after = page.buckets().array().size() < PAGE ? Map.of() : page.afterKey();
        } while (!after.isEmpty());
        return counts;
    }
}
