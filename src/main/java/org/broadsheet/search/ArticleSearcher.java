package org.broadsheet.search;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.broadsheet.article.Article;
import org.broadsheet.query.ArticleQuery;

/**
 * The reading side of an engine. Each call is answered from one commit, the newest that the engine has seen. Safe for
 * use by many threads at once.
 *
 * <p>Every method throws {@link EngineException} when the index cannot be read, and those with a {@link Deadline}
 * throw {@link SearchTimeoutException} when it passes.
 */
public interface ArticleSearcher extends AutoCloseable {

    /** The hits of one page, their exact number, and the facets. */
    EngineAnswer search(EngineRequest request);

    /** How many articles match. */
    long count(ArticleQuery query, Filters filters, Deadline deadline);

    /** An article whole, with body and related articles; empty if the index has none of that id. */
    Optional<Article> article(String id);

    /**
     * The articles whose text is most like that of one of them, best first, without it; those that share its
     * {@code webUrl} come last. Empty if nothing is like it, or if the index has no such article.
     */
    List<Hit> similar(String id, int size, Deadline deadline);

    /** Which articles have which {@code webUrl}: addresses that no article has are absent. Ids are in order. */
    Map<String, List<String>> idsByWebUrl(Collection<String> webUrls);

    /**
     * Completions of a text while it is typed, the most useful first; empty if there is no word in it.
     *
     * @param text its last word is taken as unfinished
     */
    List<Completion> completions(String text, int size, Deadline deadline);

    /**
     * The values of one facet that begin with a prefix, ignoring case and accents, most frequent among the matches
     * first, then by value; those without a match are left out. The facet's own selection is ignored.
     *
     * @param facet one that {@link FacetName#hasValues has values}
     */
    List<Facet.ValueCount> facetValues(FacetName facet, String prefix, ArticleQuery query, Filters filters, int size,
            Deadline deadline);

    /**
     * Words of the index that a misspelt one may stand for, likeliest first. Empty if there is none within the
     * distance.
     *
     * @param word as typed
     * @param edits at most so many letters added, left out, replaced or swapped, 1 or 2
     */
    List<Spelling> spellings(String word, int edits, int size, Deadline deadline);

    /**
     * Gives every matching article, whole, to the consumer, in the given order. Memory does not grow with their number.
     * It may take long, but throws {@link SearchTimeoutException} if the next articles take too long to find.
     */
    void export(ArticleQuery query, Filters filters, SortOrder sort, Consumer<Article> consumer);

    /** The commit that calls are answered from now. */
    IndexState state();

    /**
     * Why a newer commit than that cannot be shown, in one line that says what to do; empty if all is well. What is
     * asked meanwhile is answered from the commit before.
     */
    default Optional<String> trouble() {
        return Optional.empty();
    }

    /** Ends it; calls under way may fail. */
    @Override
    void close();
}
