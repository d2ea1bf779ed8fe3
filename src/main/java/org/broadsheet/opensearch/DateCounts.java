package org.broadsheet.opensearch;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.broadsheet.query.DateRange;
import org.broadsheet.search.Facet;
import org.broadsheet.search.Facet.Interval;
import org.broadsheet.search.FacetName;
import org.opensearch.client.opensearch._types.aggregations.Aggregate;
import org.opensearch.client.opensearch._types.aggregations.Aggregation;
import org.opensearch.client.opensearch._types.aggregations.CalendarInterval;
import org.opensearch.client.opensearch._types.aggregations.DateHistogramBucket;

/**
 * How the matches are spread over time. Days are those of UTC. Which interval fits is only known when the first and the
 * last day are, so years and months are counted at once; days, of which there could be very many, in a second request
 * when they are few.
 */
final class DateCounts {

    private static final String FIELD = IndexFields.values(FacetName.DATE.field());

    private final Reading reading;
    private final SearchedQuery query;

    DateCounts(Reading reading, SearchedQuery query) {
        this.reading = reading;
        this.query = query;
    }

    static Map<String, Aggregation> parts() {
        return Map.of("first", Aggregation.of(date -> date.min(first -> first.field(FIELD))),
                "last", Aggregation.of(date -> date.max(last -> last.field(FIELD))),
                "years", histogram(CalendarInterval.Year), "months", histogram(CalendarInterval.Month),
                "missing", Aggregation.of(count -> count.missing(missing -> missing.field(FIELD))));
    }

    private static Aggregation histogram(CalendarInterval interval) {
        return Aggregation.of(count -> count
                .dateHistogram(by -> by.field(FIELD).calendarInterval(interval).minDocCount(1)));
    }

    /** @param selected the span that the answer is narrowed to, or null */
    Facet.Dates facet(Map<String, Aggregate> parts, DateRange selected) {
        Double first = parts.get("first").min().value();
        Double last = parts.get("last").max().value();
        long missing = parts.get("missing").missing().docCount();
        if (first == null || last == null || first.isInfinite() || last.isInfinite()) {
            return new Facet.Dates(Interval.DAY, List.of(), missing);
        }
        Interval interval = Interval.between(day(first.longValue()), day(last.longValue()));
        List<DateHistogramBucket> counts = switch (interval) {
            case YEAR -> parts.get("years").dateHistogram().buckets().array();
            case MONTH -> parts.get("months").dateHistogram().buckets().array();
            case DAY -> days();
        };
        SortedMap<LocalDate, Long> byDay = new TreeMap<>();
        counts.forEach(count -> byDay.put(day(count.key()), count.docCount()));
        return Facet.Dates.of(interval, byDay, selected, missing);
    }

    private List<DateHistogramBucket> days() {
        return reading
                .search(Void.class, search -> search.size(0)
                        .trackTotalHits(track -> track.enabled(false))
                        .query(query.countedOver(FacetName.DATE))
                        .aggregations("days", histogram(CalendarInterval.Day)))
                .aggregations()
                .get("days")
                .dateHistogram()
                .buckets()
                .array();
    }

    private static LocalDate day(long millis) {
        return Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
