package org.broadsheet.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

import org.broadsheet.article.Article;
import org.broadsheet.article.Articles;
import org.broadsheet.query.ArticleQuery.Everything;
import org.broadsheet.search.ArticleIndexer.Mode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.broadsheet.search.Ask.words;

/** When what is written is seen. */
abstract class CommitContract extends EngineContract {

    private static final Article NEW = Articles.titled("New").build();

    @Test
    void put_isUnseenUntilTheCommit() {
        given(Articles.titled("Old"));
        try (ArticleIndexer indexer = indexer(Mode.UPDATE)) {
            indexer.put(indexed(NEW));
            indexer.remove(Articles.titled("Old").build().id());

            assertThat(found(new Everything())).containsExactly("Old");
            assertThat(searcher().article(NEW.id())).isEmpty();
            indexer.commit(locations("test"), 0);
        }
        assertThat(found(new Everything())).containsExactly("New");
        assertThat(searcher().article(NEW.id())).contains(NEW);
    }

    @Test
    void rebuild_isUnseenUntilTheCommit_thenReplacesAll() {
        given(Articles.titled("Old"), Articles.titled("Older"));
        try (ArticleIndexer indexer = indexer(Mode.REBUILD)) {
            indexer.put(indexed(NEW));

            assertThat(found(new Everything())).containsExactly("Old", "Older");
            indexer.commit(locations("test"), 0);
        }
        assertThat(found(new Everything())).containsExactly("New");
        assertThat(found(words("older"))).isEmpty();
        assertThat(searcher().article(Articles.titled("Old").build().id())).isEmpty();
    }

    @Test
    void close_withoutACommit_forgetsAll() {
        IndexState before = given(Articles.titled("Old"));
        for (Mode mode : Mode.values()) {
            try (ArticleIndexer indexer = indexer(mode)) {
                indexer.put(indexed(NEW));
                indexer.remove(Articles.titled("Old").build().id());
            }
            assertThat(found(new Everything())).containsExactly("Old");
            assertThat(searcher().state()).isEqualTo(before);
        }
        add(Articles.titled("Newer"));
        assertThat(found(new Everything())).containsExactly("Newer", "Old");
    }

    @Test
    void update_keepsWhatItDoesNotTouch() {
        given(Articles.titled("Old").topics("AI"));

        add(Articles.titled("New").topics("AI"));

        assertThat(found(words("ai"))).containsExactly("New", "Old");
    }

    @Test
    void put_replacesTheArticleOfItsId() {
        given(Articles.titled("Ship").path("test/1").topics("Sea").webUrl("https://a.org/ship"));

        add(Articles.titled("Robot").path("test/1").topics("AI").webUrl("https://a.org/robot"));

        assertThat(found(new Everything())).containsExactly("Robot");
        assertThat(found(words("ship"))).isEmpty();
        assertThat(found(words("sea"))).isEmpty();
        assertThat(searcher().idsByWebUrl(List.of("https://a.org/ship", "https://a.org/robot")))
                .containsOnlyKeys("https://a.org/robot");
    }

    @Test
    void remove_takesAway_evenWhatWasJustPut() {
        given(Articles.titled("Old"), Articles.titled("Stays"));
        try (ArticleIndexer indexer = indexer(Mode.UPDATE)) {
            indexer.put(indexed(NEW));
            indexer.remove(NEW.id());
            indexer.remove(Articles.titled("Old").build().id());
            indexer.remove("nobody");
            assertThat(indexer.commit(locations("test"), 0).articles()).isEqualTo(1);
        }
        assertThat(found(new Everything())).containsExactly("Stays");
    }

    @Test
    void update_thatEmptiesTheIndex() {
        given(Articles.titled("Old"));
        try (ArticleIndexer indexer = indexer(Mode.UPDATE)) {
            indexer.remove(Articles.titled("Old").build().id());
            indexer.commit(List.of(), 0);
        }
        assertThat(found(new Everything())).isEmpty();
        assertThat(searcher().state().articles()).isZero();
    }

