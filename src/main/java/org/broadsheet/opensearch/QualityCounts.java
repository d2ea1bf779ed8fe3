package org.broadsheet.opensearch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.broadsheet.query.NumberRange;
import org.broadsheet.search.Facet;
import org.broadsheet.search.FacetName;
import org.opensearch.client.json.JsonData;
import org.opensearch.client.opensearch._types.aggregations.Aggregate;
import org.opensearch.client.opensearch._types.aggregations.Aggregation;
import org.opensearch.client.opensearch._types.aggregations.RangeBucket;

/** How the quality of the matches is spread. */
final class QualityCounts {

    /** Quality is mostly below 100: four even steps, and all that is above. */
    private static final int STEP = 25;
    private static final int BUCKETS = 5;

    private static final String FIELD = IndexFields.values(FacetName.QUALITY.field());

    private QualityCounts() {}

    static Map<String, Aggregation> parts() {
        return Map.of("ranges", Aggregation.of(count -> count.range(ranges -> {
            ranges.field(FIELD);
            for (int i = 0; i < BUCKETS; i++) {
                int from = i * STEP;
                boolean last = i == BUCKETS - 1;
                ranges.ranges(range -> last
                        ? range.from(JsonData.of(from))
                        : range.from(JsonData.of(from)).to(JsonData.of(from + STEP)));
            }
            return ranges;
        })), "missing", Aggregation.of(count -> count.missing(missing -> missing.field(FIELD))));
    }

    /** @param selected the range that the answer is narrowed to, or null */
    static Facet.Ranges facet(Map<String, Aggregate> parts, NumberRange selected) {
        List<RangeBucket> counts = parts.get("ranges").range().buckets().array();
        List<Facet.RangeBucket> buckets = new ArrayList<>();
        for (int i = 0; i < BUCKETS; i++) {
            int from = i * STEP;
            Integer to = i == BUCKETS - 1 ? null : from + STEP - 1;
            boolean isSelected = selected != null && selected.equals(new NumberRange(from, to));
            buckets.add(new Facet.RangeBucket(from, to, counts.get(i).docCount(), isSelected));
        }
        return new Facet.Ranges(buckets, parts.get("missing").missing().docCount());
    }
}
