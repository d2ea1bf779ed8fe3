package org.broadsheet.operation;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class QueryCountsTest {

    @Test
    void query_isToldOnceItWasAskedOften_howeverItIsWritten() {
        QueryCounts counts = new QueryCounts();
        for (String text : new String[]{"Ohio  police", "ohio police", " OHIO POLICE ", "ohio\npolice"}) {
            counts.add(text, true);
        }
        assertThat(counts.popular(10)).as("four times").isEmpty();
        counts.add("ohio police", false);
        assertThat(counts.popular(10)).containsExactly(new QueryCounts.Count("ohio police", 5));
        assertThat(counts.inVain(10)).isEmpty();
    }

    @Test
    void longTexts_andNone_areNotCounted() {
        QueryCounts counts = new QueryCounts();
        for (int i = 0; i < 10; i++) {
            counts.add("a".repeat(101), false);
            counts.add(" ", true);
        }
        assertThat(counts.popular(10)).isEmpty();
    }

    /** Against a table of everything: what is frequent is never missed, and no count is too high. */
    @Test
    void frequentTexts_areFoundInBoundedMemory() {
        Random random = new Random(11);
        FrequentTexts bounded = new FrequentTexts(100);
        Map<String, Integer> all = new HashMap<>();
        int total = 50_000;
        for (int i = 0; i < total; i++) {
            String text = "q" + (int) (1 / Math.pow(random.nextDouble(), 1.6)); // few often, and no end of others
            bounded.add(text);
            all.merge(text, 1, Integer::sum);
        }
        assertThat(all).hasSizeGreaterThan(1_000);
        var found = bounded.most(100, 1);
        assertThat(found).isNotEmpty()
                .allSatisfy(
                        count -> assertThat(count.count()).isLessThanOrEqualTo(all.get(count.text())));
        all.forEach((text, count) -> {
            if (count > total / 100 * 2) {
                assertThat(found).extracting(QueryCounts.Count::text).contains(text);
            }
        });
    }
}