    @Test
    void update_ofNothingYet_isABeginning() {
        commit(Mode.UPDATE, List.of(NEW));

        assertThat(found(new Everything())).containsExactly("New");
    }

    @Test
    void secondRun_isRefused_untilTheFirstEnds() {
        given(Articles.titled("Old"));
        try (ArticleIndexer first = indexer(Mode.UPDATE)) {
            first.put(indexed(NEW));
            assertThatThrownBy(() -> indexer(Mode.UPDATE)).isInstanceOf(EngineException.class);
            assertThatThrownBy(() -> indexer(Mode.REBUILD)).isInstanceOf(EngineException.class);
            first.commit(locations("test"), 0);
        }
        add(Articles.titled("Newer"));
        assertThat(found(new Everything())).containsExactly("New", "Newer", "Old");
    }

    @Test
    void put_byManyThreads() throws Exception {
        try (ArticleIndexer indexer = indexer(Mode.REBUILD);
                ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Callable<Void>> tasks = IntStream.range(0, 200).<Callable<Void>>mapToObj(i -> () -> {
                indexer.put(indexed(Articles.titled("Robot " + i).build()));
                return null;
            }).toList();
            for (Future<Void> done : threads.invokeAll(tasks)) {
                done.get();
            }
            assertThat(indexer.commit(locations("test"), 0).articles()).isEqualTo(200);
        }
        assertThat(searcher().count(words("robot"), Filters.NONE, Deadline.none())).isEqualTo(200);
    }

    @Test
    void follower_seesCommitsByItself() {
        given(Articles.titled("Old"));
        ArticleSearcher follower = follower();

        IndexState update = add(Articles.titled("New"));
        await(() -> follower.state().equals(update));
        assertThat(follower.count(new Everything(), Filters.NONE, Deadline.none())).isEqualTo(2);

        IndexState rebuild = given(Articles.titled("Newer"));
        await(() -> follower.state().equals(rebuild));
        assertThat(follower.article(NEW.id())).isEmpty();
        assertThat(titles(follower.search(Ask.everything().request()))).containsExactly("Newer");
    }

    /** For much longer than it may take, since machines that run tests are busy. */
    private static void await(BooleanSupplier condition) {
        Deadline deadline = Deadline.in(Duration.ofSeconds(20));
        while (!condition.getAsBoolean()) {
            deadline.check();
            Thread.onSpinWait();
        }
    }

    @Test
    void answers_areOfOneCommit_whileOthersAreMade() throws Exception {
        ArticleSearcher follower = follower();
        long before = follower.state().number();
        commit(Mode.REBUILD, generation(1));
        await(() -> follower.state().number() == before + 1);
        AtomicBoolean writing = new AtomicBoolean(true);
        try (ExecutorService reader = Executors.newSingleThreadExecutor()) {
            Future<Integer> answers = reader.submit(() -> {
                int seen = 0;
                while (writing.get() || seen == 0) {
                    EngineAnswer answer = follower.search(Ask.everything().size(100).facets(allFacets()).request());
                    assertAllOf(answer.index().number() - before, answer);
                    seen++;
                }
                return seen;
            });
            try {
                for (int generation = 2; generation <= 13; generation++) {
                    commit(generation % 3 == 0 ? Mode.REBUILD : Mode.UPDATE, generation(generation));
                }
            } finally {
                writing.set(false);
            }
            assertThat(answers.get()).isPositive();
        }
        await(() -> follower.state().number() == before + 13);
    }

    /** The same twenty articles each time, all with another title and topic. */
    private static List<Article> generation(int number) {
        List<Article> articles = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            articles.add(Articles.titled("Generation " + number).path("test/" + i).topics("t" + number).build());
        }
        return articles;
    }

    private static void assertAllOf(long number, EngineAnswer answer) {
        assertThat(answer.total()).isEqualTo(20);
        assertThat(titles(answer)).hasSize(20).containsOnly("Generation " + number);
        assertThat(((Facet.Values) answer.facets().get(FacetName.TOPIC)).values())
                .containsExactly(new Facet.ValueCount("t" + number, 20, false, false));
    }
}
