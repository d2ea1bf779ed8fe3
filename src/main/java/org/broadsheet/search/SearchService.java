package org.broadsheet.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.broadsheet.article.Article;
import org.broadsheet.query.ArticleQuery;
import org.broadsheet.query.ArticleQueryParser;
import org.broadsheet.query.ParsedQuery;
import org.broadsheet.query.QueryNotice;

/**
 * Answers searches: reads the query, asks the engine, and says what was done. Safe for use by many threads at once.
 */
public final class SearchService {

    private static final int LONGEST_COMPLETION = 300;

    private final ArticleSearcher searcher;
    private volatile SearchSettings settings;

    public SearchService(ArticleSearcher searcher, SearchSettings settings) {
        this.searcher = searcher;
        this.settings = settings;
    }

    /** How searches are answered now. */
    public SearchSettings settings() {
        return settings;
    }

    /** Answers searches in another way from now on; those under way may still be answered as before. */
    public void use(SearchSettings others) {
        settings = others;
    }

    /**
     * The answer to a search.
     *
     * @throws InvalidRequestException if its cursor does not belong to the order asked for, or to a commit that is
     *         gone, or if it asks for more than the settings allow
     * @throws SearchTimeoutException if it takes longer than the time limit
     * @throws EngineException if the index cannot be read
     */
    public SearchResult search(SearchRequest request) {
        long began = System.nanoTime();
        Deadline deadline = Deadline.in(settings.timeLimit());
        settings.requireWithinBounds(request);
        ArticleQueryParser parser = parser();
        ParsedQuery parsed = parser.parse(request.text());
        SortOrder sort = effectiveSort(parsed.query(), request.sort());
        Cursor cursor = request.cursor() == null ? null : cursor(request.cursor(), sort);
        List<String> notices = notices(parsed);
        ArticleQuery query = parsed.query();
        EngineAnswer answer = ask(query, request, sort, cursor, deadline);
        String suggestion = null;
        Optional<Relaxation.Relaxed> relaxed = answer.total() > 0
                ? Optional.empty()
                : relaxation(deadline).relax(query, request.filters());
        if (relaxed.isPresent()) {
            query = relaxed.get().query();
            notices.addAll(relaxed.get().notices());
            suggestion = respelt(request.text(), relaxed.get().spellings());
            answer = ask(query, request, sort, cursor, deadline);
        } else if (answer.total() > 0 && answer.total() <= SpellingSuggestion.FEW) {
            suggestion = suggestion(request, query, answer.total(), deadline);
        }
        List<Advice> advice = answer.total() > 0
                ? List.of()
                : new Advisor(searcher, (part, filters) -> count(part, filters, deadline), parser, deadline).advice(
                        request,
                        parsed.query());
        String next = answer.next() == null ? null : answer.next().encode();
        return new SearchResult(request, query, relaxed.isPresent(), notices, suggestion, advice, answer.total(), next,
                (System.nanoTime() - began) / 1e6, answer.index(), answer.hits(), answer.facets());
    }

    private EngineAnswer ask(ArticleQuery query, SearchRequest request, SortOrder sort, Cursor cursor,
            Deadline deadline) {
        int offset = cursor == null ? (request.page() - 1) * request.size() : 0;
        EngineAnswer answer = searcher.search(new EngineRequest(expand(query), request.filters(), sort, offset,
                request.size(), cursor, request.facets(), true, request.explain(), deadline));
        // A new commit may have taken the place of the one that the cursor was compared with.
        if (cursor != null && sort == SortOrder.RELEVANCE) {
            requireSameCommit(cursor, answer.index());
        }
        return answer;
    }

    private static List<String> notices(ParsedQuery parsed) {
        return new ArrayList<>(parsed.notices().stream().map(QueryNotice::message).toList());
    }

    private long count(ArticleQuery query, Filters filters, Deadline deadline) {
        return searcher.count(expand(query), filters, deadline);
    }

    private String suggestion(SearchRequest request, ArticleQuery query, long total, Deadline deadline) {
        return new SpellingSuggestion(searcher, respelt -> count(respelt, request.filters(), deadline),
                word -> count(word, Filters.NONE, deadline), settings.analysis().commonWords(), deadline)
                .better(request.text(), query, total);
    }

    private Relaxation relaxation(Deadline deadline) {
        return new Relaxation(searcher, this::expand, settings.analysis().commonWords(), deadline);
    }

    private ArticleQueryParser parser() {
        return new ArticleQueryParser(settings.query());
    }

    private ArticleQuery expand(ArticleQuery query) {
        return settings.synonyms().expand(query);
    }

    /** The text with its misspelt words replaced; null where none was. */
    private static String respelt(String text, List<ArticleQuery.Respelt> spellings) {
        String better = text;
        for (ArticleQuery.Respelt word : spellings) {
            better = WordSpellings.replaced(better, word.typed(), word.text());
        }
        return spellings.isEmpty() ? null : better;
    }

    /** One article whole; empty if there is none of that id. */
    public Optional<Article> article(String id) {
        return searcher.article(id);
    }

    /** The articles most like one of them; see {@link ArticleSearcher#similar}. */
    public List<Hit> similar(String id, int size) {
        return searcher.similar(id, size, Deadline.in(settings.timeLimit()));
    }

