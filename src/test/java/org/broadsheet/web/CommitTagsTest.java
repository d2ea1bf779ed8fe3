package org.broadsheet.web;

import java.net.http.HttpResponse;
import java.util.List;

import org.broadsheet.article.Article;
import org.broadsheet.article.Articles;
import org.broadsheet.operation.OperationSettings;
import org.broadsheet.query.Synonyms;
import org.broadsheet.search.ArticleIndexer;
import org.broadsheet.search.FileStamp;
import org.broadsheet.search.IndexedArticle;
import org.broadsheet.search.NaiveEngine;
import org.broadsheet.search.SearchService;
import org.broadsheet.search.SearchSettings;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a client has already is not sent again, and what has changed is. */
class CommitTagsTest {

    private static final String OHIO = Article.idOf("seeds/ohio.md");
    private static final List<String> TAGGED = List.of("/", "/?q=ohio", "/articles/" + OHIO,
            "/articles/" + OHIO + "?q=facial&at=1", "/facets/topic?q=facial", "/help", "/api/search?q=ohio",
            "/api/search?q=nothinghasthis", "/api/suggest?q=oh", "/api/facets/topic?prefix=a", "/api/articles/" + OHIO,
            "/api/articles/" + OHIO + "/similar", "/feed.atom", "/feed.json?q=ohio");

    @Test
    void answer_thatIsKnown_isA304_untilTheIndexChanges() {
        NaiveEngine engine = NaiveEngine.of(Served.archive());
        try (Served served = Served.of(engine.searcher())) {
            List<String> tags = TAGGED.stream().map(path -> tag(served, path)).toList();
            assertThat(tags).doesNotHaveDuplicates().allMatch(tag -> tag.startsWith("W/\""));
            for (int i = 0; i < tags.size(); i++) {
                HttpResponse<String> again = again(served, TAGGED.get(i), tags.get(i));
                assertThat(again.statusCode()).as(TAGGED.get(i)).isEqualTo(304);
                assertThat(again.body()).isEmpty();
                assertThat(again.headers().firstValue("ETag")).hasValue(tags.get(i));
            }
            try (ArticleIndexer indexer = engine.indexer(ArticleIndexer.Mode.UPDATE)) {
                Article added = Articles.titled("A facial topic").path("seeds/new.md").topics("AI").build();
                indexer.put(new IndexedArticle(added, new FileStamp(1, 0, "x")));
                indexer.commit(List.of(), 0);
            }
            for (String path : List.of("/", "/articles/" + OHIO, "/api/search?q=ohio", "/api/suggest?q=oh",
                    "/api/articles/" + OHIO, "/feed.atom")) {
                assertThat(again(served, path, tags.get(TAGGED.indexOf(path))).statusCode()).as(path).isEqualTo(200);
            }
            assertThat(served.get("/metrics").body()).contains(
                    "broadsheet_revalidations_total{result=\"hit\"}",
                    "broadsheet_revalidations_total{result=\"miss\"}");
        }
    }

    @Test
    void sameQuestion_inAnotherOrder_hasTheSameTag_andAnotherOneHasNot() {
        try (Served served = Served.of(Served.archive())) {
            String tag = tag(served, "/api/search?q=ohio&topic=AI&topic=Law&sort=newest");
            assertThat(tag(served, "/api/search?sort=newest&topic=Law&q=ohio&page=1&topic=AI&size=20")).isEqualTo(tag);
            for (String other : List.of("q=ohio", "q=ohio&topic=AI&topic=Law", "q=Ohio&topic=AI&topic=Law&sort=newest",
                    "q=ohio&topic=AI&topic=Law&sort=newest&page=2", "q=ohio&topic=AI&topic=Law&sort=newest&facets=",
                    "q=ohio&topic=AI&topic=-Law&sort=newest")) {
                assertThat(tag(served, "/api/search?" + other)).as(other).isNotEqualTo(tag);
            }
        }
    }

    /** Two servers over copies of one index are one to a client; other synonyms give other answers. */
    @Test
    void tag_isThatOfEveryServerThatAnswersAlike() {
        NaiveEngine engine = NaiveEngine.of(Served.archive());
        try (Served one = Served.of(engine.searcher()); Served other = Served.of(engine.searcher())) {
            assertThat(tag(one, "/api/search?q=ohio")).isEqualTo(tag(other, "/api/search?q=ohio"));
        }
        SearchService service = new SearchService(engine.searcher(), SearchSettings.DEFAULT);
        try (Served served = Served.of(service, engine.searcher(), Served.SETTINGS, OperationSettings.DEFAULT)) {
            String before = tag(served, "/api/search?q=ohio");
            service.use(SearchSettings.DEFAULT.withSynonyms(Synonyms.NONE));
            assertThat(again(served, "/api/search?q=ohio", before).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void failures_haveNoTag() {
        try (Served served = Served.of(Served.archive())) {
            for (String path : List.of("/api/search?size=-1", "/api/articles/none", "/articles/none")) {
                assertThat(served.get(path).headers().firstValue("ETag")).as(path).isEmpty();
            }
        }
    }

    private static String tag(Served served, String path) {
        return served.get(path).headers().firstValue("ETag").orElseThrow(() -> new AssertionError(path));
    }

    private static HttpResponse<String> again(Served served, String path, String tag) {
        return served.send("GET", path, "If-None-Match", "\"other\", " + tag);
    }
}
