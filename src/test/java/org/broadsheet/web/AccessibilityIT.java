package org.broadsheet.web;

import org.broadsheet.article.Article;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Nothing that axe knows of keeps anybody out of a page. */
class AccessibilityIT extends InBrowser {

    AccessibilityIT() {
        super(true);
    }

    @ParameterizedTest
    @CsvSource({"1280, false", "390, true"})
    void page_hasNoBarrier(int width, boolean dark) {
        browser.as(width, 1200, dark);
        for (String path : new String[]{"/", "/?q=report&topic=Law&provider=-Reason&from=2019-01-01&to=2020-12-31",
                "/?q=ohio&explain=true", "/?q=zzzzqqq", "/articles/" + Article.idOf("seeds/ohio.md") + "?q=ohio&at=1",
                "/articles/" + Article.idOf("seeds/police.md"), "/archive", "/help", "/facets/provider", "/nothing"}) {
            browser.get(served.uri(path));
            assertThat(browser.barriers()).as(path).isEmpty();
        }
    }

    @Test
    void whatTheScriptAdds_hasNoBarrier() {
        browser.as(1280, 1200, false).get(served.uri("/")).click("#q").type("came");
        browser.until(() -> !browser.all("#suggestions [role=option]").isEmpty());
        assertThat(browser.barriers()).isEmpty();
        browser.click("a[data-facet=provider]").until(() -> !browser.all(".more .values li").isEmpty());
        browser.click(".numbers summary");
        assertThat(browser.barriers()).isEmpty();
    }
}
