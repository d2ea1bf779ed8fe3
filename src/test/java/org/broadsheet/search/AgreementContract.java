package org.broadsheet.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.broadsheet.article.Article;
import org.broadsheet.search.ArticleIndexer.Mode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Generated articles, put, replaced and removed over several commits, and generated requests: whatever is asked, an
 * engine says what the naive one says. A failure names its seed, to be repeated with {@code -Dseed=…}.
 */
public abstract class AgreementContract extends EngineContract {

    /** More commits and requests with {@code -Drounds=…}. */
    private static final int ROUNDS = Integer.getInteger("rounds", 5);
    private static final int REQUESTS = 40; // in each round, so that all takes a few seconds
    private static final int ARTICLES = 150;

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Chance chance = new Chance(seed);
    private final GeneratedArticles articles = new GeneratedArticles(chance);
    private final GeneratedRequests requests = new GeneratedRequests(chance);
    private final NaiveEngine naive = new NaiveEngine();

    @Test
    void engine_agreesWithTheNaiveOne() {
        for (int round = 0; round < ROUNDS; round++) {
            write(round == 0 ? Mode.REBUILD : Mode.UPDATE);
            ArticleSearcher searcher = searcher();
            assertThat(searcher.state().articles()).isEqualTo(naive.searcher().state().articles());
            assertThat(searcher.state().newest()).isEqualTo(naive.searcher().state().newest());
            for (int i = 0; i < REQUESTS; i++) {
                EngineRequest request = requests.request();
                compare("-Dseed=" + seed + ", round " + round + ", request " + i + ": " + request, searcher, request);
            }
        }
    }

    /** First all articles, then a few put anew, replaced or removed, so that there are segments and deletions. */
    private void write(Mode mode) {
        try (ArticleIndexer one = indexer(mode); ArticleIndexer other = naive.indexer(mode)) {
            int changes = mode == Mode.REBUILD ? ARTICLES : chance.between(1, 40);
            for (int i = 0; i < changes; i++) {
                int number = mode == Mode.REBUILD ? i : chance.between(0, ARTICLES * 5 / 4);
                if (mode == Mode.UPDATE && chance.oneIn(3)) {
                    one.remove(Article.idOf(GeneratedArticles.path(number)));
                    other.remove(Article.idOf(GeneratedArticles.path(number)));
                } else {
                    IndexedArticle article = indexed(articles.article(number));
                    one.put(article);
                    other.put(article);
                }
            }
            one.commit(locations("source0", "source1", "source2"), 0);
            other.commit(locations("source0", "source1", "source2"), 0);
        }
    }

    private void compare(String asked, ArticleSearcher searcher, EngineRequest request) {
        EngineAnswer expected = naive.searcher().search(request);
        EngineAnswer answer = searcher.search(request);

        assertThat(answer.total()).as(asked).isEqualTo(expected.total());
        assertThat(searcher.count(request.query(), request.filters(), Deadline.none())).as(asked)
                .isEqualTo(expected.total());
        assertThat(answer.facets()).as(asked).isEqualTo(expected.facets());
        assertThat(answer.next() == null).as(asked).isEqualTo(expected.next() == null);
        List<Hit> whole = walk(searcher, request);
        List<Hit> expectedWhole = naive.searcher()
                .search(Ask.of(request.query())
                        .filters(request.filters())
                        .sort(request.sort())
                        .size(Integer.MAX_VALUE)
                        .request())
                .hits();
        if (request.sort() == SortOrder.RELEVANCE) {
            assertThat(articles(whole)).as(asked).containsExactlyInAnyOrderElementsOf(articles(expectedWhole));
            assertThat(whole).as(asked)
                    .isSortedAccordingTo((one, other) -> one.score() == other.score()
                            ? one.article().id().compareTo(other.article().id())
                            : Float.compare(other.score(), one.score()));
        } else {
            assertThat(articles(whole)).as(asked).isEqualTo(articles(expectedWhole));
        }
        compareBesides(asked, searcher, request, articles(whole));
    }

