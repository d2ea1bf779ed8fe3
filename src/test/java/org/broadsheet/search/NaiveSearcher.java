package org.broadsheet.search;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.broadsheet.article.Article;
import org.broadsheet.field.ArticleField;
import org.broadsheet.query.ArticleQuery;

/** Looks at every article for every search. */
final class NaiveSearcher implements ArticleSearcher {

    private final Supplier<NaiveEngine.Committed> newest;
    private final NaiveText text;
    private final NaiveMatcher matcher;
    private final NaiveSnippets snippets;

    NaiveSearcher(Supplier<NaiveEngine.Committed> newest, NaiveText text) {
        this.newest = newest;
        this.text = text;
        this.matcher = new NaiveMatcher(text);
        this.snippets = new NaiveSnippets(matcher);
    }

    @Override
    public EngineAnswer search(EngineRequest request) {
        NaiveEngine.Committed committed = newest.get();
        List<Article> matches = matches(committed, request.query(), request.filters(), null, request.deadline());
        List<Hit> ranked = ranked(matches, request);
        List<Hit> left = ranked.stream().filter(hit -> isAfter(hit, request)).skip(request.offset()).toList();
        List<Hit> page = left.stream().limit(request.size()).toList();
        Cursor next = null;
        if (!page.isEmpty() && page.size() < left.size()) {
            NaivePlace last = place(page.getLast(), request.sort());
            next = new Cursor(committed.state().id(), request.sort(), last.key(), last.id());
        }
        Map<FacetName, Facet> facets = new EnumMap<>(FacetName.class);
        for (FacetName facet : request.facets()) {
            facets.put(facet, NaiveFacets.count(facet,
                    matches(committed, request.query(), request.filters(), facet, request.deadline()),
                    request.filters()));
        }
        return new EngineAnswer(matches.size(), page, next, facets, committed.state());
    }

    private List<Article> matches(NaiveEngine.Committed committed, ArticleQuery query, Filters filters,
            FacetName ignored, Deadline deadline) {
        deadline.check();
        return committed.list()
                .stream()
                .peek(article -> deadline.check())
                .filter(article -> NaiveFilters.passAllBut(ignored, article, filters))
                .filter(article -> matcher.matches(query, article))
                .toList();
    }

    private List<Hit> ranked(List<Article> matches, EngineRequest request) {
        return matches.stream()
                .map(article -> hit(article, request))
                .sorted(Comparator.comparing(hit -> place(hit, request.sort()), NaivePlace.order(request.sort())))
                .toList();
    }

    private static NaivePlace place(Hit hit, SortOrder sort) {
        return NaivePlace.of(hit.article(), hit.score(), sort);
    }

    private static boolean isAfter(Hit hit, EngineRequest request) {
        return request.after() == null || NaivePlace.order(request.sort())
                .compare(place(hit, request.sort()),
                        new NaivePlace(request.after().key(), request.after().id())) > 0;
    }

    private Hit hit(Article article, EngineRequest request) {
        ArticleQuery query = request.query();
        float score = matcher.score(query, article);
        List<String> why = request.explain() ? List.of("occurrences, weighted: " + score) : List.of();
        if (!request.snippets()) {
            return new Hit(shown(article), score, Snippet.EMPTY, Snippet.EMPTY, Snippet.EMPTY, why);
        }
        return new Hit(shown(article), score, snippets.mark(query, ArticleField.TITLE, article.title()),
                snippets.mark(query, ArticleField.EXCERPT, article.excerpt()),
                snippets.mark(query, ArticleField.BODY, article.body()), why);
    }

    /** Without its body and related articles. */
    private static Article shown(Article article) {
        return new Article(article.id(), article.path(), article.title(), article.excerpt(), null, article.provider(),
                article.topics(), article.type(), article.category(), article.publishedDateTime(), article.quality(),
                article.heat(), article.published(), article.webUrl(), article.image(), List.of());
    }

