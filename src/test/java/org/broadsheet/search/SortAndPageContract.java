package org.broadsheet.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.broadsheet.article.Article;
import org.broadsheet.article.Articles;
import org.broadsheet.query.ArticleQuery;
import org.broadsheet.query.ArticleQuery.Everything;
import org.broadsheet.query.ArticleQuery.Published;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.search.Ask.words;

/** In which order hits come, and how they are had page by page. */
abstract class SortAndPageContract extends EngineContract {

    private List<String> sorted(SortOrder sort) {
        return titles(search(Ask.of(new Everything()).sort(sort).request()));
    }

    /** With ties, missing values, and ids in no order. */
    private static Articles[] many(int count) {
        return IntStream.range(0, count).mapToObj(i -> {
            Articles article = Articles.titled("Robot number " + i).body("robot ".repeat(1 + i % 4)).quality(i % 3);
            if (i % 4 > 0) {
                article.date("2021-04-0" + (1 + i % 3)).heat(i % 5 - 1);
            }
            return article;
        }).toArray(Articles[]::new);
    }

    @Test
    void newest_first_withoutADateLast() {
        given(Articles.titled("None"), Articles.titled("Moon").date("1969-07-20"),
                Articles.titled("Old").date("2021-04-07"), Articles.titled("New").date("2021-04-07T00:00:00.001Z"));

        assertThat(sorted(SortOrder.NEWEST)).containsExactly("New", "Old", "Moon", "None");
    }

    @Test
    void oldest_first_withoutADateLast() {
        given(Articles.titled("None"), Articles.titled("Moon").date("1969-07-20"),
                Articles.titled("Old").date("2021-04-07"), Articles.titled("New").date("2021-04-07T00:00:00.001Z"));

        assertThat(sorted(SortOrder.OLDEST)).containsExactly("Moon", "Old", "New", "None");
    }

    @Test
    void quality_highestFirst_withoutOneLast() {
        given(Articles.titled("None"), Articles.titled("0").quality(0), Articles.titled("100").quality(100),
                Articles.titled("39").quality(39));

        assertThat(sorted(SortOrder.QUALITY)).containsExactly("100", "39", "0", "None");
    }

    @Test
    void heat_highestFirst_noneMeasuredBeforeNone() {
        given(Articles.titled("None"), Articles.titled("Unmeasured").heat(-1), Articles.titled("0").heat(0),
                Articles.titled("69").heat(69));

        assertThat(sorted(SortOrder.HEAT)).containsExactly("69", "0", "Unmeasured", "None");
    }

    @ParameterizedTest
    @EnumSource(SortOrder.class)
    void ties_byId(SortOrder sort) {
        given(IntStream.range(0, 12)
                .mapToObj(i -> Articles.titled("Robot").path("test/" + i))
                .toArray(Articles[]::new));

        EngineAnswer answer = search(Ask.of(words("robot")).sort(sort).request());

        assertThat(ids(answer)).hasSize(12).isSorted();
    }

    @Test
    void relevance_bestFirst_thenById() {
        given(many(30));

        List<Hit> hits = search(Ask.of(words("robot")).size(100).request()).hits();

        assertThat(hits).hasSize(30)
                .isSortedAccordingTo(Comparator.comparingDouble(Hit::score)
                        .reversed()
                        .thenComparing(hit -> hit.article().id()));
        assertThat(hits).allMatch(hit -> hit.score() > 0);
    }

    @Test
    void relevance_ofATitleAboveABody() {
        given(Articles.titled("On ships").body("There was a robot on board and much else besides."),
                Articles.titled("A robot").body("It was on board of a ship and did much else besides."));

        assertThat(titles(search(Ask.of(words("robot")).request()))).containsExactly("A robot", "On ships");
    }

    @Test
    void nothingThatRanks_byId() {
        given(Articles.titled("1").published(true), Articles.titled("2").published(true),
                Articles.titled("3").published(true));

        EngineAnswer answer = search(Ask.of(new Published(true)).request());

        assertThat(ids(answer)).hasSize(3).isSorted();
    }

    @ParameterizedTest
    @EnumSource(SortOrder.class)
    void pages_coverAllOnce(SortOrder sort) {
        given(many(23));
        ArticleQuery robots = words("robot");
        List<String> whole = ids(search(Ask.of(robots).sort(sort).size(100).request()));

        List<String> paged = new ArrayList<>();
        for (int offset = 0; offset < 30; offset += 5) {
            EngineAnswer page = search(Ask.of(robots).sort(sort).offset(offset).size(5).request());
            assertThat(page.total()).isEqualTo(23);
            paged.addAll(ids(page));
        }

        assertThat(paged).doesNotHaveDuplicates().isEqualTo(whole).hasSize(23);
    }