    /** Pages by offset, the export, and the values of facets by prefix. */
    private void compareBesides(String asked, ArticleSearcher searcher, EngineRequest request, List<Article> whole) {
        int offset = chance.between(0, whole.size() + 1);
        EngineAnswer page = searcher.search(Ask.of(request.query())
                .filters(request.filters())
                .sort(request.sort())
                .offset(offset)
                .size(request.size())
                .request());
        assertThat(articles(page.hits())).as(asked + " from " + offset)
                .isEqualTo(whole.stream().skip(offset).limit(request.size()).toList());
        List<String> exported = new ArrayList<>();
        searcher.export(request.query(), request.filters(), request.sort(), article -> exported.add(article.id()));
        assertThat(exported).as(asked).isEqualTo(whole.stream().map(Article::id).toList());
        FacetName facet = chance.oneIn(2) ? FacetName.TOPIC : FacetName.PROVIDER;
        String prefix = requests.prefix(facet);
        assertThat(searcher.facetValues(facet, prefix, request.query(), request.filters(), 5, Deadline.none()))
                .as(asked + " " + facet + " " + prefix)
                .isEqualTo(naive.searcher()
                        .facetValues(facet, prefix, request.query(), request.filters(), 5, Deadline.none()));
    }

    /** All matches, page by page with the cursor. */
    private static List<Hit> walk(ArticleSearcher searcher, EngineRequest request) {
        List<Hit> hits = new ArrayList<>();
        Cursor after = null;
        do {
            EngineAnswer page = searcher.search(Ask.of(request.query())
                    .filters(request.filters())
                    .sort(request.sort())
                    .size(request.size())
                    .after(after)
                    .request());
            hits.addAll(page.hits());
            after = page.next();
        } while (after != null);
        return hits;
    }

    private static List<Article> articles(List<Hit> hits) {
        return hits.stream().map(Hit::article).toList();
    }

    @Test
    void filter_added_raisesNoCount() {
        write(Mode.REBUILD);
        ArticleSearcher searcher = searcher();
        for (int i = 0; i < REQUESTS; i++) {
            EngineRequest request = requests.request();
            EngineAnswer free = searcher.search(Ask.of(request.query()).facets(allFacets()).size(0).request());
            EngineAnswer narrowed = searcher.search(Ask.of(request.query())
                    .filters(request.filters())
                    .facets(allFacets())
                    .size(0)
                    .request());

            String asked = "-Dseed=" + seed + ", request " + i + ": " + request;
            assertThat(narrowed.total()).as(asked).isLessThanOrEqualTo(free.total());
            for (FacetName facet : List.of(FacetName.PROVIDER, FacetName.TOPIC, FacetName.TYPE, FacetName.CATEGORY)) {
                assertThat(sum(narrowed, facet)).as(asked).isLessThanOrEqualTo(sum(free, facet));
            }
        }
    }

    private static long sum(EngineAnswer answer, FacetName facet) {
        Facet.Values values = (Facet.Values) answer.facets().get(facet);
        return values.other() + values.missing() + values.values().stream().mapToLong(Facet.ValueCount::count).sum();
    }

    @Test
    void articles_comeBackAsTheyWere() {
        write(Mode.REBUILD);
        write(Mode.UPDATE);
        Set<String> urls = new HashSet<>();
        for (int number : IntStream.range(0, ARTICLES * 5 / 4).toArray()) {
            String id = Article.idOf(GeneratedArticles.path(number));
            assertThat(searcher().article(id)).as("-Dseed=" + seed).isEqualTo(naive.searcher().article(id));
            urls.add("https://robot.org/" + number);
        }
        assertThat(searcher().idsByWebUrl(urls)).as("-Dseed=" + seed).isEqualTo(naive.searcher().idsByWebUrl(urls));
    }
}
