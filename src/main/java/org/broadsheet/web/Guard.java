package org.broadsheet.web;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import org.broadsheet.operation.Admission;
import org.broadsheet.operation.ClientRates;
import org.broadsheet.operation.Limits;
import org.broadsheet.operation.Metrics;
import org.broadsheet.operation.Pace;
import org.broadsheet.search.InvalidRequestException;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/** Lets requests in as far as the limits go, and turns the others away before they cost anything. */
final class Guard {

    /** What operators and their machines ask must be answered most of all when there is too much to do. */
    private static final List<String> FREE = List.of("/health/", "/metrics");

    private final WebSettings settings;
    private final Supplier<Limits> limits;
    private final Metrics metrics;
    private final Clients clients;
    private final Admission searches = new Admission();
    private final Admission exports = new Admission();
    private final ClientRates rates = new ClientRates();
    private final Pace pace;

    /** @param limits as they are now */
    Guard(WebSettings settings, Supplier<Limits> limits, Metrics metrics, Clients clients) {
        this.settings = settings;
        this.limits = limits;
        this.metrics = metrics;
        this.clients = clients;
        pace = new Pace(() -> limits.get().exportRate());
        metrics.gauge("broadsheet.searching", null, "Searches and pages that are being answered.", searches::running);
        metrics.gauge("broadsheet.queue", null, "Searches and pages that wait for their turn.", searches::waiting);
        metrics.gauge("broadsheet.exporting", null, "Exports that are being written.", exports::running);
    }

    /** Comes before everything: what can be said without knowing what is asked. */
    void before(Context context) {
        if (FREE.stream().anyMatch(context.path()::startsWith)) {
            return;
        }
        Limits now = limits.get();
        if (now.clientRate() > 0) {
            long seconds = rates.secondsToWait(
                    clients.address(ServletContextRequest.getServletContextRequest(context.req())), now.clientRate());
            if (seconds > 0) {
                metrics.refused("client");
                throw Refusal.tooOften(Duration.ofSeconds(seconds));
            }
        }
        if (QueryString.pairs(context.queryString()).size() > now.parameters()) {
            metrics.refused("parameters");
            throw new InvalidRequestException("parameters",
                    "there are more than " + now.parameters() + " in this address");
        }
    }

    /** Something that asks the engine, let in when it is its turn. */
    Handler searching(Handler handler) {
        return context -> {
            Limits now = limits.get();
            if (!searches.enter(now.searches(), now.queue(), now.patience())) {
                metrics.refused("searches");
                throw Refusal.busy("There is too much to do just now. Try again in a moment.", settings.retryAfter());
            }
            try {
                handler.handle(context);
            } finally {
                searches.leave();
            }
        };
    }

    /** An export, let in if there are not too many. */
    Handler exporting(Handler handler) {
        return context -> {
            if (!exports.enter(limits.get().exports(), 0, Duration.ZERO)) {
                metrics.refused("exports");
                throw Refusal.busy("Others are being sent exports just now. Try again in a moment.",
                        settings.retryAfter());
            }
            try {
                handler.handle(context);
            } finally {
                exports.leave();
            }
        };
    }

    /** Called before each article of an export. */
    void pace() {
        pace.step();
    }

    /** Counts what was too broken to become a request. */
    void refused(int status) {
        metrics.refused(switch (HttpStatus.forStatus(status)) {
            case URI_TOO_LONG, REQUEST_HEADER_FIELDS_TOO_LARGE -> "length";
            default -> "malformed";
        });
    }
}
