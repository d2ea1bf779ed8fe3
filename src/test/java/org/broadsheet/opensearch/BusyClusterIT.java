package org.broadsheet.opensearch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import org.broadsheet.article.Article;
import org.broadsheet.article.Articles;
import org.broadsheet.opensearch.OpenSearchEngine.Settings;
import org.broadsheet.opensearch.SpoilingProxy.Asked;
import org.broadsheet.opensearch.SpoilingProxy.Treatment;
import org.broadsheet.query.ArticleQuery;
import org.broadsheet.search.ArticleIndexer;
import org.broadsheet.search.ArticleIndexer.Mode;
import org.broadsheet.search.ArticleIndexer.Refusal;
import org.broadsheet.search.ArticleSearcher;
import org.broadsheet.search.EngineException;
import org.broadsheet.search.FileStamp;
import org.broadsheet.search.Filters;
import org.broadsheet.search.IndexedArticle;
import org.broadsheet.search.SortOrder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a run does when the cluster is too busy for it, or the line to it breaks: nothing is lost, nothing doubled. */
class BusyClusterIT {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final int ARTICLES = 5_000; // more than two batches
    private static final int LARGEST_BATCH = 2_000;

    private final TestCluster cluster = TestCluster.shared();
    private final Settings direct = Settings.of(cluster.connection())
            .named("busy" + NUMBER.incrementAndGet())
            .spread(1, 0)
            .once();

    @AfterEach
    void delete() throws InterruptedException {
        cluster.ask("DELETE", "/" + direct.name() + "-*");
    }

    /** The first bulk requests are spoilt, as many as there are ways to spoil them; what comes after is handed on. */
    private static Function<Asked, Treatment> spoiling(Treatment... bulks) {
        AtomicInteger next = new AtomicInteger();
        return asked -> {
            int number = asked.isBulk() ? next.getAndIncrement() : bulks.length;
            return number < bulks.length ? bulks[number] : Treatment.handOn();
        };
    }

    private SpoilingProxy proxy(Function<Asked, Treatment> treatment) {
        return new SpoilingProxy(cluster.node(0).url(), treatment);
    }

    private Settings through(SpoilingProxy proxy, Duration patience) {
        return Settings.of(OpenSearchEngine.Connection.to(proxy.url()).waiting(patience))
                .named(direct.name())
                .spread(1, 0)
                .once();
    }

    private Settings through(SpoilingProxy proxy) {
        return through(proxy, OpenSearchEngine.Connection.PATIENCE);
    }

    private static IndexedArticle article(int number) {
        return new IndexedArticle(
                Articles.titled("Robots " + number).path("test/" + number).topics("topic " + number % 7).build(),
                new FileStamp(number, number, "hash " + number));
    }

    private static void commit(ArticleIndexer indexer) {
        indexer.commit(List.of(new ArticleIndexer.SourceLocation("test", "/archive/test")), 0);
    }

    private static List<Refusal> write(Settings settings, Mode mode, int from, int to) {
        try (ArticleIndexer indexer = OpenSearchEngine.indexer(settings, mode)) {
            for (int i = from; i < to; i++) {
                indexer.put(article(i));
            }
            List<Refusal> refused = indexer.refused();
            commit(indexer);
            return refused;
        }
    }

