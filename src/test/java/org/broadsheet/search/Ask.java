package org.broadsheet.search;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.broadsheet.field.ArticleField;
import org.broadsheet.query.ArticleQuery;

/**
 * Makes requests and queries for tests, where only what a test is about is said; all else is plain: no filters, by
 * relevance, the first 20 hits without facets or snippets, and no deadline.
 */
final class Ask {

    private final ArticleQuery query;
    private Filters filters = Filters.NONE;
    private SortOrder sort = SortOrder.RELEVANCE;
    private int offset;
    private int size = 20;
    private Cursor after;
    private Set<FacetName> facets = Set.of();
    private boolean snippets;
    private boolean explain;
    private Deadline deadline = Deadline.none();

    private Ask(ArticleQuery query) {
        this.query = query;
    }

    static Ask of(ArticleQuery query) {
        return new Ask(query);
    }

    /** Lists all articles, newest first. */
    static Ask everything() {
        return new Ask(new ArticleQuery.Everything()).sort(SortOrder.NEWEST);
    }

    Ask filters(Filters filters) {
        this.filters = filters;
        return this;
    }

    Ask sort(SortOrder sort) {
        this.sort = sort;
        return this;
    }

    Ask offset(int offset) {
        this.offset = offset;
        return this;
    }

    Ask size(int size) {
        this.size = size;
        return this;
    }

    Ask after(Cursor after) {
        this.after = after;
        return this;
    }

    Ask facets(Set<FacetName> facets) {
        this.facets = facets;
        return this;
    }

    Ask snippets() {
        this.snippets = true;
        return this;
    }

    Ask explain() {
        this.explain = true;
        return this;
    }

    Ask deadline(Deadline deadline) {
        this.deadline = deadline;
        return this;
    }

    EngineRequest request() {
        return new EngineRequest(query, filters, sort, offset, size, after, facets, snippets, explain, deadline);
    }

    /** As if typed: a word, or all of several. */
    static ArticleQuery words(String text) {
        List<ArticleQuery> words = Arrays.stream(text.split(" "))
                .<ArticleQuery>map(word -> new ArticleQuery.Word(word, true))
                .toList();
        return words.size() == 1 ? words.getFirst() : new ArticleQuery.All(words);
    }

    static ArticleQuery phrase(String text) {
        return new ArticleQuery.Phrase(text, 0);
    }

    static ArticleQuery in(ArticleField field, ArticleQuery part) {
        return new ArticleQuery.InField(field, part);
    }

    static ArticleQuery all(ArticleQuery... parts) {
        return new ArticleQuery.All(List.of(parts));
    }

    static ArticleQuery any(ArticleQuery... parts) {
        return new ArticleQuery.Any(List.of(parts));
    }

    static ArticleQuery not(ArticleQuery part) {
        return new ArticleQuery.Not(part);
    }
}
