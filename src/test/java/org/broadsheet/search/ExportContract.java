package org.broadsheet.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.broadsheet.article.Article;
import org.broadsheet.article.Articles;
import org.broadsheet.query.ArticleQuery;
import org.broadsheet.query.ArticleQuery.Everything;
import org.broadsheet.query.NumberRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.broadsheet.search.Ask.words;

/** All matches, one after the other; and searches that run out of time. */
abstract class ExportContract extends EngineContract {

    private List<Article> exported(ArticleQuery query, Filters filters, SortOrder sort) {
        List<Article> articles = new ArrayList<>();
        searcher().export(query, filters, sort, articles::add);
        return articles;
    }

    @ParameterizedTest
    @EnumSource(SortOrder.class)
    void export_givesAll_inOrder(SortOrder sort) {
        given(IntStream.range(0, 250)
                .mapToObj(i -> i % 5 == 0
                        ? Articles.titled("Robot " + i)
                        : Articles.titled("Robot " + i)
                                .body("robot ".repeat(i % 3))
                                .date("2021-04-0" + (1 + i % 9))
                                .quality(i % 7)
                                .heat(i % 4 - 1))
                .toArray(Articles[]::new));

        List<String> exported = exported(words("robot"), Filters.NONE, sort).stream().map(Article::id).toList();

        assertThat(exported).isEqualTo(ids(search(Ask.of(words("robot")).sort(sort).size(1000).request())))
                .hasSize(250);
    }

    @Test
    void export_givesArticlesWhole() {
        Articles article = Articles.titled("Robot").body("Body").related("Other", "https://a.org/1").quality(50);
        given(article, Articles.titled("Ship").quality(50), Articles.titled("Other robot").quality(49));

        assertThat(exported(words("robot"), new Filters(Map.of(), null, new NumberRange(50, null), null, null),
                SortOrder.NEWEST)).containsExactly(article.build());
    }

    @Test
    void export_ofNothing() {
        given();

        assertThat(exported(new Everything(), Filters.NONE, SortOrder.NEWEST)).isEmpty();
    }

    @Test
    void export_endsWithTheErrorOfItsConsumer() {
        given(Articles.titled("Robot"));

        assertThatThrownBy(() -> searcher().export(new Everything(), Filters.NONE, SortOrder.NEWEST, article -> {
            throw new IllegalStateException("the reader hung up");
        })).isInstanceOf(IllegalStateException.class).hasMessage("the reader hung up");
        assertThat(found(new Everything())).hasSize(1);
    }

    private static Deadline passed() {
        return Deadline.in(Duration.ofNanos(-1));
    }

    private void givenSome() {
        given(IntStream.range(0, 50)
                .mapToObj(i -> Articles.titled("Robot " + i).topics("AI"))
                .toArray(Articles[]::new));
    }

    @ParameterizedTest
    @EnumSource(SortOrder.class)
    void deadline_thatHasPassed_stopsASearch(SortOrder sort) {
        givenSome();

        assertThatThrownBy(() -> search(Ask.of(words("robot")).sort(sort).deadline(passed()).request()))
                .isInstanceOf(SearchTimeoutException.class);
        assertThatThrownBy(() -> search(Ask.of(new Everything())
                .sort(sort)
                .facets(allFacets())
                .deadline(passed())
                .request())).isInstanceOf(SearchTimeoutException.class);
    }

    @Test
    void deadline_thatHasPassed_stopsAllElse() {
        givenSome();
        String id = Articles.titled("Robot 1").build().id();

        assertThatThrownBy(() -> searcher().count(words("robot"), Filters.NONE, passed()))
                .isInstanceOf(SearchTimeoutException.class);
        assertThatThrownBy(() -> searcher().similar(id, 10, passed())).isInstanceOf(SearchTimeoutException.class);
        assertThatThrownBy(() -> searcher().facetValues(FacetName.TOPIC, "a", new Everything(), Filters.NONE, 10,
                passed())).isInstanceOf(SearchTimeoutException.class);
        assertThatThrownBy(() -> searcher().completions("rob", 10, passed()))
                .isInstanceOf(SearchTimeoutException.class);
        assertThatThrownBy(() -> searcher().spellings("robut", 2, 10, passed()))
                .isInstanceOf(SearchTimeoutException.class);
    }

    @Test
    void deadline_ofOneSearch_doesNotTouchTheNext() {
        givenSome();
        ArticleSearcher searcher = searcher();
        assertThatThrownBy(() -> searcher.search(Ask.of(words("robot")).deadline(passed()).request()))
                .isInstanceOf(SearchTimeoutException.class);

        assertThat(searcher.search(Ask.of(words("robot")).request()).total()).isEqualTo(50);
    }
}
