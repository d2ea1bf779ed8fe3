package org.broadsheet.search;

import java.time.Duration;

import org.broadsheet.field.Analysis;
import org.broadsheet.query.QuerySettings;
import org.broadsheet.query.Synonyms;

/**
 * How searches are answered, and how much one may ask for.
 *
 * @param timeLimit how long a search may take before it is stopped
 * @param analysis the one that the index was built with
 * @param synonyms what queries are widened by
 * @param query how much of a query is considered
 * @param deepest the last hit that can be reached by page numbers, at most {@value SearchRequest#DEEPEST}
 * @param filterValues values of one facet that a search may choose or exclude
 */
public record SearchSettings(Duration timeLimit, Analysis analysis, Synonyms synonyms, QuerySettings query,
        int deepest, int filterValues) {

    /** Two seconds: a hundred times what a search of a million articles takes, and before a reader gives up. */
    private static final Duration TIME_LIMIT = Duration.ofSeconds(2);
    /** Five times what a reader would ever tick; each value costs a list of postings. */
    private static final int FILTER_VALUES = 50;

    public static final SearchSettings DEFAULT = new SearchSettings(TIME_LIMIT, Analysis.ENGLISH, Synonyms.DEFAULT,
            QuerySettings.DEFAULT, SearchRequest.DEEPEST, FILTER_VALUES);

    public SearchSettings {
        if (deepest < 1 || deepest > SearchRequest.DEEPEST) {
            throw new IllegalArgumentException(
                    "deepest: " + deepest + " is not a number from 1 to " + SearchRequest.DEEPEST);
        }
    }

    public SearchSettings withTimeLimit(Duration other) {
        return new SearchSettings(other, analysis, synonyms, query, deepest, filterValues);
    }

    public SearchSettings withAnalysis(Analysis other) {
        return new SearchSettings(timeLimit, other, synonyms, query, deepest, filterValues);
    }

    public SearchSettings withSynonyms(Synonyms other) {
        return new SearchSettings(timeLimit, analysis, other, query, deepest, filterValues);
    }

    public SearchSettings withQuery(QuerySettings other) {
        return new SearchSettings(timeLimit, analysis, synonyms, other, deepest, filterValues);
    }

    /** The same with other bounds of what one search may ask for. */
    public SearchSettings withBounds(int otherDeepest, int otherFilterValues) {
        return new SearchSettings(timeLimit, analysis, synonyms, query, otherDeepest, otherFilterValues);
    }

    /** @throws InvalidRequestException naming the parameter that goes beyond the bounds */
    void requireWithinBounds(SearchRequest request) {
        if (request.cursor() == null && (long) request.page() * request.size() > deepest) {
            throw new InvalidRequestException("page", "page " + request.page() + " of " + request.size()
                    + " lies beyond hit " + deepest
                    + ": go on from the answer's \"next\" with the parameter cursor");
        }
        requireWithinBounds(request.filters());
    }

    /** @throws InvalidRequestException naming the facet of which too many values are chosen */
    void requireWithinBounds(Filters filters) {
        filters.selections().forEach((facet, selection) -> {
            int chosen = selection.included().size() + selection.excluded().size();
            if (chosen > filterValues) {
                throw new InvalidRequestException(facet.parameter(),
                        chosen + " values are given, but " + filterValues + " at most may be");
            }
        });
    }
}
