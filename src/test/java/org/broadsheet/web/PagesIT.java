package org.broadsheet.web;

import org.broadsheet.article.Article;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages in a browser, with scripts switched off: nothing on them may need one. */
class PagesIT extends InBrowser {

    PagesIT() {
        super(false);
    }

    @ParameterizedTest
    @CsvSource({"1280, false", "390, false", "390, true", "320, false", "700, false"})
    void page_fitsItsWidth(int width, boolean dark) {
        String longWord = "x".repeat(300);
        for (String path : new String[]{"/?q=facial", "/?q=" + longWord + "&topic=" + longWord, "/nothing",
                "/articles/" + Article.idOf("seeds/ohio.md")}) {
            browser.as(width, 900, dark).get(served.uri(path));
            assertThat(browser.value("document.documentElement.scrollWidth")).as(path).isEqualTo((long) width);
        }
    }

    @Test
    void filters_standOpenBesideTheAnswer_orFoldedAboveIt() {
        browser.as(1280, 900, false).get(served.uri("/"));
        assertThat(browser.isSeen("input[name=provider]")).isTrue();
        assertThat(browser.isSeen(".filters summary")).isFalse();
        browser.as(390, 900, false).get(served.uri("/"));
        assertThat(browser.isSeen("input[name=provider]")).isFalse();
        browser.click(".filters summary");
        assertThat(browser.isSeen("input[name=provider]")).isTrue();
    }

    @Test
    void form_filtersByFacetAndRange_andTidiesItsUrl() {
        browser.as(1280, 1400, false).get(served.uri("/?q=facial"));
        browser.click("input[name=provider][value=Reason]").click("input[name=quality-min]").type("10");
        browser.click(".apply button").untilAt("/?q=facial&provider=Reason&quality=10..");
        assertThat(browser.all(".hit")).hasSize(1);
        assertThat(browser.find("input[name=provider][value=Reason]").isSelected()).isTrue();
        browser.click(".applied a");
        browser.untilAt("/?q=facial&quality=10..");
        assertThat(browser.all(".hit")).hasSize(2);
    }

    @Test
    void chart_andLongFacet_areLinks() {
        browser.as(1280, 1400, false).get(served.uri("/?q=report"));
        browser.click(".time a[data-from='2020-01-01']").untilAt("/?q=report&from=2020-01-01&to=2020-12-31");
        assertThat(browser.all(".time a[data-from]")).hasSize(12);
        browser.click(".trail a").untilAt("/?q=report");
        browser.click("a[data-facet=provider]").untilAt("/facets/provider?q=report");
        browser.click("#prefix").type("Paper B").click(".prefix button").untilAt("prefix=Paper+B&q=report");
        browser.click(".buckets a").untilAt("/?q=report&provider=Paper+B");
        browser.click(".not").until(() -> browser.url().contains("=-"));
    }

    @Test
    void style_obeysThePolicy_andTheReadersColours() {
        browser.as(1280, 900, false).get(served.uri("/"));
        Object light = browser.value("getComputedStyle(document.body).backgroundColor");
        browser.as(1280, 900, true).get(served.uri("/"));
        Object dark = browser.value("getComputedStyle(document.body).backgroundColor");
        assertThat(light).isEqualTo("rgb(255, 253, 250)");
        assertThat(dark).isEqualTo("rgb(23, 22, 20)");
    }
}
