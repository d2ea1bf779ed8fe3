package org.broadsheet.web;

import java.io.StringReader;
import java.net.http.HttpResponse;

import com.fasterxml.jackson.databind.JsonNode;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import org.broadsheet.article.Articles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Feeds as a reader understands them that knows nothing of this project. */
class FeedReaderTest {

    @Test
    void atom_isUnderstoodByRome() throws Exception {
        try (Served served = Served.of(Served.archive())) {
            HttpResponse<String> answer = served.get("/feed.atom?q=facial");
            SyndFeed feed = new SyndFeedInput().build(new StringReader(answer.body()));
            assertThat(feed.getFeedType()).isEqualTo("atom_1.0");
            assertThat(feed.getTitle()).isEqualTo("facial – Broadsheet");
            assertThat(feed.getEntries()).extracting(SyndEntry::getTitle)
                    .containsExactly("Ohio resumes facial recognition", "Police agencies use facial recognition");
            SyndEntry first = feed.getEntries().getFirst();
            assertThat(first.getPublishedDate()).isEqualTo("2023-04-27T23:29:00Z");
            assertThat(first.getLink()).startsWith(served.uri("/articles/").toString());
            assertThat(first.getUri()).startsWith("urn:uuid:");
            assertThat(first.getAuthor()).isEqualTo("Government Technology");
            assertThat(first.getCategories()).extracting("name").containsExactly("AI", "Computer Vision");
            assertThat(first.getDescription().getValue()).isEqualTo("The attorney general of Ohio is using it again.");
        }
    }

    @Test
    void atom_ofHostileText_isUnderstoodByRome() throws Exception {
        try (Served served = Served.of(Articles.titled("<script>alert(1)</script> & \u0000 ]]>\uFFFE")
                .path("a/b.md")
                .excerpt("\u202Ebackwards")
                .build())) {
            SyndFeed feed = new SyndFeedInput().build(new StringReader(served.get("/feed.atom").body()));
            assertThat(feed.getEntries()).singleElement()
                    .extracting(SyndEntry::getTitle)
                    .asString()
                    .contains("<script>alert(1)</script> &");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/feed.json", "/feed.json?size=1", "/feed.json?q=facial+recogniton",
            "/feed.json?q=zeppelin",
            "/feed.json?q=%00%22%3C"})
    void json_keepsToTheRulesOfJsonFeed(String path) {
        try (Served served = Served.of(Served.archive())) {
            HttpResponse<String> answer = served.get(path);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/feed+json");
            assertThat(JsonFeedCheck.violations(Served.tree(answer.body()))).isEmpty();
        }
    }

    @Test
    void json_ofHostileArticles_keepsToTheRulesOfJsonFeed() {
        try (Served served = Served.of(Articles.titled("<script>\u0000\uFFFE\uD800").path("a/b.md").build(),
                Articles.titled("x").path("a/c.md").date("9999-12-31").topics("", "\u202E").build(),
                Articles.titled("y").path("a/d.md").date("0001-01-01").provider("p", null).build())) {
            JsonNode feed = served.json("/feed.json");
            assertThat(feed.get("items")).hasSize(3);
            assertThat(JsonFeedCheck.violations(feed)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'version': 'https://jsonfeed.org/version/1.1', 'title': 'x', 'items': [{'id': 1}]}",
            "{'version': 'https://jsonfeed.org/version/1.1', 'title': 'x', 'items': [], 'feed_url': '/relative'}",
            "{'version': 'https://jsonfeed.org/version/1.1', 'title': 'x', 'items': [{'id': 'a', 'content_text': 'x', 'date_published': 'today'}]}",
            "{'version': 'https://jsonfeed.org/version/1.1', 'title': 'x', 'items': [], 'more': 1}"})
    void whatIsNoJsonFeed_isNotTakenForOne(String json) {
        assertThat(JsonFeedCheck.violations(Served.tree(json.replace('\'', '"')))).isNotEmpty();
    }
}
