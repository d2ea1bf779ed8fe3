package org.broadsheet.ranking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.broadsheet.indexing.IndexProgress;
import org.broadsheet.indexing.IndexRun;
import org.broadsheet.indexing.IndexingSettings;
import org.broadsheet.lucene.LuceneEngine;
import org.broadsheet.search.ArticleIndexer;
import org.broadsheet.search.ArticleSearcher;
import org.broadsheet.search.Hit;
import org.broadsheet.search.SearchRequest;
import org.broadsheet.search.SearchResult;
import org.broadsheet.search.SearchService;
import org.broadsheet.search.SearchSettings;
import org.broadsheet.source.Source;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What the seeds answer to real questions, in which order and with which scores. */
class RankingTest {

    private static final Path GOLDEN = Path.of("src/test/resources/org/broadsheet/ranking/seeds.txt");

    @TempDir
    private static Path index;
    private static ArticleSearcher searcher;
    private static SearchService service;

    @BeforeAll
    static void indexSeeds() {
        LuceneEngine.Settings settings = LuceneEngine.Settings.of(index).once();
        try (ArticleIndexer indexer = LuceneEngine.indexer(settings, ArticleIndexer.Mode.REBUILD)) {
            new IndexRun(indexer, IndexingSettings.DEFAULT, IndexProgress.NONE).run(List.of(Source.of("seeds")));
        }
        searcher = LuceneEngine.searcher(settings);
        service = new SearchService(searcher, SearchSettings.DEFAULT);
    }

    @AfterAll
    static void close() {
        searcher.close();
    }

    /** {@code -Dgolden.update=true} writes the file anew, so that a change of ranking is a reviewed difference. */
    @Test
    void rankings_areThoseOfTheGoldenFile() throws IOException {
        String golden = Files.readString(GOLDEN);
        String actual = golden.lines()
                .filter(line -> line.startsWith("? "))
                .map(line -> answer(line.substring(2)))
                .reduce("", String::concat);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(GOLDEN, actual);
        } else {
            assertThat(actual).isEqualTo(golden);
        }
    }

    @Test
    void why_addsUpToTheScore() {
        for (String text : List.of("ohio", "facial recognition", "\"facial recognition\" police", "polic* -ohio",
                "clearview agencies use", "City police eye use of facial recognition technology to fight crime",
                "ai OR ohio", "edmontn police")) {
            SearchResult result = service.search(SearchRequest.of(text).withExplain(true));
            assertThat(result.hits()).as(text).isNotEmpty();
            for (Hit hit : result.hits()) {
                double said = hit.why()
                        .subList(0, hit.why().size() - 1)
                        .stream()
                        .mapToDouble(RankingTest::number)
                        .sum();
                // Each sentence is rounded to two places, and what is below half of one is left unsaid.
                assertThat(said).as(text + " " + hit.why())
                        .isCloseTo(hit.score(), within(0.01 * (hit.why().size() + 4)));
                assertThat(number(hit.why().getLast())).isCloseTo(hit.score(), within(0.03));
            }
        }
    }

    private static double number(String sentence) {
        return Double.parseDouble(sentence.substring(sentence.lastIndexOf(' ') + 1));
    }

    private static String answer(String text) {
        SearchResult result = service.search(SearchRequest.of(text));
        StringBuilder answer = new StringBuilder("? " + text + "\n  = " + result.interpreted() + "\n");
        result.notices().forEach(notice -> answer.append("  ! ").append(notice).append('\n'));
        if (result.suggestion() != null) {
            answer.append("  did you mean ").append(result.suggestion()).append('\n');
        }
        for (Hit hit : result.hits()) {
            answer.append(String.format(Locale.ROOT, "  %.2f %s%n", hit.score(), hit.article().title()));
        }
        return answer.append('\n').toString();
    }
}