    @ParameterizedTest
    @EnumSource(SortOrder.class)
    void cursor_walksThroughAllOnce(SortOrder sort) {
        given(many(23));
        List<String> whole = ids(search(Ask.of(words("robot")).sort(sort).size(100).request()));

        assertThat(walk(sort, 4)).isEqualTo(whole);
        assertThat(walk(sort, 23)).isEqualTo(whole);
        assertThat(walk(sort, 1)).isEqualTo(whole);
    }

    /** From page to page by the cursor alone, which must survive being written and read. */
    private List<String> walk(SortOrder sort, int size) {
        List<String> ids = new ArrayList<>();
        Cursor after = null;
        do {
            EngineAnswer page = search(Ask.of(words("robot")).sort(sort).size(size).after(after).request());
            assertThat(page.total()).isEqualTo(23);
            assertThat(page.hits()).hasSize(Math.min(size, 23 - ids.size()));
            ids.addAll(ids(page));
            after = page.next() == null ? null : Cursor.decode(page.next().encode());
        } while (after != null);
        return ids;
    }

    @Test
    void cursor_namesItsCommitAndPlace() {
        given(Articles.titled("A").date("2021-04-07"), Articles.titled("B"), Articles.titled("C"));

        EngineAnswer first = search(Ask.everything().size(1).request());
        EngineAnswer second = search(Ask.everything().size(1).after(first.next()).request());

        Article a = first.hits().getFirst().article();
        assertThat(first.next()).isEqualTo(new Cursor(searcher().state().id(), SortOrder.NEWEST,
                a.publishedDateTime().toEpochMilli(), a.id()));
        assertThat(second.next()).isEqualTo(new Cursor(searcher().state().id(), SortOrder.NEWEST, Long.MIN_VALUE,
                second.hits().getFirst().article().id()));
        EngineAnswer oldest = search(Ask.everything().sort(SortOrder.OLDEST).size(2).request());
        assertThat(oldest.next().key()).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void next_isAbsentAtTheEnd() {
        given(Articles.titled("A"), Articles.titled("B"));

        assertThat(search(Ask.everything().size(2).request()).next()).isNull();
        assertThat(search(Ask.everything().size(1).request()).next()).isNotNull();
        assertThat(search(Ask.everything().offset(1).size(1).request()).next()).isNull();
        assertThat(search(Ask.everything().offset(2).size(1).request()).next()).isNull();
    }

    @ParameterizedTest
    @EnumSource(value = SortOrder.class, names = "RELEVANCE", mode = EnumSource.Mode.EXCLUDE)
    void cursorOfAField_goesOnAfterACommit(SortOrder sort) {
        given(many(23));
        List<String> before = ids(search(Ask.of(words("robot")).sort(sort).size(100).request()));
        Cursor after = search(Ask.of(words("robot")).sort(sort).size(9).request()).next();
        try (ArticleIndexer indexer = indexer(ArticleIndexer.Mode.UPDATE)) {
            indexer.remove(before.get(8));
            indexer.remove(before.get(12));
            indexer.put(indexed(Articles.titled("Ship").build()));
            indexer.commit(locations("test"), 0);
        }

        EngineAnswer answer = search(Ask.of(words("robot")).sort(sort).size(100).after(after).request());

        List<String> rest = new ArrayList<>(before.subList(9, 23));
        rest.remove(before.get(12));
        assertThat(ids(answer)).isEqualTo(rest);
        assertThat(answer.total()).isEqualTo(21);
    }

    @Test
    void sizeZero_countsOnly() {
        given(Articles.titled("A"), Articles.titled("B"));

        EngineAnswer byDate = search(Ask.everything().size(0).request());
        EngineAnswer byScore = search(Ask.of(words("a")).size(0).request());

        assertThat(byDate.total()).isEqualTo(2);
        assertThat(byDate.hits()).isEmpty();
        assertThat(byDate.next()).isNull();
        assertThat(byScore.total()).isEqualTo(1);
        assertThat(byScore.hits()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(SortOrder.class)
    void pageBeyondTheEnd_isEmpty(SortOrder sort) {
        given(Articles.titled("Robot"));

        EngineAnswer answer = search(Ask.of(words("robot")).sort(sort).offset(9_900).size(100).request());

        assertThat(answer.total()).isEqualTo(1);
        assertThat(answer.hits()).isEmpty();
        assertThat(answer.next()).isNull();
    }
}
