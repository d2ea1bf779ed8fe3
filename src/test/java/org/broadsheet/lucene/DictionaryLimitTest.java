package org.broadsheet.lucene;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;

import org.broadsheet.article.Articles;
import org.broadsheet.query.ArticleQuery.Everything;
import org.broadsheet.search.ArticleIndexer;
import org.broadsheet.search.ArticleSearcher;
import org.broadsheet.search.Deadline;
import org.broadsheet.search.FacetName;
import org.broadsheet.search.FileStamp;
import org.broadsheet.search.Filters;
import org.broadsheet.search.IndexedArticle;
import org.broadsheet.search.SearchTimeoutException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Walks through the dictionaries of an index look at the clock all along the way, and end where it says so. */
class DictionaryLimitTest {

    /** Different words, titles and topics; a walk through all of them looks at the clock for one in sixteen at least. */
    private static final int NAMES = 2_000;
    private static final long NEVER = Long.MAX_VALUE / 2;

    private interface Question extends BiFunction<ArticleSearcher, Deadline, List<?>> {}

    private static Arguments walk(String name, int looks, Question question) {
        return arguments(Named.of(name, question), looks);
    }

    static final List<Arguments> QUESTIONS = List.of(
            walk("words that begin so", NAMES / 16, (searcher, deadline) -> searcher.completions("word", 10, deadline)),
            walk("words that nearly begin so", NAMES / 16,
                    (searcher, deadline) -> searcher.completions("wrod", 10, deadline)),
            walk("titles that have a word", NAMES / 16,
                    (searcher, deadline) -> searcher.completions("of head", 10, deadline)),
            walk("topics that begin so", NAMES, (searcher, deadline) -> searcher.completions("topi", 10, deadline)),
            walk("topics that nearly begin so", NAMES,
                    (searcher, deadline) -> searcher.completions("topj", 10, deadline)),
            walk("other spellings", 8, (searcher, deadline) -> searcher.spellings("word1234", 2, 10, deadline)),
            walk("values of a facet", NAMES, (searcher, deadline) -> searcher.facetValues(FacetName.TOPIC, "zebra",
                    new Everything(), Filters.NONE, 10, deadline)));

    @TempDir
    private static Path index;

    private static LuceneEngine.Settings settings() {
        return LuceneEngine.Settings.of(index).once();
    }

    @BeforeAll
    static void fill() {
        try (ArticleIndexer indexer = LuceneEngine.indexer(settings(), ArticleIndexer.Mode.REBUILD)) {
            for (int i = 1_000; i < 1_000 + NAMES; i++) {
                indexer.put(new IndexedArticle(Articles.titled("Out of head" + i)
                        .path("a/" + i + ".md")
                        .body("word" + i)
                        .topics("Topic " + i)
                        .build(), new FileStamp(1, 0, "x" + i)));
            }
            indexer.commit(List.of(new ArticleIndexer.SourceLocation("a", "/a")), 0);
        }
    }

    /** It has made what is made once, and keeps no answer yet. */
    private static ArticleSearcher fresh() {
        ArticleSearcher searcher = LuceneEngine.searcher(settings());
        searcher.completions("a", 1, Deadline.none());
        return searcher;
    }

    @ParameterizedTest
    @FieldSource("QUESTIONS")
    void walk_endsWhereItsTimeDoes(Question question, int looks) {
        AtomicLong clock = new AtomicLong(); // moves on by one with each look
        List<?> whole;
        try (ArticleSearcher searcher = fresh()) {
            whole = question.apply(searcher, new Deadline(NEVER, clock::incrementAndGet));
        }
        long all = clock.get();
        assertThat(all).as("looks at the clock").isGreaterThan(looks);
        try (ArticleSearcher searcher = fresh()) {
            for (long limit : List.of(all / 4, all / 2, all - 1)) {
                clock.set(0);
                assertThatThrownBy(() -> question.apply(searcher, new Deadline(limit, clock::incrementAndGet)))
                        .isInstanceOf(SearchTimeoutException.class);
                assertThat(clock.get()).as("it goes no further").isEqualTo(limit + 1);
            }
            clock.set(0);
            assertThat(question.apply(searcher, new Deadline(all, clock::incrementAndGet))).isEqualTo(whole);
        }
    }
}
