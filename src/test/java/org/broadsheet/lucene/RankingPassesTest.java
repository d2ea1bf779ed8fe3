package org.broadsheet.lucene;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import org.apache.lucene.util.BytesRef;
import org.broadsheet.article.Article;
import org.broadsheet.article.Articles;
import org.broadsheet.query.ArticleQueryParser;
import org.broadsheet.search.ArticleIndexer;
import org.broadsheet.search.ArticleIndexer.Mode;
import org.broadsheet.search.ArticleIndexer.SourceLocation;
import org.broadsheet.search.ArticleSearcher;
import org.broadsheet.search.Deadline;
import org.broadsheet.search.EngineRequest;
import org.broadsheet.search.FileStamp;
import org.broadsheet.search.Filters;
import org.broadsheet.search.Hit;
import org.broadsheet.search.IndexedArticle;
import org.broadsheet.search.SortOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** However much is skipped and guessed on the way, the first hits are those of all that match. */
class RankingPassesTest {

    private static final int ARTICLES = 4_000; // enough for candidates among the matches, and others
    private static final int QUERIES = 300;

    @TempDir
    private Path folder;

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void search_firstHits_areTheFirstOfAll() {
        List<Article> articles = IntStream.range(0, ARTICLES).mapToObj(this::generated).toList();
        write(Mode.REBUILD, articles, Set.of());
        write(Mode.UPDATE, IntStream.range(0, 50).mapToObj(i -> generated(ARTICLES + i)).toList(),
                Set.of(articles.get(3).id(), articles.get(77).id()));
        try (ArticleSearcher searcher = searcher()) {
            for (int i = 0; i < QUERIES; i++) {
                String query = words(2 + random.nextInt(3), random.nextInt(4) == 0 ? " OR " : " ");
                List<Hit> all = hits(searcher, query, 0, ARTICLES * 2);
                List<String> expected = all.stream().map(RankingPassesTest::told).toList();
                String asked = "-Dseed=" + seed + ": " + query;
                assertThat(told(hits(searcher, query, 0, 10))).as(asked)
                        .isEqualTo(expected.subList(0, Math.min(10, expected.size())));
                assertThat(told(hits(searcher, query, 10, 10))).as(asked)
                        .isEqualTo(expected.subList(Math.min(10, expected.size()), Math.min(20, expected.size())));
            }
        }
    }

    /** Two pairs of words that are indexed as one, of which an article has the one that is not asked for. */
    @Test
    void search_otherPairOfTheSameNumber_isNoNeighbour() {
        Map<BytesRef, String> pairs = new HashMap<>();
        String asked = null;
        String other = null;
        for (int i = 0; asked == null; i++) {
            other = "k" + i + " m" + i;
            asked = pairs.put(number(other), other);
        }
        String[] words = asked.split(" ");
        String turned = other.replaceAll("(.*) (.*)", "$2 $1");
        List<Article> articles = new ArrayList<>(IntStream.range(0, 100) // so many are ranked by guesses
                .mapToObj(i -> article("other " + i, words[0] + " or " + words[1], "", 0))
                .toList());
        articles.addAll(List.of(
                article("1", words[0] + " and " + words[1] + " " + other, "", 50),
                article("2", words[0] + " and " + words[1] + " " + turned, "", 50),
                article("3", asked + " and " + turned, "", 50)));
        write(Mode.REBUILD, articles, Set.of());
        try (ArticleSearcher searcher = searcher()) {
            List<Hit> hits = hits(searcher, asked, 0, 10);
            Map<String, Float> scores = new HashMap<>();
            hits.forEach(hit -> scores.put(hit.article().path(), hit.score()));
            assertThat(scores.get("1")).isCloseTo(scores.get("2"), within(0f));
            assertThat(hits.getFirst().article().path()).isEqualTo("3");
        }
    }

    private static BytesRef number(String pair) {
        String[] words = pair.split(" ");
        return Neighbours.term(Neighbours.hash(new BytesRef(words[0])), Neighbours.hash(new BytesRef(words[1])));
    }

    private Article generated(int number) {
        return article("article " + number, words(6, " "), words(30, " "), random.nextInt(101));
    }

    private static Article article(String path, String title, String excerpt, int quality) {
        return Articles.titled(title)
                .path(path)
                .excerpt(excerpt)
                .quality(quality)
                .build();
    }

    /** Of 300 words, so that many of their pairs share a number; the first of them are in most articles. */
    private String words(int count, String between) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double even = random.nextDouble();
            words.add("w" + (int) (even * even * even * 300));
        }
        return String.join(between, words);
    }

    private void write(Mode mode, List<Article> articles, Set<String> removed) {
        try (ArticleIndexer indexer = LuceneEngine.indexer(LuceneEngine.Settings.of(folder), mode)) {
            articles.forEach(article -> indexer.put(new IndexedArticle(article, new FileStamp(1, 1, article.path()))));
            removed.forEach(indexer::remove);
            indexer.commit(List.of(new SourceLocation("test", "/archive/test")), 0);
        }
    }

    /** Two threads share each search. */
    private ArticleSearcher searcher() {
        return new LuceneSearcher(LuceneEngine.Settings.of(folder).once(), new SpareProcessors(2, 0));
    }

    private static List<Hit> hits(ArticleSearcher searcher, String query, int offset, int size) {
        return searcher.search(new EngineRequest(new ArticleQueryParser().parse(query).query(), Filters.NONE,
                SortOrder.RELEVANCE, offset, size, null, Set.of(), false, false, Deadline.none())).hits();
    }

    private static List<String> told(List<Hit> hits) {
        return hits.stream().map(RankingPassesTest::told).toList();
    }

    private static String told(Hit hit) {
        return hit.article().path() + " " + hit.score();
    }
}
