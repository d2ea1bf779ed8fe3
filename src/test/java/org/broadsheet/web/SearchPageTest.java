package org.broadsheet.web;

import java.util.ArrayList;
import java.util.List;

import org.broadsheet.article.Article;
import org.broadsheet.article.Articles;
import org.broadsheet.article.SafeText;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SearchPageTest {

    private static Served served;

    @BeforeAll
    static void serve() {
        served = Served.of(Served.archive());
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @Test
    void page_hasWhatEveryReaderNeeds() {
        Document page = served.page("/?q=ohio");
        assertThat(page.expectFirst("html").attr("lang")).isEqualTo("en");
        assertThat(page.title()).isEqualTo("ohio – Broadsheet");
        assertThat(page.select("meta[name=viewport]")).hasSize(1);
        assertThat(page.select("[role=status]")).hasSize(1);
        assertThat(page.expectFirst("[role=status]").text()).startsWith("1 article");
        assertThat(page.select("search form label[for=q]")).hasSize(1);
        assertThat(page.expectFirst("input[name=q]").val()).isEqualTo("ohio");
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        for (Element field : page.select("input:not([type=hidden]), select")) {
            boolean labelled = field.closest("label") != null
                    || !page.select("label[for=" + field.id() + "]").isEmpty();
            assertThat(labelled).as(field.outerHtml()).isTrue();
        }
    }

    @Test
    void hit_showsWhatIsKnown() {
        Element hit = served.page("/?q=ohio").expectFirst(".hit");
        assertThat(hit.expectFirst("h2 a").attr("href"))
                .isEqualTo("/articles/" + Article.idOf("seeds/ohio.md") + "?q=ohio&at=1");
        assertThat(hit.select("h2 mark").eachText()).containsExactly("Ohio");
        assertThat(hit.expectFirst("a.provider").attr("href")).isEqualTo("https://govtech.com/ohio");
        assertThat(hit.expectFirst("time").attr("datetime")).isEqualTo("2023-04-27T23:29:00Z");
        assertThat(hit.expectFirst("time").text()).isEqualTo("27 April 2023");
        assertThat(hit.select(".topics a").eachAttr("href")).containsExactly("/?q=ohio&topic=AI",
                "/?q=ohio&topic=Computer+Vision");
        Element image = hit.expectFirst("img");
        assertThat(image.attr("loading")).isEqualTo("lazy");
        assertThat(image.attr("referrerpolicy")).isEqualTo("no-referrer");
        assertThat(image.hasAttr("alt")).isTrue();
        assertThat(image.hasAttr("width") && image.hasAttr("height")).isTrue();
        assertThat(hit.select(".measure").eachText()).containsExactly("Quality 59", "Heat 69");
        assertThat(hit.expectFirst(".excerpt").text()).isEqualTo("The attorney general of Ohio is using it again.");
    }

    @Test
    void exports_areOfferedWhereTheyHoldWhatIsShown() {
        assertThat(served.page("/?q=facial+recognition").select("a[href^=/export.]").eachText())
                .containsExactly("CSV", "NDJSON");
        Document relaxed = served.page("/?q=facial+recogniton");
        assertThat(relaxed.select(".hit")).isNotEmpty();
        assertThat(relaxed.select("a[href^=/feed.]")).isNotEmpty();
        assertThat(relaxed.select("a[href^=/export.]")).isEmpty();
        assertThat(served.get("/export.ndjson?q=facial+recogniton").body()).isEmpty();
    }

    @Test
    void allValues_areThoseOfWhatIsShown_andItIsSaidWhatThatIs() {
        Document asked = served.page("/facets/provider?q=facial+recognition");
        Document relaxed = served.page("/facets/provider?q=facial+recogniton");
        assertThat(asked.select(".buckets li")).isNotEmpty();
        assertThat(relaxed.select(".buckets li").eachText()).isEqualTo(asked.select(".buckets li").eachText());
        assertThat(asked.select(".notices")).isEmpty();
        assertThat(relaxed.select(".notices li").eachText())
                .isEqualTo(served.page("/?q=facial+recogniton").select(".notices li:not(.suggestion)").eachText())
                .isNotEmpty();
    }

    @Test
    void hit_showsNothingOfWhatIsNot() {
        Element hit = served.page("/?q=note").expectFirst(".hit");
        assertThat(hit.select("img, time, .provider, .topics, .measure, .excerpt, .passage")).isEmpty();
        assertThat(served.page("/?q=police").expectFirst(".hit").select(".measure").eachText())
                .containsExactly("Quality 39");
        assertThat(served.page("/").select("mark")).isEmpty();
    }

    @Test
    void facets_areCheckboxesThatKnowTheirState() {
        Document page = served.page("/?provider=Reason&topic=-Law");
        assertThat(page.select("fieldset > legend").eachText()).contains("Provider", "Topic", "Date", "Quality");
        assertThat(checked(page, "provider")).containsExactly("Reason");
        assertThat(checked(page, "topic")).containsExactly("-Law");
        assertThat(page.select("input[type=checkbox][name=provider]").eachAttr("value")).hasSize(2);
        assertThat(page.select("[name=provider], [name=from], [name=quality-min], [name=sort]").eachAttr("form"))
                .containsOnly("search");
    }

    @Test
    void applied_filtersAreRemovedOneByOneOrAllTogether() {
        Document page = served.page("/?q=facial&provider=Reason&from=2021-01-01&quality=10..&sort=newest");
        assertThat(page.select(".applied a:not(.clear)").eachAttr("href")).containsExactly(
                "/?q=facial&from=2021-01-01&quality=10..&sort=newest",
                "/?q=facial&provider=Reason&quality=10..&sort=newest",
                "/?q=facial&provider=Reason&from=2021-01-01&sort=newest");
        assertThat(page.expectFirst(".applied .clear").attr("href")).isEqualTo("/?q=facial&sort=newest");
        assertThat(page.expectFirst("input[name=from]").val()).isEqualTo("2021-01-01");
        assertThat(page.expectFirst("input[name=quality-min]").val()).isEqualTo("10");
        assertThat(page.expectFirst("option[selected]").val()).isEqualTo("newest");
        assertThat(page.select("meta[name=robots][content=noindex]")).hasSize(1);
        assertThat(served.page("/?q=facial").select("meta[name=robots]")).isEmpty();
    }

    @Test
    void form_keepsWhatHasNoField() {
        Document page = served.page("/?q=x&published=false&heat=5..&size=5&facets=topic&provider=Reason");
        assertThat(page.select("#search input[type=hidden]").eachAttr("name")).containsExactly("provider", "heat",
                "published", "size", "facets");
    }

    @Test
    void ranges_areLinksThatNarrow_andTheChosenOneLeadsBack() {
        Document page = served.page("/?q=facial");
        assertThat(page.select(".time a").eachAttr("href")).contains("/?q=facial&from=2021-01-01&to=2021-12-31");
        assertThat(page.select(".buckets a").eachAttr("href")).contains("/?q=facial&quality=50..74");
        assertThat(page.select(".buckets a, .time a").eachAttr("rel")).containsOnly("nofollow");
        Document narrowed = served.page("/?q=facial&quality=50..74");
        assertThat(narrowed.expectFirst(".buckets a[aria-current]").attr("href")).isEqualTo("/?q=facial");
    }

    @Test
    void pages_keepTheSearch() {
        List<Article> articles = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            articles.add(Articles.titled("Ohio " + i).topics("AI").build());
        }
        try (Served many = Served.of(articles.toArray(Article[]::new))) {
            Document page = many.page("/?q=ohio&topic=AI&size=2&page=7");
            assertThat(page.expectFirst("a[rel=prev]").attr("href")).isEqualTo("/?q=ohio&topic=AI&size=2&page=6");
            assertThat(page.expectFirst("a[rel=next]").attr("href")).isEqualTo("/?q=ohio&topic=AI&size=2&page=8");
            assertThat(page.select(".pages li").eachText()).containsExactly("1", "…", "5", "6", "7", "8", "9", "…",
                    "13");
            assertThat(page.expectFirst(".pages [aria-current]").text()).isEqualTo("7");
            assertThat(page.select(".pages a").eachAttr("href")).contains("/?q=ohio&topic=AI&size=2");
            Document beyond = many.page("/?q=ohio&size=20&page=9");
            assertThat(beyond.select(".nothing a").eachAttr("href")).contains("/?q=ohio");
        }
    }

    @Test
    void mistakes_areIgnoredWithANotice() {
        Document page = served.page("/?q=ohio&size=-1&qq=x&from=2021-13-45&cursor=zzz");
        assertThat(page.select(".hit")).hasSize(1);
        assertThat(page.select(".notices li")).hasSize(4);
    }

    @Test
    void cursorOfAnotherOrder_beginsAgainWithANotice() {
        String cursor = served.json("/api/search?sort=newest&size=1").get("next").asText();
        Document page = served.page("/?sort=oldest&cursor=" + cursor);
        assertThat(page.select(".hit")).hasSize(3);
        assertThat(page.select(".notices li")).hasSize(1);
    }

    @Test
    void nothingFound_saysSoAndLeadsOn() {
        Document page = served.page("/?q=zzzzqqq&topic=AI");
        assertThat(page.expectFirst("[role=status]").text()).startsWith("No articles");
        assertThat(page.select(".nothing a").eachAttr("href")).containsExactly("/help", "/?sort=newest");
    }

    @Test
    void nothingFound_offersWhatWouldBeWithItsTrueCount() {
        Element way = served.page("/?q=ohio&provider=Reason").expectFirst(".nothing li");
        assertThat(way.text()).endsWith(": 1 article");
        assertThat(way.expectFirst("a").attr("href")).isEqualTo("/?q=ohio");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>",
            "' autofocus onfocus=alert(1) x='", "javascript:alert(1)", "</title><svg onload=alert(1)>", "&lt;b&gt;",
            "%3Cscript%3E", "\u202egnihtemos", "a\u0000b"})
    void attack_staysText(String attack) {
        String encoded = QueryString.encode(attack);
        for (String path : List.of("/?q=" + encoded, "/?topic=" + encoded, "/?q=x&published=" + encoded,
                "/?" + encoded + "=1", "/articles/" + QueryString.encode("x" + attack.replace("\u0000", "")))) {
            Document page = org.jsoup.Jsoup.parse(served.get(path).body());
            assertInert(page);
        }
        assertThat(served.page("/?q=" + encoded).expectFirst("input[name=q]").val()).isEqualTo(SafeText.of(attack));
    }

    @Test
    void hostileArticle_staysText() {
        String markup = "<script>alert(1)</script><img src=x onerror=alert(2)> \"' onmouseover=alert(3)";
        Article hostile = Articles.titled(markup)
                .path("seeds/hostile.md")
                .excerpt(markup)
                .body(markup)
                .provider(markup, markup)
                .topics(markup)
                .type(markup)
                .category(markup)
                .webUrl("javascript:alert(4)")
                .image("data:image/svg+xml,<svg onload=alert(5)>", 1, 1)
                .related(markup, "javascript:alert(6)")
                .build();
        try (Served other = Served.of(hostile)) {
            for (String path : List.of("/", "/?q=alert", "/?topic=" + QueryString.encode(markup),
                    "/articles/" + hostile.id())) {
                Document page = other.page(path);
                assertInert(page);
                assertThat(page.select("img")).isEmpty();
                assertThat(page.text()).contains("<script>alert(1)</script>");
            }
        }
    }

    /** No script, style or handler of its own, and no link that runs. */
    static void assertInert(Document page) {
        assertThat(page.select("script:not([src^=/static/]), style, iframe, object, embed, base, svg[onload]"))
                .isEmpty();
        for (Element element : page.getAllElements()) {
            element.attributes().forEach(attribute -> {
                assertThat(attribute.getKey()).doesNotStartWith("on").isNotEqualTo("style");
                if (attribute.getKey().equals("href") || attribute.getKey().equals("src")) {
                    assertThat(attribute.getValue()).matches("(/|#|https?://).*");
                }
            });
        }
    }

    private static List<String> checked(Document page, String name) {
        return page.select("input[type=checkbox][name=" + name + "][checked]").eachAttr("value");
    }
}
