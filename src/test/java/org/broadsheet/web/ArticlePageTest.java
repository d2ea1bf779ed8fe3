package org.broadsheet.web;

import java.time.Instant;

import org.broadsheet.article.Article;
import org.broadsheet.article.Articles;
import org.broadsheet.article.Provider;
import org.broadsheet.article.Related;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ArticlePageTest {

    @Test
    void page_showsAllThatIsKnown() {
        try (Served served = Served.of(Served.archive())) {
            Document page = served.page("/articles/" + Article.idOf("seeds/ohio.md"));
            assertThat(page.title()).isEqualTo("Ohio resumes facial recognition – Broadsheet");
            assertThat(page.select("h1").text()).isEqualTo("Ohio resumes facial recognition");
            assertThat(page.select(".original a").attr("href")).isEqualTo("https://govtech.com/ohio");
            assertThat(page.select("article > p:not([class])").eachText()).containsExactly("First paragraph.",
                    "Second paragraph.");
            assertThat(page.select("article > .topics a").eachAttr("href")).containsExactly("/?topic=AI",
                    "/?topic=Computer+Vision");
            assertThat(page.select(".facts").text()).contains("Quality 59", "Heat 69", "seeds/ohio.md");
            assertThat(page.select(".related a").eachAttr("href")).containsExactly("https://itpro.co.uk/bears",
                    "/articles/" + Article.idOf("seeds/police.md"));
            assertThat(page.select(".similar h2 a").eachText()).contains("Police agencies use facial recognition");
            SearchPageTest.assertInert(page);
        }
    }

    @Test
    void page_ofAlmostNothing_showsNothingElse() {
        try (Served served = Served.of(Articles.titled("Alone").path("seeds/alone.md").build())) {
            Document page = served.page("/articles/" + Article.idOf("seeds/alone.md"));
            assertThat(page.select("main img, main time, .original, .related, .similar, .twins")).isEmpty();
        }
    }

    @Test
    void related_newestFirst_theRestFoldedAway() {
        Articles article = Articles.titled("Busy").path("seeds/busy.md");
        for (int i = 1; i <= 12; i++) {
            article.related(new Related("Number " + i, "https://x.example/" + i, new Provider("P", null),
                    Instant.parse("2021-04-%02dT00:00:00Z".formatted(i))));
        }
        try (Served served = Served.of(article.related("Undated", null).build())) {
            Document page = served.page("/articles/" + Article.idOf("seeds/busy.md"));
            assertThat(page.select(".related > ol a").eachText()).startsWith("Number 12", "Number 11").hasSize(8);
            assertThat(page.select(".related details summary").text()).isEqualTo("5 more");
            assertThat(page.select(".related li").last().text()).isEqualTo("Undated Undated");
        }
    }

    @Test
    void sameOriginalTwice_isSaid() {
        String url = "https://x.example/story";
        try (Served served = Served.of(Articles.titled("Story").path("a/story.md").webUrl(url).build(),
                Articles.titled("Story").path("b/story.md").webUrl(url).build())) {
            Document page = served.page("/articles/" + Article.idOf("a/story.md"));
            assertThat(page.select(".twins a").eachAttr("href"))
                    .containsExactly("/articles/" + Article.idOf("b/story.md"));
            assertThat(page.select(".similar .kind").text()).isEqualTo("same original");
        }
    }
}
