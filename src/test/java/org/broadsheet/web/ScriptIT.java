package org.broadsheet.web;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

import static org.assertj.core.api.Assertions.assertThat;

/** What the script adds to the pages: with the mouse, and the same with the keyboard. */
class ScriptIT extends InBrowser {

    ScriptIT() {
        super(true);
    }

    @BeforeEach
    void wide() {
        browser.as(1280, 1600, false);
    }

    /** Begins at an address; {@link #stillThere} tells whether the page was ever left since. */
    private Browser at(String path) {
        browser.get(served.uri(path)).value("window.kept = true");
        return browser;
    }

    private void stillThere() {
        assertThat(browser.value("window.kept")).as("the page was not loaded anew").isEqualTo(true);
    }

    @Test
    void search_replacesTheAnswer_andBackBringsItAgain() {
        at("/").click("#q")
                .type("ohio")
                .press(Keys.ENTER)
                .untilAt("/?q=ohio")
                .until(() -> browser.all(".hit").size() == 1);
        assertThat(browser.find("[role=status]").getText()).startsWith("1 article");
        browser.click("#q").press(Keys.END).type(" zzzzqqq").press(Keys.ENTER).untilAt("/?q=ohio+zzzzqqq");
        browser.back().until(() -> browser.all(".hit").size() == 1);
        assertThat(browser.find("#q").getDomProperty("value")).isEqualTo("ohio");
        browser.back().until(() -> browser.all(".hit").size() == 20);
        browser.forward().untilAt("/?q=ohio").until(() -> browser.all(".hit").size() == 1);
        stillThere();
    }

    @Test
    void facet_onAndOff_keepsTheFocusWhereItWas() {
        String law = "input[name=topic][value=Law]";
        at("/?q=report").click(law).untilAt("/?q=report&topic=Law").until(() -> browser.all(".hit").size() == 18);
        assertThat(browser.value("document.activeElement.value")).isEqualTo("Law");
        browser.type(" ").untilAt("/?q=report").until(() -> browser.all(".hit").size() == 20);
        browser.click("a.not[title='Leave out Law']").untilAt("topic=-Law");
        browser.until(() -> browser.find(".applied a").getText().contains("Topic: not Law"));
        browser.click(".applied a").untilAt("/?q=report");
        stillThere();
    }

    @Test
    void reasons_areToldWhenSomebodyWantsToKnow() {
        at("/?q=ohio").click(".why summary").until(() -> browser.find(".why").getText().contains("occurrences"));
        stillThere();
    }

    @Test
    void sort_andRange_takeEffectAtOnce() {
        at("/?q=report").click("#sort").type("Old").press(Keys.ENTER).untilAt("/?q=report&sort=oldest");
        browser.until(() -> browser.find(".hit h2").getText().startsWith("Report number 0"));
        browser.click("input[name=quality-min]").type("90").press(Keys.ENTER).untilAt("quality=90..");
        browser.until(() -> browser.all(".hit").size() == 6);
        stillThere();
    }

    @Test
    void longFacet_isSearchedWhereItStands() {
        at("/").click("a[data-facet=provider]").until(() -> !browser.all(".more .values li").isEmpty());
        assertThat(browser.value("document.activeElement.className")).isEqualTo("search-in");
        browser.type("Rea").until(() -> browser.all(".more .values li").size() == 1);
        browser.click(".more .values input").untilAt("/?provider=Reason").until(() -> browser.all(".hit").size() == 1);
        assertThat(browser.find("input[name=provider]").isSelected()).as("what is chosen comes first").isTrue();
        stillThere();
    }

    @Test
    void chart_isNarrowedByClick_andTheTrailLeadsOut() {
        at("/?q=report").click(".time a[data-from='2020-01-01']").untilAt("from=2020-01-01&to=2020-12-31");
        browser.until(() -> browser.all(".time a[data-from]").size() == 12);
        browser.click(".time a[data-from='2020-03-01']").untilAt("from=2020-03-01&to=2020-03-31");
        browser.until(() -> browser.all(".time a[data-from]").size() == 1);
        browser.click(".time a[data-from]").untilAt("from=2020-03-15&to=2020-03-15");
        browser.until(() -> browser.all(".trail li").size() == 4);
        assertThat(browser.all(".trail li").stream().map(WebElement::getText)).containsExactly("All time", "2020",
                "March 2020", "15 March 2020");
        browser.click(".trail li:nth-child(2) a").until(() -> browser.all(".time a[data-from]").size() == 12);
        browser.click(".trail li:first-child a").untilAt("/?q=report");
        stillThere();
    }

