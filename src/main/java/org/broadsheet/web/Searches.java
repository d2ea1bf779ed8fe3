package org.broadsheet.web;

import java.util.function.Supplier;

import org.broadsheet.operation.LogSettings;
import org.broadsheet.operation.Metrics;
import org.broadsheet.operation.Metrics.Outcome;
import org.broadsheet.operation.OperationSettings;
import org.broadsheet.operation.QueryCounts;
import org.broadsheet.operation.RequestLog;
import org.broadsheet.search.InvalidRequestException;
import org.broadsheet.search.SearchRequest;
import org.broadsheet.search.SearchResult;
import org.broadsheet.search.SearchService;
import org.broadsheet.search.SearchTimeoutException;

/** The searches that are asked for from outside: answered by the service, counted, and logged if they are slow. */
final class Searches {

    private final SearchService service;
    private final Supplier<OperationSettings> settings;
    private final Metrics metrics;
    private final QueryCounts queries = new QueryCounts();

    /** @param settings as they are now */
    Searches(SearchService service, Supplier<OperationSettings> settings, Metrics metrics) {
        this.service = service;
        this.settings = settings;
        this.metrics = metrics;
    }

    /** A search that a person or a program asks for. */
    SearchResult search(SearchRequest request) {
        SearchResult result = counted(request);
        if (settings.get().popularQueries() && request.page() == 1 && request.cursor() == null) {
            queries.add(request.text(), result.total() > 0);
        }
        return result;
    }

    /** A search that is asked again and again, whether anybody looks or not. */
    SearchResult poll(SearchRequest request) {
        return counted(request);
    }

    /** What is asked most often; null unless it is to be shown. */
    QueryCounts queries() {
        return settings.get().popularQueries() ? queries : null;
    }

    private SearchResult counted(SearchRequest request) {
        long began = System.nanoTime();
        try {
            SearchResult result = service.search(request);
            ended(request, result.total() > 0 ? Outcome.FOUND : Outcome.EMPTY, began, result.total());
            return result;
        } catch (RuntimeException | Error e) {
            ended(request, switch (e) {
                case InvalidRequestException invalid -> Outcome.INVALID;
                case SearchTimeoutException timeout -> Outcome.TIMEOUT;
                default -> Outcome.FAILED;
            }, began, -1);
            throw e;
        }
    }

    private void ended(SearchRequest request, Outcome outcome, long began, long total) {
        long nanos = System.nanoTime() - began;
        metrics.searched(outcome, nanos);
        LogSettings log = settings.get().log();
        RequestLog.log(new RequestLog.Searched(request.text(), outcome, nanos, total, request.size(),
                request.facets().size(), request.filters().selections().size()), log);
    }
}
