package org.broadsheet.web;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import io.javalin.http.Context;
import org.broadsheet.operation.Admission;
import org.broadsheet.operation.ClientRates;
import org.broadsheet.operation.Limits;
import org.broadsheet.operation.Metrics;
import org.broadsheet.web.Routes.Cost;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Lets requests in as far as the limits go, and turns the others away before they cost anything.
 *
 * <p>It is asked by the thread that has read the request, which is most often the one that reads all connections. That very
 * thread tells whoever is turned away, and waits for nothing, however many searches keep the processors busy; who waits for
 * its turn occupies no thread. What is let in is left to the {@link Workers}.
 */
final class Doorkeeper extends Handler.Wrapper {

    private static final String TURN = Doorkeeper.class.getName() + ".turn";

    private final Workers workers;
    private final Supplier<Limits> limits;
    private final Clients clients;
    private final Cors cors;
    private final Routes routes;
    private final Refusals refusals;
    private final BooleanSupplier ending;
    private final Admission searches = new Admission(this::after);
    private final Admission exports = new Admission(this::after);
    private final ClientRates rates = new ClientRates();

    /**
     * @param workers answer what is let in
     * @param limits as they are now
     * @param ending whether the server has been told to end
     */
    Doorkeeper(Workers workers, Supplier<Limits> limits, Metrics metrics, Clients clients, Cors cors, Routes routes,
            Refusals refusals, BooleanSupplier ending) {
        this.workers = workers;
        this.limits = limits;
        this.clients = clients;
        this.cors = cors;
        this.routes = routes;
        this.refusals = refusals;
        this.ending = ending;
        metrics.gauge("broadsheet.searching", null, "Searches and pages that are being answered.", searches::running);
        metrics.gauge("broadsheet.queue", null, "Searches and pages that wait for their turn.", searches::waiting);
        metrics.gauge("broadsheet.exporting", null, "Exports that are being written.", exports::running);
    }

    /** Nothing here waits, and what follows does so in another thread. */
    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String path = Objects.requireNonNullElse(request.getHttpURI().getPath(), ""); // as routes are looked for below
        Routes.Route route = routes.of(path);
        Answered.by(route, request);
        HttpFields.Mutable headers = response.getHeaders();
        headers.add(AnswerHeaders.ALWAYS);
        cors.headers(path, request.getHeaders().get(HttpHeader.ORIGIN)).forEach(headers::put);
        if (ending.getAsBoolean()) {
            headers.put(HttpHeader.CONNECTION, "close");
        }
        Limits now = limits.get();
        long seconds = secondsToWait(request, route.cost(), now.clientRate());
        if (seconds > 0) {
            refusals.client(seconds, request, response, callback);
            return true;
        }
        switch (reads(request) ? route.cost() : Cost.LITTLE) {
            case NOTHING, LITTLE -> letIn(request, response, callback, null);
            case SEARCH -> searches.ask(now.searches(), now.queue(), now.patience(),
                    turn -> letIn(request, response, callback, turn),
                    () -> refusals.searches(request, response, callback));
            case EXPORT -> exports.ask(now.exports(), 0, Duration.ZERO,
                    turn -> letIn(request, response, callback, turn),
                    () -> refusals.exports(request, response, callback));
        }
        return true;
    }

    /** What operators ask is not counted; nor is what a browser asks before it asks. */
    private long secondsToWait(Request request, Cost cost, int perMinute) {
        return perMinute == 0 || cost == Cost.NOTHING || HttpMethod.OPTIONS.is(request.getMethod())
                ? 0
                : rates.secondsToWait(clients.address(request), perMinute);
    }

    private static boolean reads(Request request) {
        return HttpMethod.GET.is(request.getMethod()) || HttpMethod.HEAD.is(request.getMethod());
    }

    private void letIn(Request request, Response response, Callback callback, Admission.Turn turn) {
        request.setAttribute(TURN, turn);
        try {
            workers.answer(() -> answer(request, response, callback, turn));
        } catch (RejectedExecutionException e) { // the server has ended
            callback.failed(e);
            if (turn != null) {
                turn.close();
            }
        }
    }

    private void answer(Request request, Response response, Callback callback, Admission.Turn turn) {
        try (turn) {
            if (!super.handle(request, response, callback)) {
                Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
            }
        } catch (Exception | Error e) {
            Response.writeError(request, response, callback, e);
        }
    }

    /** Ends the turn of a request, if it has one: its answer is made, and whoever reads it may do so slowly. */
    static void worked(Context context) {
        if (context.attribute(TURN) instanceof Admission.Turn turn) {
            turn.close();
        }
    }

    private Runnable after(Duration time, Runnable what) {
        Scheduler.Task task = getServer().getScheduler().schedule(what, time);
        return task::cancel;
    }
}