    /** Which articles have which address; see {@link ArticleSearcher#idsByWebUrl}. */
    public Map<String, List<String>> idsByWebUrl(Collection<String> webUrls) {
        return searcher.idsByWebUrl(webUrls);
    }

    /**
     * Completions while typing, as many as asked for or fewer; see {@link ArticleSearcher#completions}. One of more than
     * {@value #LONGEST_COMPLETION} characters is left out: no list can show it, and it would be sent for every key.
     */
    public List<Completion> completions(String text, int size) {
        return searcher.completions(text, size, Deadline.in(settings.timeLimit()))
                .stream()
                .filter(completion -> completion.text().length() <= LONGEST_COMPLETION)
                .toList();
    }

    /**
     * The values of one facet by prefix, of the articles that {@link #search} finds, relaxed as there; see
     * {@link ArticleSearcher#facetValues}.
     */
    public Facet.Listing facetValues(FacetName facet, String prefix, SearchRequest request, int size) {
        settings.requireWithinBounds(request.filters());
        Deadline deadline = Deadline.in(settings.timeLimit());
        ParsedQuery parsed = parser().parse(request.text());
        List<String> notices = notices(parsed);
        ArticleQuery query = parsed.query();
        if (count(query, request.filters(), deadline) == 0) {
            Optional<Relaxation.Relaxed> relaxed = relaxation(deadline).relax(query, request.filters());
            if (relaxed.isPresent()) {
                query = relaxed.get().query();
                notices.addAll(relaxed.get().notices());
            }
        }
        return new Facet.Listing(
                searcher.facetValues(facet, prefix, expand(query), request.filters(), size, deadline), notices);
    }

    /**
     * Gives all matches of a search to the consumer, whole, in the order asked for. Nothing is relaxed: what comes out
     * has no place to say so.
     */
    public void export(SearchRequest request, Consumer<Article> consumer) {
        settings.requireWithinBounds(request.filters());
        ArticleQuery query = parser().parse(request.text()).query();
        searcher.export(expand(query), request.filters(), effectiveSort(query, request.sort()), consumer);
    }

    /**
     * How an answer is spread over its own time: like its date facet, but of what its dates let through, so that a year
     * shows its months and a month its days.
     */
    public Facet.Dates histogram(SearchResult result) {
        Filters filters = result.request().filters();
        ArticleQuery query = result.interpreted();
        if (filters.dates() != null) {
            ArticleQuery dates = new ArticleQuery.DateIn(filters.dates());
            query = query instanceof ArticleQuery.Everything ? dates : new ArticleQuery.All(List.of(query, dates));
        }
        Filters others = new Filters(filters.selections(), null, filters.quality(), filters.heat(),
                filters.published(), filters.without());
        EngineAnswer answer = searcher.search(new EngineRequest(expand(query), others, SortOrder.NEWEST, 0, 0, null,
                EnumSet.of(FacetName.DATE), false, false, Deadline.in(settings.timeLimit())));
        return (Facet.Dates) answer.facets().get(FacetName.DATE);
    }

    /** The commit that is searched now. */
    public IndexState state() {
        return searcher.state();
    }

    /** Why a newer commit cannot be searched; see {@link ArticleSearcher#trouble}. */
    public Optional<String> trouble() {
        return searcher.trouble();
    }

    /** The other articles that tell the same story: those with its {@code webUrl}, by id. */
    public List<Article> sameStory(Article article) {
        if (article.webUrl() == null) {
            return List.of();
        }
        return searcher.idsByWebUrl(List.of(article.webUrl()))
                .getOrDefault(article.webUrl(), List.of())
                .stream()
                .filter(id -> !id.equals(article.id()))
                .map(searcher::article)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Without anything that could rank, the newest come first. */
    private static SortOrder effectiveSort(ArticleQuery query, SortOrder asked) {
        return asked == SortOrder.RELEVANCE && !ranks(query) ? SortOrder.NEWEST : asked;
    }

    /** Whether one match can be better than another: what is only excluded or lies in a range is not. */
    private static boolean ranks(ArticleQuery query) {
        return switch (query) {
            case ArticleQuery.All(List<ArticleQuery> parts) -> parts.stream().anyMatch(SearchService::ranks);
            case ArticleQuery.Any(List<ArticleQuery> parts) -> parts.stream().anyMatch(SearchService::ranks);
            case ArticleQuery.Everything _,ArticleQuery.Not _,ArticleQuery.NumberIn _ -> false;
            case ArticleQuery.DateIn _,ArticleQuery.Published _ -> false;
            default -> true;
        };
    }

    private Cursor cursor(String text, SortOrder sort) {
        Cursor cursor = Cursor.decode(text);
        if (cursor.sort() != sort) {
            throw new InvalidRequestException("cursor",
                    "it belongs to an answer sorted by " + cursor.sort().parameter() + ": start again without it");
        }
        if (sort == SortOrder.RELEVANCE) {
            requireSameCommit(cursor, searcher.state());
        }
        return cursor;
    }

    private static void requireSameCommit(Cursor cursor, IndexState index) {
        if (!cursor.commit().equals(index.id())) {
            throw new InvalidRequestException("cursor",
                    "the index has changed since, and scores with it: start again without it");
        }
    }
}
