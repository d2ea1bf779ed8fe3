package org.broadsheet.search;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.broadsheet.article.Articles;
import org.broadsheet.query.ArticleQuery;
import org.broadsheet.search.ArticleIndexer.Mode;
import org.broadsheet.search.ArticleIndexer.SourceLocation;
import org.broadsheet.search.IndexState.SourceState;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What an index says of itself, and what an update learns from it. */
abstract class StateContract extends EngineContract {

    @Test
    void state_isWhatTheCommitSaid_andTheAnswers() {
        IndexState committed = given(Articles.titled("One"));

        assertThat(searcher().state()).isEqualTo(committed);
        assertThat(search(Ask.everything().request()).index()).isEqualTo(committed);
    }

    @Test
    void state_ofEachCommit() {
        Instant before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        IndexState first = given(Articles.titled("One"));
        IndexState second = add(Articles.titled("Two"));
        IndexState third = given(Articles.titled("Three"));

        assertThat(List.of(first.id(), second.id(), third.id())).doesNotHaveDuplicates();
        assertThat(second.number()).isGreaterThan(first.number());
        assertThat(third.number()).isGreaterThan(second.number());
        assertThat(first.builtAt()).isBetween(before, second.builtAt());
        assertThat(third.builtAt()).isBetween(second.builtAt(), Instant.now());
        assertThat(List.of(first.articles(), second.articles(), third.articles())).containsExactly(1L, 2L, 1L);
    }

    @Test
    void state_ofACommitWithoutAChange_isAnother() {
        IndexState first = given(Articles.titled("One"));
        IndexState second = add();

        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(second.number()).isGreaterThan(first.number());
        assertThat(searcher().state()).isEqualTo(second);
    }

    @Test
    void commitId_isOneWord() {
        assertThat(given(Articles.titled("One")).id()).isNotBlank().doesNotContainAnyWhitespaces();
    }

    @Test
    void newest_isTheLatestDateNotInTheFuture() {
        Instant future = Instant.now().plus(400, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MILLIS);

        IndexState state = given(Articles.titled("Old").date("2020-01-01"), Articles.titled("New").date("2021-04-07"),
                Articles.titled("Future").date(future), Articles.titled("None"));

        assertThat(state.newest()).isEqualTo(Instant.parse("2021-04-07T00:00:00Z"));
    }

    @Test
    void newest_ofOnesThatAreGone_doesNotCount() {
        given(Articles.titled("Old").date("2020-01-01"), Articles.titled("New").date("2021-04-07"));
        try (ArticleIndexer indexer = indexer(Mode.UPDATE)) {
            indexer.remove(Articles.titled("New").build().id());
            indexer.commit(locations("test"), 0);
        }
        assertThat(searcher().state().newest()).isEqualTo(Instant.parse("2020-01-01T00:00:00Z"));
    }

    @Test
    void newest_withoutAnyDate_isAbsent() {
        Instant future = Instant.now().plus(400, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MILLIS);

        assertThat(given(Articles.titled("None")).newest()).isNull();
        assertThat(given(Articles.titled("Future").date(future)).newest()).isNull();
        assertThat(given().newest()).isNull();
    }

    @Test
    void sources_withTheirCounts() {
        try (ArticleIndexer indexer = indexer(Mode.REBUILD)) {
            indexer.put(indexed(Articles.titled("1").path("seeds/1.md").build()));
            indexer.put(indexed(Articles.titled("2").path("archive/1.md").build()));
            indexer.put(indexed(Articles.titled("3").path("archive/a/b/2.md").build()));
            indexer.commit(List.of(new SourceLocation("seeds", "/data/seeds"),
                    new SourceLocation("archive", "/data/archive.zip"), new SourceLocation("empty", "/data/empty")), 7);
        }

        assertThat(searcher().state().sources()).containsExactly(new SourceState("seeds", "/data/seeds", 1),
                new SourceState("archive", "/data/archive.zip", 2), new SourceState("empty", "/data/empty", 0));
        assertThat(searcher().state().rejected()).isEqualTo(7);
        assertThat(searcher().state().articles()).isEqualTo(3);
    }