    /** Each of these is there once. */
    private void assertHolds(int articles) {
        try (ArticleSearcher searcher = OpenSearchEngine.searcher(direct)) {
            List<String> ids = new ArrayList<>();
            searcher.export(new ArticleQuery.Everything(), Filters.NONE, SortOrder.NEWEST,
                    found -> ids.add(found.id()));
            List<String> expected = new ArrayList<>();
            for (int i = 0; i < articles; i++) {
                expected.add(Article.idOf("test/" + i));
            }
            assertThat(ids).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    /** Ways in which a bulk request does not go well at first. */
    enum Trouble {
        WHOLE_REQUEST_REJECTED(Treatment.beBusy()),
        SOME_CHANGES_REJECTED(Treatment.beBusyFor(number -> number % 3 == 1)),
        ALL_CHANGES_REJECTED(Treatment.beBusyFor(number -> true)),
        UNAVAILABLE(Treatment.answer(503, "")),
        REQUEST_LOST(Treatment.loseRequest()),
        ANSWER_LOST(Treatment.loseAnswer());

        private final Treatment treatment;

        Trouble(Treatment treatment) {
            this.treatment = treatment;
        }
    }

    @ParameterizedTest
    @EnumSource
    void troubleThatPasses_losesAndDoublesNothing(Trouble trouble) {
        try (SpoilingProxy proxy = proxy(spoiling(trouble.treatment, trouble.treatment))) {
            assertThat(write(through(proxy), Mode.REBUILD, 0, ARTICLES)).isEmpty();
        }
        assertHolds(ARTICLES);
    }

    /** What is sent again must not undo what came after it. */
    @Test
    void answerLost_laterChangesOfTheSameArticleStay() {
        write(direct, Mode.REBUILD, 0, 3);
        try (SpoilingProxy proxy = proxy(spoiling(Treatment.loseAnswer(), Treatment.loseAnswer()));
                ArticleIndexer indexer = OpenSearchEngine.indexer(through(proxy), Mode.UPDATE)) {
            indexer.put(article(3));
            indexer.remove(Article.idOf("test/3"));
            indexer.remove(Article.idOf("test/2"));
            indexer.put(article(2));
            assertThat(indexer.refused()).isEmpty();
            commit(indexer);
        }
        assertHolds(3);
    }

    /** The first answer to every single request is lost, whatever it is about. */
    @Test
    void everyAnswerLostOnce_theRunStillSucceeds() {
        write(direct, Mode.REBUILD, 0, 10);
        AtomicInteger number = new AtomicInteger();
        try (SpoilingProxy proxy = proxy(
                asked -> number.getAndIncrement() % 2 == 0 ? Treatment.loseAnswer() : Treatment.handOn())) {
            assertThat(write(through(proxy), Mode.UPDATE, 10, 20)).isEmpty();
        }
        assertHolds(20);
    }

    @Test
    void changeThatIsRefused_isARejection_andTheOthersAreDone() {
        Treatment bad = Treatment.refuse(number -> number == 4, 400, "mapper_parsing_exception",
                "failed to parse\nthe second line");
        try (SpoilingProxy proxy = proxy(spoiling(bad))) {
            assertThat(write(through(proxy), Mode.REBUILD, 0, 5)).containsExactly(new Refusal(Article.idOf("test/4"),
                    "test/4", "the cluster does not take it: failed to parse"));
        }
        assertHolds(4);
    }

    /** That nothing may be written says nothing about an article: an index without articles must not come of it. */
    @Test
    void writingThatIsForbidden_endsTheRun_andChangesNothing() {
        write(direct, Mode.REBUILD, 0, 3);
        Treatment forbidden = Treatment.refuse(number -> true, 403, "security_exception",
                "no permissions for [indices:data/write/bulk[s]]");
        try (SpoilingProxy proxy = proxy(asked -> asked.isBulk() ? forbidden : Treatment.handOn())) {
            assertThatThrownBy(() -> write(through(proxy), Mode.REBUILD, 0, 5)).isInstanceOf(EngineException.class)
                    .hasMessageContaining("does not let nobody do this (no permissions for [indices:data/write/bulk");
        }
        assertHolds(3);
    }

    @Test
    void requestThatIsTooLarge_isDivided_andOneArticleThatIsIsARejection() {
        int most = 40_000;
        String large = "word ".repeat(most);
        Function<Asked, Treatment> smallOnes = asked -> asked.isBulk() && asked.body().length > most
                ? Treatment.answer(413, "")
                : Treatment.handOn();
        try (SpoilingProxy proxy = proxy(smallOnes);
                ArticleIndexer indexer = OpenSearchEngine.indexer(through(proxy), Mode.REBUILD)) {
            for (int i = 0; i < 300; i++) {
                indexer.put(article(i));
            }
            indexer.put(new IndexedArticle(Articles.titled("Large").path("test/large").body(large).build(),
                    new FileStamp(1, 1, "hash")));
            assertThat(indexer.refused()).extracting(Refusal::path, Refusal::reason)
                    .containsExactly(org.assertj.core.api.Assertions.tuple("test/large",
                            "the cluster does not take it: it is larger than one request may be "
                                    + "(http.max_content_length)"));
            commit(indexer);
        }
        assertHolds(300);
    }

    @ParameterizedTest
    @EnumSource(names = {"WHOLE_REQUEST_REJECTED", "ALL_CHANGES_REJECTED", "REQUEST_LOST"})
    void troubleThatStays_endsTheRunInOneLine_andChangesNothing(Trouble trouble) {
        write(direct, Mode.REBUILD, 0, 3);
        try (SpoilingProxy proxy = proxy(asked -> asked.isBulk() ? trouble.treatment : Treatment.handOn())) {
            assertThatThrownBy(() -> write(through(proxy, Duration.ofSeconds(1)), Mode.REBUILD, 0, 50))
                    .isInstanceOf(EngineException.class)
                    .hasMessageContaining(proxy.url().toString())
                    .hasMessageNotContaining("\n");
        }
        assertHolds(3);
        assertThat(write(direct, Mode.REBUILD, 0, 4)).as("the lock is free again").isEmpty();
    }

    /** Whoever makes a batch full waits for its answer: a slow cluster slows the reading of files, and fills no memory. */
    @Test
    void slowCluster_holdsThoseBackWhoWrite() throws Exception {
        int writers = 2;
        CountDownLatch gate = new CountDownLatch(1);
        AtomicInteger put = new AtomicInteger();
        Treatment slow = (proxy, exchange, asked) -> {
            try {
                gate.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            Treatment.handOn().apply(proxy, exchange, asked);
        };
        try (SpoilingProxy proxy = proxy(asked -> asked.isBulk() ? slow : Treatment.handOn());
                ArticleIndexer indexer = OpenSearchEngine.indexer(through(proxy), Mode.REBUILD);
                ExecutorService threads = Executors.newFixedThreadPool(writers)) {
            AtomicInteger next = new AtomicInteger();
            List<Future<?>> ends = new ArrayList<>();
            for (int i = 0; i < writers; i++) {
                ends.add(threads.submit(() -> {
                    for (int number = next.getAndIncrement(); number < 4 * LARGEST_BATCH; number = next
                            .getAndIncrement()) {
                        indexer.put(article(number));
                        put.incrementAndGet();
                    }
                }));
            }
            try {
                TestCluster.await(() -> proxy.bulksNow() == writers);
                assertThat(put.get()).isLessThanOrEqualTo(writers * LARGEST_BATCH);
            } finally {
                gate.countDown();
            }
            for (Future<?> end : ends) {
                end.get();
            }
            assertThat(indexer.refused()).isEmpty();
            commit(indexer);
            assertThat(proxy.bulksAtOnce()).isEqualTo(writers);
        }
        assertHolds(4 * LARGEST_BATCH);
    }
}
