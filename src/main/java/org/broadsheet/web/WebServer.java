package org.broadsheet.web;

import java.io.IOException;
import java.util.ArrayList;
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

    /**
     * Nothing but our own style and script may act on a page; pictures may come from wherever the articles' are, and nothing else
     * is fetched from anywhere. Whatever an article holds, it cannot run, post or frame.
     */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "connect-src 'self'; img-src 'self' http: https:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    /** Nothing of a reader's device is any page's business. */
    private static final String PERMISSIONS_POLICY = "camera=(), display-capture=(), geolocation=(), microphone=(), "
            + "payment=(), usb=()";

    private final SearchService service;
    private final WebSettings settings;
    private volatile OperationSettings operation;
    private volatile boolean ending;
    private final Metrics metrics = new Metrics();
    private final Clients clients;
    private final Guard guard;
    private final List<String> paths = new ArrayList<>();
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
        this.guard = new Guard(settings, () -> this.operation.limits(), metrics, clients);
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
        return List.copyOf(paths);
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
        new Listening(settings, new SlowClients(settings, metrics),
                new Answered(() -> operation.log(), metrics, clients), guard::refused).configure(config.jetty);
        config.router.javaLangErrorHandler(Problems::handle);
        routes(config);
    }

    private void routes(JavalinConfig config) {
        Assets assets = new Assets();
        Searches searches = new Searches(service, () -> operation, metrics);
        CommitTags tags = new CommitTags(service, metrics, assets);
        Pages pages = new Pages(service, searches, tags, assets);
        Problems problems = new Problems(settings, pages);
        SearchApi api = new SearchApi(service, searches, tags);
        Feeds feeds = new Feeds(searches);
        Exports exports = new Exports(service, guard);
        Discovery discovery = new Discovery(service);
        Operators operators = new Operators(service, searches, metrics, () -> ending);

        config.routes.before(this::headers);
        config.routes.before(new Cors(settings.origins())::before);
        config.routes.before(guard::before);
        config.routes.after(Answered::by);
        search(config, "/", pages::search);
        search(config, "/articles/{id}", pages::article);
        search(config, "/archive", pages::archive);
        search(config, FacetPageView.PATH + "{facet}", pages::facet);
        route(config, "/help", pages::help);
        search(config, "/api/search", api::search);
        search(config, "/api/suggest", api::suggest);
        search(config, "/api/facets/{facet}", api::facet);
        search(config, "/api/articles/{id}", api::article);
        search(config, "/api/articles/{id}/similar", api::similar);
        search(config, AtomFeed.PATH, feeds::atom);
        search(config, JsonFeed.PATH, feeds::json);
        route(config, "/export.csv", guard.exporting(exports::csv));
        route(config, "/export.ndjson", guard.exporting(exports::ndjson));
        route(config, Discovery.DESCRIPTION, discovery::description);
        search(config, Discovery.SUGGESTIONS, discovery::suggest);
        route(config, "/openapi.json", discovery::openApi);
        route(config, "/robots.txt", discovery::robots);
        route(config, "/health/live", operators::live);
        route(config, "/health/ready", operators::ready);
        route(config, "/metrics", operators::metrics);
        route(config, Operators.QUERIES, operators::queries);
        route(config, Assets.PATH + "{name}", assets::serve);
        config.routes.exception(HttpResponseException.class, problems::handle);
        config.routes.exception(Exception.class, problems::handle);
    }

    /** A route whose answer costs a search, or several. */
    private void search(JavalinConfig config, String path, Handler handler) {
        route(config, path, guard.searching(handler));
    }

    /** Javalin would answer every HEAD with 200 and without asking: a HEAD is answered as the GET is. */
    private void route(JavalinConfig config, String path, Handler handler) {
        paths.add(path);
        config.routes.get(path, handler);
        config.routes.head(path, handler);
    }

    private void headers(Context context) {
        context.header("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        context.header("X-Content-Type-Options", "nosniff");
        // What was searched for is in the URL, and no other site's business.
        context.header("Referrer-Policy", "same-origin");
        context.header("X-Frame-Options", "DENY"); // for browsers that do not know the policy's word for it
        context.header("Permissions-Policy", PERMISSIONS_POLICY);
        context.header("Cross-Origin-Opener-Policy", "same-origin");
        // The index may change at any time.
        context.header("Cache-Control", "no-cache");
        context.header("Vary", "Accept-Encoding");
        if (ending) {
            context.header("Connection", "close");
        }
        Origin.scheme(context, clients.scheme(ServletContextRequest.getServletContextRequest(context.req())));
    }
}
