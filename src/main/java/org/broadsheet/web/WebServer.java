package org.broadsheet.web;

import java.io.IOException;
import java.util.List;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinException;
import io.javalin.util.JavalinLogger;
import org.broadsheet.operation.Metrics;
import org.broadsheet.operation.OperationSettings;
import org.broadsheet.search.SearchService;
import org.broadsheet.web.Routes.Cost;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/**
 * Broadsheet over HTTP: pages for readers, JSON for programs. Read only: {@code GET} and {@code HEAD}.
 *
 * <pre>{@code
 * try (WebServer server = new WebServer(service, WebSettings.DEFAULT.withPort(0)).start()) {
 *     System.out.println("http://localhost:" + server.port());
 * }
 * }</pre>
 */
public final class WebServer implements AutoCloseable {

    /** How much of an answer is handed to the connection's own buffer at once. */
    private static final int COPIED_BYTES = 8 << 10;

    private final SearchService service;
    private final WebSettings settings;
    private volatile OperationSettings operation;
    private volatile boolean ending;
    private final Metrics metrics = new Metrics();
    private final Clients clients;
    private final Guard guard;
    private final Routes routes = new Routes();
    private final Javalin javalin;

    /** A server with the usual limits that logs only what goes wrong. */
    public WebServer(SearchService service, WebSettings settings) {
        this(service, settings, OperationSettings.DEFAULT);
    }

    public WebServer(SearchService service, WebSettings settings, OperationSettings operation) {
        this.service = service;
        this.settings = settings;
        this.operation = operation;
        this.clients = new Clients(settings.proxies());
        this.guard = new Guard(() -> this.operation.limits(), metrics);
        this.javalin = Javalin.create(this::configure);
    }

    /** Operates in another way from now on. */
    public void use(OperationSettings others) {
        operation = others;
    }

    /**
     * Loads what a server is made of, which takes about as long as an index takes to open: done beside that, it is done
     * when the server is made. Costs nothing but time, and may be left out.
     */
    public static void preload() {
        Javalin.create(config -> config.startup.showJavalinBanner = false);
    }

    /**
     * Begins to answer.
     *
     * @throws IOException if it cannot listen there; the message is one line that says why
     */
    public WebServer start() throws IOException {
        JavalinLogger.enabled = false; // it would log a failure to start, which its caller is told of below
        try {
            javalin.start();
            metrics.prepare();
            return this;
        } catch (JavalinException e) {
            throw Listening.failed(settings, e);
        } finally {
            JavalinLogger.enabled = true;
        }
    }

    /**
     * Makes sure that a server could listen there now, before anything that takes long.
     *
     * @throws IOException if it could not; the message is one line that says why
     */
    public static void requireFree(WebSettings settings) throws IOException {
        Listening.requireFree(settings);
    }

    /** The port it listens on, also where the settings left the choice to the system. */
    public int port() {
        return javalin.port();
    }

    /** All that it answers, parameters of paths in braces. */
    List<String> paths() {
        return routes.paths();
    }

    /**
     * Ends it. First it says for a moment that it is not ready, so that nobody sends it any more requests; then it takes
     * none, and waits for those under way. Does nothing if it is not running.
     */
    @Override
    public void close() {
        if (ending) {
            return;
        }
        ending = true;
        if (javalin.jettyServer().started()) {
            try {
                Thread.sleep(settings.notice());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // then it ends at once
            }
        }
        javalin.stop();
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.http.responseBufferSize = COPIED_BYTES;
        config.router.javaLangErrorHandler(Problems::handle);
        Assets assets = new Assets();
        Searches searches = new Searches(service, () -> operation, metrics);
        CommitTags tags = new CommitTags(service, metrics, assets);
        Pages pages = new Pages(service, searches, tags, assets);
        Problems problems = new Problems(settings, pages);
        Cors cors = new Cors(settings.origins());
        Refusals refusals = new Refusals(problems, metrics, settings.retryAfter());
        config.events.serverStarted(() -> Thread.ofPlatform().daemon().name("refusals").start(refusals::prepare));
        Workers workers = new Workers(settings.threads());
        Doorkeeper doorkeeper = new Doorkeeper(workers, () -> operation.limits(), metrics, clients, cors, routes,
                refusals, () -> ending);
        new Listening(settings, workers, doorkeeper, new SlowClients(settings, metrics),
                new Answered(() -> operation.log(), metrics, clients), guard::refused).configure(config.jetty);
        config.routes.before(this::origin);
        config.routes.before(cors::before);
        config.routes.before(guard::before);
        routes(config, searches, tags, pages, assets);
        config.routes.exception(HttpResponseException.class, problems::handle);
        config.routes.exception(Exception.class, problems::handle);
    }

    private void routes(JavalinConfig config, Searches searches, CommitTags tags, Pages pages, Assets assets) {
        SearchApi api = new SearchApi(service, searches, tags);
        Feeds feeds = new Feeds(searches);
        Exports exports = new Exports(service, guard);
        Discovery discovery = new Discovery(service);
        Operators operators = new Operators(service, searches, metrics, () -> ending);

        search(config, "/", pages::search);
        search(config, "/articles/{id}", pages::article);
        search(config, "/archive", pages::archive);
        search(config, FacetPageView.PATH + "{facet}", pages::facet);
        route(config, "/help", Cost.LITTLE, pages::help);
        search(config, "/api/search", api::search);
        search(config, "/api/suggest", api::suggest);
        search(config, "/api/facets/{facet}", api::facet);
        search(config, "/api/articles/{id}", api::article);
        search(config, "/api/articles/{id}/similar", api::similar);
        search(config, AtomFeed.PATH, feeds::atom);
        search(config, JsonFeed.PATH, feeds::json);
        route(config, "/export.csv", Cost.EXPORT, exports::csv);
        route(config, "/export.ndjson", Cost.EXPORT, exports::ndjson);
        route(config, Discovery.DESCRIPTION, Cost.LITTLE, discovery::description);
        search(config, Discovery.SUGGESTIONS, discovery::suggest);
        route(config, "/openapi.json", Cost.LITTLE, discovery::openApi);
        route(config, "/robots.txt", Cost.LITTLE, discovery::robots);
        route(config, "/health/live", Cost.NOTHING, operators::live);
        route(config, "/health/ready", Cost.NOTHING, operators::ready);
        route(config, "/metrics", Cost.NOTHING, operators::metrics);
        route(config, Operators.QUERIES, Cost.NOTHING, operators::queries);
        route(config, Assets.PATH + "{name}", Cost.LITTLE, assets::serve);
    }

    /** A route whose answer costs a search, or several. */
    private void search(JavalinConfig config, String path, Handler handler) {
        route(config, path, Cost.SEARCH, Guard.working(handler));
    }

    /** Javalin would answer every HEAD with 200 and without asking: a HEAD is answered as the GET is. */
    private void route(JavalinConfig config, String path, Cost cost, Handler handler) {
        routes.add(path, cost);
        config.routes.get(path, handler);
        config.routes.head(path, handler);
    }

    private void origin(Context context) {
        Origin.scheme(context, clients.scheme(ServletContextRequest.getServletContextRequest(context.req())));
    }
}