    @Test
    void sources_areKnownToAnUpdate_notToARebuild() {
        IndexState state = given(Articles.titled("1"));
        try (ArticleIndexer update = indexer(Mode.UPDATE)) {
            assertThat(update.sources()).isEqualTo(state.sources()).hasSize(1);
        }
        try (ArticleIndexer rebuild = indexer(Mode.REBUILD)) {
            assertThat(rebuild.sources()).isEmpty();
        }
    }

    @Test
    void sources_countedAnewInAnUpdate() {
        given(Articles.titled("1"), Articles.titled("2"));
        try (ArticleIndexer indexer = indexer(Mode.UPDATE)) {
            indexer.remove(Articles.titled("1").build().id());
            indexer.put(indexed(Articles.titled("3").path("more/3.md").build()));
            indexer.put(indexed(Articles.titled("4").path("more/4.md").build()));
            indexer.commit(locations("test", "more"), 0);
        }
        assertThat(searcher().state().sources()).containsExactly(new SourceState("test", "/archive/test", 1),
                new SourceState("more", "/archive/more", 2));
    }

    @Test
    void held_byPath_ofOneSource() {
        IndexedArticle one = new IndexedArticle(Articles.titled("1").path("seeds/a/1.md").build(),
                new FileStamp(10, 1_600_000_000_123L, "abc"));
        IndexedArticle two = new IndexedArticle(Articles.titled("2").path("seeds/2.md").build(),
                new FileStamp(0, 0, "é"));
        IndexedArticle other = new IndexedArticle(Articles.titled("3").path("seeds2/1.md").build(),
                new FileStamp(Long.MAX_VALUE, -1, "xyz"));
        try (ArticleIndexer indexer = indexer(Mode.REBUILD)) {
            List.of(one, two, other).forEach(indexer::put);
            indexer.commit(locations("seeds", "seeds2"), 0);
        }

        try (ArticleIndexer indexer = indexer(Mode.UPDATE)) {
            assertThat(indexer.held("seeds")).hasSize(2)
                    .containsEntry("seeds/a/1.md", one.stamp())
                    .containsEntry("seeds/2.md", two.stamp());
            assertThat(indexer.held("seeds2")).hasSize(1).containsEntry("seeds2/1.md", other.stamp());
            assertThat(indexer.held("see")).isEmpty();
        }
    }

    @Test
    void restamp_changesNothingButTheStamp() {
        given(Articles.titled("1"), Articles.titled("2"));
        FileStamp later = new FileStamp(100, 1_700_000_000_000L, "hash of 1");
        try (ArticleIndexer indexer = indexer(Mode.UPDATE)) {
            indexer.restamp(Articles.titled("1").build().id(), later);
            indexer.restamp("nobody", later);
            indexer.commit(locations("test"), 0);
        }
        try (ArticleIndexer indexer = indexer(Mode.UPDATE)) {
            assertThat(indexer.held("test")).hasSize(2).containsEntry("test/1.md", later);
        }
        assertThat(found(new ArticleQuery.Everything())).containsExactly("1", "2");
    }

    @Test
    void sources_keepHowTheyWereRead() {
        SourceStamp stamp = new SourceStamp(3, 2, 1);
        try (ArticleIndexer indexer = indexer(Mode.UPDATE)) {
            indexer.commit(List.of(new SourceLocation("a", "/data/a.zip", stamp), new SourceLocation("b", "/data/b")),
                    0);
        }
        assertThat(searcher().state().sources()).containsExactly(new SourceState("a", "/data/a.zip", 0, stamp),
                new SourceState("b", "/data/b", 0, SourceStamp.NONE));
    }

    @Test
    void held_asTheRunBegan() {
        given(Articles.titled("1"), Articles.titled("2"));
        add(Articles.titled("Other").path("test/1.md"));
        try (ArticleIndexer indexer = indexer(Mode.UPDATE)) {
            indexer.remove(Articles.titled("2").build().id());
            indexer.put(indexed(Articles.titled("3").build()));

            assertThat(indexer.held("test")).hasSize(2)
                    .containsEntry("test/1.md", new FileStamp(100, 1_600_000_000_000L, "hash of Other"))
                    .containsKey("test/2.md");
        }
    }

    @Test
    void held_inARebuild_isEmpty() {
        given(Articles.titled("1"));
        try (ArticleIndexer indexer = indexer(Mode.REBUILD)) {
            assertThat(indexer.held("test")).isEmpty();
        }
    }
}
