package org.broadsheet.web;

import java.util.function.Supplier;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import org.broadsheet.operation.Limits;
import org.broadsheet.operation.Metrics;
import org.broadsheet.operation.Pace;
import org.broadsheet.search.InvalidRequestException;

/** Keeps what was let in to the limits. */
final class Guard {

    private final Supplier<Limits> limits;
    private final Metrics metrics;
    private final Pace pace;

    /** @param limits as they are now */
    Guard(Supplier<Limits> limits, Metrics metrics) {
        this.limits = limits;
        this.metrics = metrics;
        pace = new Pace(() -> limits.get().exportRate());
    }

    /** Comes before everything: what can be said without knowing what is asked. */
    void before(Context context) {
        int most = limits.get().parameters();
        if (QueryString.pairs(context.queryString()).size() > most) {
            metrics.refused("parameters");
            throw new InvalidRequestException("parameters", "there are more than " + most + " in this address");
        }
    }

    /** Something that has its turn, which it gives back as soon as its answer is made. */
    static Handler working(Handler handler) {
        return context -> {
            try {
                handler.handle(context);
            } finally {
                Doorkeeper.worked(context);
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
