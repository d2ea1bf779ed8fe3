package org.broadsheet.opensearch;

import java.util.Map;

import org.broadsheet.query.NumberRange;
import org.broadsheet.search.Facet.Ranges;
import org.broadsheet.search.FacetName;
import org.opensearch.client.json.JsonData;
import org.opensearch.client.opensearch._types.aggregations.Aggregate;
import org.opensearch.client.opensearch._types.aggregations.Aggregation;
import org.opensearch.client.opensearch._types.aggregations.RangeBucket;

/** How the quality of the matches is spread. */
final class QualityCounts {

    private static final String FIELD = IndexFields.values(FacetName.QUALITY.field());

    private QualityCounts() {}

    static Map<String, Aggregation> parts() {
        return Map.of("ranges", Aggregation.of(count -> count.range(ranges -> {
            ranges.field(FIELD);
            for (int i = 0; i < Ranges.BUCKETS; i++) {
                int from = i * Ranges.STEP;
                boolean last = i == Ranges.BUCKETS - 1;
                ranges.ranges(range -> last
                        ? range.from(JsonData.of(from))
                        : range.from(JsonData.of(from)).to(JsonData.of(from + Ranges.STEP)));
            }
            return ranges;
        })), "missing", Aggregation.of(count -> count.missing(missing -> missing.field(FIELD))));
    }

    /** @param selected the range that the answer is narrowed to, or null */
    static Ranges facet(Map<String, Aggregate> parts, NumberRange selected) {
        long[] counts = parts.get("ranges")
                .range()
                .buckets()
                .array()
                .stream()
                .mapToLong(RangeBucket::docCount)
                .toArray();
        return Ranges.of(counts, selected, parts.get("missing").missing().docCount());
    }
}
