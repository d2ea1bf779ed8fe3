package org.broadsheet.search;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongBiFunction;

import org.broadsheet.query.ArticleQuery;
import org.broadsheet.query.ArticleQueryParser;
import org.broadsheet.query.DateRange;

/**
 * What to offer when nothing is found: the nearest searches that find something. What they change is what the search
 * never changes by itself: filters, and the spelling of phrases and fields.
 */
final class Advisor {

    /** More are not read. */
    private static final int MOST = 5;
    /** How far a range of dates is widened at either end at least: news of one story rarely stretches further. */
    private static final Duration MARGIN = Duration.ofDays(30);
    private static final Comparator<Advice> MOST_ARTICLES = Comparator.comparingLong(Advice::total).reversed();

    private final ArticleSearcher searcher;
    private final ToLongBiFunction<ArticleQuery, Filters> count;
    private final ArticleQueryParser parser;
    private final Deadline deadline;

    /** @param count how many articles a query finds; may throw {@link SearchTimeoutException} */
    Advisor(ArticleSearcher searcher, ToLongBiFunction<ArticleQuery, Filters> count, ArticleQueryParser parser,
            Deadline deadline) {
        this.searcher = searcher;
        this.count = count;
        this.parser = parser;
        this.deadline = deadline;
    }

    /**
     * The smallest changes first: another spelling, other dates, one filter less, none of them. Empty if none of these
     * helps; fewer when time runs out, because an answer without advice is better than none.
     */
    List<Advice> advice(SearchRequest request, ArticleQuery query) {
        List<Advice> advice = new ArrayList<>();
        try {
            addSpellings(request, query, advice);
            addFilters(request, query, advice);
        } catch (SearchTimeoutException e) {
            // What was found in time is offered.
        }
        return advice.stream().limit(MOST).toList();
    }

    private void addSpellings(SearchRequest request, ArticleQuery query, List<Advice> advice) {
        new WordSpellings(searcher, request.text(), deadline).ofEveryWord(query).forEach(text -> {
            ArticleQuery respelt = parser.parse(text).query();
            counted("Search for “" + text + "”", with(request, text, request.filters()), respelt)
                    .ifPresent(advice::add);
        });
        String unquoted = request.text().replaceAll("[\"“”„]", "");
        if (advice.isEmpty() && !unquoted.equals(request.text())) {
            counted("Search without quotation marks", with(request, unquoted, request.filters()),
                    parser.parse(unquoted).query()).ifPresent(advice::add);
        }
    }

    private void addFilters(SearchRequest request, ArticleQuery query, List<Advice> advice) {
        Filters filters = request.filters();
        Filters none = Filters.NONE.leavingOut(filters.without());
        if (filters.equals(none) || count.applyAsLong(query, none) == 0) {
            return;
        }
        if (filters.dates() != null) {
            counted("With dates further apart", with(request, dates(filters, wider(filters.dates()))), query)
                    .ifPresent(advice::add);
        }
        List<Advice> single = new ArrayList<>();
        without(filters).forEach((name, fewer) -> counted("Without the filter by " + name, with(request, fewer), query)
                .ifPresent(single::add));
        single.sort(MOST_ARTICLES);
        advice.addAll(single);
        if (without(filters).size() > 1) {
            counted("Without any filter", with(request, none), query).ifPresent(all -> {
                advice.subList(Math.min(advice.size(), MOST - 1), advice.size()).clear();
                advice.add(all);
            });
        }
    }

    private Optional<Advice> counted(String message, SearchRequest request, ArticleQuery query) {
        long total = count.applyAsLong(query, request.filters());
        return total == 0 ? Optional.empty() : Optional.of(new Advice(message, request, total));
    }

    /** The filters less one of them, by its name. */
    private static Map<String, Filters> without(Filters filters) {
        Map<String, Filters> without = new java.util.LinkedHashMap<>();
        for (FacetName facet : FacetName.values()) {
            if (facet.hasValues() && filters.restricts(facet)) {
                Map<FacetName, Filters.Selection> others = new EnumMap<>(FacetName.class);
                others.putAll(filters.selections());
                others.remove(facet);
                without.put(facet.parameter(), new Filters(others, filters.dates(), filters.quality(), filters.heat(),
                        filters.published(), filters.without()));
            }
        }
        if (filters.dates() != null) {
            without.put("date", dates(filters, null));
        }
        if (filters.quality() != null) {
            without.put("quality", new Filters(filters.selections(), filters.dates(), null, filters.heat(),
                    filters.published(), filters.without()));
        }
        if (filters.heat() != null) {
            without.put("heat", new Filters(filters.selections(), filters.dates(), filters.quality(), null,
                    filters.published(), filters.without()));
        }
        if (filters.published() != null) {
            without.put("publication", new Filters(filters.selections(), filters.dates(), filters.quality(),
                    filters.heat(), null, filters.without()));
        }
        return without;
    }

    private static Filters dates(Filters filters, DateRange dates) {
        return new Filters(filters.selections(), dates, filters.quality(), filters.heat(), filters.published(),
                filters.without());
    }

    /** Three times as long around the same middle, or longer. */
    private static DateRange wider(DateRange range) {
        Instant from = range.from();
        Instant before = range.before();
        Duration length = from == null || before == null ? MARGIN : Duration.between(from, before);
        long days = Math.min(Math.max(length.toDays(), MARGIN.toDays()), 100 * 365L);
        try {
            return new DateRange(from == null ? null : from.minus(Duration.ofDays(days)),
                    before == null ? null : before.plus(Duration.ofDays(days)));
        } catch (ArithmeticException | java.time.DateTimeException e) {
            return range; // it already reaches to the end of time
        }
    }

    private static SearchRequest with(SearchRequest request, Filters filters) {
        return with(request, request.text(), filters);
    }

    /** From its first page. */
    private static SearchRequest with(SearchRequest request, String text, Filters filters) {
        return new SearchRequest(text, filters, request.sort(), 1, request.size(), null, request.facets(),
                request.explain());
    }
}