    @Test
    void chart_spansARange_byMouseAndByKeyboard() {
        String range = "/?q=report&from=2019-01-01&to=2020-12-31";
        at("/?q=report");
        List<WebElement> bars = browser.all(".time a[data-from]");
        assertThat(bars).hasSize(3);
        browser.drag(bars.get(0), bars.get(1)).untilAt(range).until(() -> browser.all(".trail li").size() == 2);

        at("/?q=report").value("document.querySelector('.time a[tabindex=\"0\"]').focus()");
        browser.press(Keys.ARROW_RIGHT, Keys.SHIFT).until(() -> browser.all(".time .spanned").size() == 2);
        browser.press(Keys.ESCAPE).until(() -> browser.all(".time .spanned").isEmpty());
        browser.press(Keys.HOME).press(Keys.ARROW_RIGHT, Keys.SHIFT).press(Keys.ENTER).untilAt(range);
        browser.until(() -> browser.all(".trail li").size() == 2);
        browser.press(Keys.ARROW_RIGHT).press(Keys.ENTER);
        browser.until(() -> browser.url().contains("from=2019-02-01"));
        stillThere();
    }

    @Test
    void suggestions_areChosenByKeyboard_andEnterAlonePicksNone() {
        at("/").click("#q").type("came").until(() -> !browser.all("#suggestions [role=option]").isEmpty());
        WebElement box = browser.find("#q");
        assertThat(box.getDomAttribute("aria-expanded")).isEqualTo("true");
        assertThat(box.getDomAttribute("aria-activedescendant")).isNull();
        String first = String.valueOf(browser.value("document.querySelector('[role=option]').firstChild.data"));
        browser.press(Keys.ARROW_DOWN);
        assertThat(box.getDomProperty("value")).isEqualTo(first);
        assertThat(box.getDomAttribute("aria-activedescendant")).isEqualTo("suggestion-0");
        browser.press(Keys.ARROW_UP);
        assertThat(box.getDomProperty("value")).isEqualTo("came");
        browser.press(Keys.ARROW_DOWN).press(Keys.ESCAPE);
        assertThat(box.getDomProperty("value")).isEqualTo("came");
        assertThat(box.getDomAttribute("aria-expanded")).isEqualTo("false");
        browser.type("r").until(() -> "true".equals(box.getDomAttribute("aria-expanded")));
        browser.press(Keys.ENTER).untilAt("/?q=camer");
        browser.click("#q").press(Keys.END).type("a").until(() -> "true".equals(box.getDomAttribute("aria-expanded")));
        browser.press(Keys.ARROW_DOWN).press(Keys.ENTER).untilAt("/?q=" + QueryString.encode(first));
        stillThere();
    }

    @Test
    void slash_leadsToTheBox_exceptFromAnotherField() {
        at("/").type("/").until(() -> "q".equals(browser.value("document.activeElement.id")));
        assertThat(browser.find("#q").getDomProperty("value")).isEmpty();
        browser.click("input[name=quality-min]").type("/");
        assertThat(browser.value("document.activeElement.name")).isEqualTo("quality-min");
    }

    @Test
    void article_isReadOnThroughTheSearch() {
        at("/?q=report&sort=oldest").click(".hits li:nth-child(2) h2 a").untilAt("?q=report&sort=oldest&at=2");
        browser.click(".neighbours a[rel=next]").untilAt("at=3");
        assertThat(browser.find("h1").getText()).isEqualTo("Report number 2 on cameras");
        browser.click(".neighbours a[rel=prev]").untilAt("at=2").click(".neighbours a[rel=prev]").untilAt("at=1");
        assertThat(browser.all(".neighbours a[rel=prev]")).isEmpty();
        browser.click(".neighbours .back").untilAt("/?q=report&sort=oldest");
    }

    @Test
    void nothingMoves_whileThePageLoads() {
        browser.get(served.uri("/?q=report"));
        Object moved = browser.value("new Promise(answer => new PerformanceObserver(list => answer(list.getEntries()"
                + ".reduce((sum, entry) => sum + entry.value, 0))).observe({type: 'layout-shift', buffered: true})"
                + " || requestAnimationFrame(() => requestAnimationFrame(() => answer(0))))");
        assertThat(((Number) moved).doubleValue()).isZero();
    }
}