    @Override
    public long count(ArticleQuery query, Filters filters, Deadline deadline) {
        return matches(newest.get(), query, filters, null, deadline).size();
    }

    @Override
    public Optional<Article> article(String id) {
        return Optional.ofNullable(newest.get().articles().get(id)).map(IndexedArticle::article);
    }

    @Override
    public List<Hit> similar(String id, int size, Deadline deadline) {
        deadline.check();
        NaiveEngine.Committed committed = newest.get();
        IndexedArticle like = committed.articles().get(id);
        if (like == null) {
            return List.of();
        }
        Article model = like.article();
        Comparator<Hit> bestFirst = Comparator.<Hit>comparingDouble(Hit::score)
                .reversed()
                .thenComparing(hit -> hit.article().id());
        return committed.list()
                .stream()
                .filter(article -> !article.id().equals(id))
                .map(article -> new Hit(shown(article), common(model, article), Snippet.EMPTY, Snippet.EMPTY,
                        Snippet.EMPTY, List.of()))
                .filter(hit -> hit.score() > 0)
                .sorted(Comparator.comparing((Hit hit) -> sameUrl(model, hit.article())).thenComparing(bestFirst))
                .limit(size)
                .toList();
    }

    private static boolean sameUrl(Article one, Article other) {
        return one.webUrl() != null && one.webUrl().equals(other.webUrl());
    }

    /** The share of stems that two articles have in common, from 0 to 1. */
    private float common(Article one, Article other) {
        Set<String> both = stems(one);
        Set<String> either = stems(one);
        both.retainAll(stems(other));
        either.addAll(stems(other));
        return either.isEmpty() ? 0 : (float) both.size() / either.size();
    }

    /** Short words say little of what an article is about. */
    private Set<String> stems(Article article) {
        Set<String> stems = new HashSet<>();
        ArticleField.weighted()
                .flatMap(field -> field.strings(article).stream())
                .flatMap(value -> text.stemmed(value).stream())
                .filter(token -> token.term().length() > 3)
                .forEach(token -> stems.add(token.term()));
        return stems;
    }

    @Override
    public Map<String, List<String>> idsByWebUrl(Collection<String> webUrls) {
        Map<String, List<String>> ids = new TreeMap<>();
        for (Article article : newest.get().list()) {
            if (article.webUrl() != null && webUrls.contains(article.webUrl())) {
                ids.merge(article.webUrl(), List.of(article.id()),
                        (some, more) -> Stream.concat(some.stream(), more.stream()).toList());
            }
        }
        return ids;
    }

    @Override
    public List<Completion> completions(String typed, int size, Deadline deadline) {
        deadline.check();
        return new NaiveSuggestions(newest.get().list(), text).completions(typed, size);
    }

    @Override
    public List<Spelling> spellings(String word, int edits, int size, Deadline deadline) {
        deadline.check();
        return new NaiveSuggestions(newest.get().list(), text).spellings(word, edits, size);
    }

    @Override
    public List<Facet.ValueCount> facetValues(FacetName facet, String prefix, ArticleQuery query, Filters filters,
            int size, Deadline deadline) {
        List<Article> matches = matches(newest.get(), query, filters, facet, deadline);
        return NaiveFacets.counts(facet, matches, filters.selection(facet))
                .stream()
                .filter(value -> text.folded(value.value()).startsWith(text.folded(prefix)))
                .limit(size)
                .toList();
    }

    @Override
    public void export(ArticleQuery query, Filters filters, SortOrder sort, Consumer<Article> consumer) {
        List<Article> matches = matches(newest.get(), query, filters, null, Deadline.none());
        matches.stream()
                .sorted(Comparator.comparing(
                        article -> NaivePlace.of(article, matcher.score(query, article), sort),
                        NaivePlace.order(sort)))
                .forEach(consumer);
    }

    @Override
    public IndexState state() {
        return newest.get().state();
    }

    @Override
    public void close() {
        // Nothing is held open.
    }
}
