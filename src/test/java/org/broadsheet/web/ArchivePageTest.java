package org.broadsheet.web;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ArchivePageTest {

    @Test
    void everyMark_leadsToAsManyArticlesAsItSays() {
        try (Served served = Served.of(Served.largerArchive())) {
            Document page = served.page("/archive");
            assertThat(page.expectFirst(".lead").text()).startsWith("39 articles from");
            for (Element bar : page.select(".chart a")) {
                String said = bar.attr("aria-label").replaceFirst(".*: ", "");
                assertThat(served.page(bar.attr("href")).expectFirst("[role=status]").text()).as(bar.attr("href"))
                        .startsWith(said);
            }
            for (Element bucket : page.select(".buckets a")) {
                String said = bucket.expectFirst(".count").text();
                assertThat(served.page(bucket.attr("href")).expectFirst("[role=status]").text())
                        .as(bucket.attr("href"))
                        .startsWith(said + " article");
            }
            assertThat(page.select(".chart")).hasSize(3);
            assertThat(page.select(".group h2").eachText()).contains("Topics", "Providers", "Sources", "The index");
        }
    }

    @Test
    void emptyArchive_isAPageToo() {
        try (Served served = Served.of()) {
            Document page = served.page("/archive");
            assertThat(page.expectFirst(".lead").text()).startsWith("No articles");
            assertThat(page.select(".chart")).isEmpty();
        }
    }

    @Test
    void chart_keepsTheTimesBetween_andCountsWithinWhatIsChosen() {
        try (Served served = Served.of(Served.archive())) {
            Document all = served.page("/?q=facial");
            assertThat(all.select(".time .chart a").eachAttr("data-from")).containsExactly("2021-01-01",
                    "2023-01-01");
            assertThat(all.select(".time .chart text").eachText()).contains("2022");
            Document day = served.page("/?q=facial&from=2023-01-01&to=2023-12-31");
            assertThat(day.select(".time .chart a").eachAttr("data-from")).containsExactly("2023-04-27");
            assertThat(day.select(".trail li").eachText()).containsExactly("All time", "2023");
            assertThat(served.page("/?from=2010-01-01&to=2010-12-31").select(".trail a").eachAttr("href"))
                    .containsExactly("/");
        }
    }
}
