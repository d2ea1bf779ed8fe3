package org.broadsheet.lucene;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.broadsheet.article.Article;
import org.broadsheet.article.Articles;
import org.broadsheet.search.ArticleIndexer;
import org.broadsheet.search.ArticleSearcher;
import org.broadsheet.search.FileStamp;
import org.broadsheet.search.IndexedArticle;
import org.broadsheet.search.SearchRequest;
import org.broadsheet.search.SearchResult;
import org.broadsheet.search.SearchService;
import org.broadsheet.search.SearchSettings;
import org.broadsheet.search.SearchTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The time limit may strike at any moment of a search: in ranking, counting, expanding, or while snippets are made. */
class TimeLimitTest {

    private static final int ARTICLES = 3_000;
    private static final List<String> QUERIES = List.of("robot", "\"robot police\"~5", "ro* po*", "robut~2 polise~1",
            "robut polise", "robot OR police OR car -agency", "");

    @TempDir
    private Path index;

    @Test
    void answer_isWhole_orThereIsNone_whereverTheLimitLies() {
        LuceneEngine.Settings settings = LuceneEngine.Settings.of(index).once();
        fill(settings);
        try (ArticleSearcher searcher = LuceneEngine.searcher(settings)) {
            SearchService unlimited = new SearchService(searcher,
                    SearchSettings.DEFAULT.withTimeLimit(Duration.ofMinutes(1)));
            for (String text : QUERIES) {
                SearchRequest request = SearchRequest.of(text).withExplain(true);
                SearchResult whole = unlimited.search(request);
                int stopped = 0;
                int answered = 0;
                for (long micros = 1; answered < 3; micros += 1 + micros / 8) {
                    try {
                        SearchResult result = new SearchService(searcher,
                                SearchSettings.DEFAULT.withTimeLimit(Duration.ofNanos(micros * 1_000))).search(request);
                        assertThat(result.total()).isEqualTo(whole.total());
                        assertThat(result.hits()).isEqualTo(whole.hits());
                        assertThat(result.facets()).isEqualTo(whole.facets());
                        answered++;
                    } catch (SearchTimeoutException e) {
                        stopped++;
                    }
                }
                assertThat(stopped).as(text).isPositive();
            }
        }
    }

    private static void fill(LuceneEngine.Settings settings) {
        Random random = new Random(4);
        List<String> words = List.of("robot", "police", "car", "agency", "robots", "policy", "polite", "report");
        try (ArticleIndexer indexer = LuceneEngine.indexer(settings, ArticleIndexer.Mode.REBUILD)) {
            for (int i = 0; i < ARTICLES; i++) {
                String text = Stream.generate(() -> words.get(random.nextInt(words.size())))
                        .limit(20)
                        .collect(Collectors.joining(" "));
                Article article = Articles.titled(text.substring(0, 30))
                        .path("a/" + i + ".md")
                        .excerpt(text)
                        .body(text)
                        .topics("T" + i % 50)
                        .date("20%02d-01-02".formatted(i % 25))
                        .quality(i % 120)
                        .build();
                indexer.put(new IndexedArticle(article, new FileStamp(1, 0, "x" + i)));
            }
            indexer.commit(new ArrayList<>(List.of(new ArticleIndexer.SourceLocation("a", "/a"))), 0);
        }
    }
}
