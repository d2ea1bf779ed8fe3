package org.broadsheet.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.ServiceUnavailableResponse;
import org.broadsheet.operation.Metrics;
import org.broadsheet.operation.QueryCounts;
import org.broadsheet.search.SearchService;

/** What operators and their machines ask: whether the server is well, and what it has done. */
final class Operators {

    /** Where the most frequent queries are, while they are counted. */
    static final String QUERIES = "/metrics/queries";
    private static final String JSON = "application/json";
    /** As many as are read before a reader looks for reasons. */
    private static final int LISTED = 50;

    private final SearchService service;
    private final Searches searches;
    private final Metrics metrics;
    private final BooleanSupplier ending;

    /** @param ending whether the server has been told to end */
    Operators(SearchService service, Searches searches, Metrics metrics, BooleanSupplier ending) {
        this.service = service;
        this.searches = searches;
        this.metrics = metrics;
        this.ending = ending;
        metrics.gauge("broadsheet.articles", null, "Articles that the index holds.",
                () -> service.state().articles());
        metrics.gauge("broadsheet.rejected.files", null, "Files that the last run of indexing could not use.",
                () -> service.state().rejected());
        metrics.gauge("broadsheet.commit.age", "seconds", "How long ago the index was last changed.",
                () -> Duration.between(service.state().builtAt(), Instant.now()).toSeconds());
        metrics.gauge("broadsheet.ready", null, "1 if searches are answered from the newest state, else 0.",
                () -> ending.getAsBoolean() || service.trouble().isPresent() ? 0 : 1);
    }

    /** {@code /health/live}: whether the process answers at all. */
    void live(Context context) {
        health(context, "live");
    }

    /** {@code /health/ready}: whether searches can be answered, from the newest state, and will be in a moment. */
    void ready(Context context) {
        if (ending.getAsBoolean()) {
            throw new ServiceUnavailableResponse("The server is about to end.");
        }
        service.state();
        service.trouble().ifPresent(trouble -> {
            throw new ServiceUnavailableResponse(trouble); // searches are answered, but from an old state
        });
        health(context, "ready");
    }

    /** {@code /metrics}. */
    void metrics(Context context) {
        context.contentType(Metrics.CONTENT_TYPE).result(metrics.scrape());
    }

    /** {@value #QUERIES}: what is asked most often, if that is to be shown. */
    void queries(Context context) {
        QueryCounts counts = searches.queries();
        if (counts == null) {
            throw new NotFoundResponse("Queries are not counted here.");
        }
        context.contentType(JSON).result(JsonWriter.bytes(json -> {
            json.instant("since", counts.since());
            queries(json, "popular", counts.popular(LISTED));
            queries(json, "inVain", counts.inVain(LISTED));
        }));
    }

    private static void queries(JsonWriter json, String name, List<QueryCounts.Count> queries)
            throws java.io.IOException {
        json.objects(name, queries, query -> {
            json.text("text", query.text());
            json.number("count", query.count());
        });
    }

    private static void health(Context context, String status) {
        context.contentType(JSON).result(JsonWriter.bytes(json -> json.text("status", status)));
    }
}
