package org.broadsheet.web;

import java.io.StringReader;
import java.net.http.HttpResponse;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import org.broadsheet.article.Articles;
import org.junit.jupiter.api.Test;

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
}
