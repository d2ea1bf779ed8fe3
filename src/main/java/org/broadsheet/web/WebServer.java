package org.broadsheet.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import io.javalin.http.ServiceUnavailableResponse;
import io.javalin.util.JavalinException;
import io.javalin.util.JavalinLogger;
import org.broadsheet.search.SearchService;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

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
    /** A redirected form repeats its URL in a header, with every character encoded at worst. */
    private static final int RESPONSE_HEADER_FACTOR = 3;
    private static final int MIN_THREADS = 8;
    private static final int THREAD_IDLE_MILLIS = 60_000;

    private final SearchService service;
    private final WebSettings settings;
    private final List<String> paths = new ArrayList<>();
    private final Javalin javalin;

    public WebServer(SearchService service, WebSettings settings) {
        this.service = service;
        this.settings = settings;
        this.javalin = Javalin.create(this::configure);
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
            javalin.start(settings.host(), settings.port());
            return this;
        } catch (JavalinException e) {
            Throwable cause = e;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            throw new IOException("cannot listen on " + settings.host() + ":" + settings.port() + ": "
                    + (cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage()), e);
        } finally {
            JavalinLogger.enabled = true;
        }
    }

    /** The port it listens on, also where the settings left the choice to the system. */
    public int port() {
        return javalin.port();
    }

    /** All that it answers, parameters of paths in braces. */
    List<String> paths() {
        return List.copyOf(paths);
    }

    /** Ends it: requests under way may be cut off. Does nothing if it is not running. */
    @Override
    public void close() {
        javalin.stop();
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.jetty.threadPool = new QueuedThreadPool(settings.threads(), MIN_THREADS, THREAD_IDLE_MILLIS);
        config.jetty.modifyHttpConfiguration(this::configure);
        config.jetty.modifyServer(server -> server.setErrorHandler(new PlainErrorHandler()));
        config.router.javaLangErrorHandler(Problems::handle);
        routes(config);
    }

    private void configure(HttpConfiguration http) {
        http.setRequestHeaderSize(settings.headerBytes());
        http.setResponseHeaderSize(settings.headerBytes() * RESPONSE_HEADER_FACTOR);
        http.setIdleTimeout(settings.idle().toMillis());
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
    }

    private void routes(JavalinConfig config) {
        Assets assets = new Assets();
        Pages pages = new Pages(service, assets);
        Problems problems = new Problems(settings, pages);
        SearchApi api = new SearchApi(service);

        config.routes.before(WebServer::headers);
        route(config, "/", pages::search);
        route(config, "/articles/{id}", pages::article);
        route(config, "/archive", pages::archive);
        route(config, FacetPageView.PATH + "{facet}", pages::facet);
        route(config, "/help", pages::help);
        route(config, "/api/search", api::search);
        route(config, "/api/suggest", api::suggest);
        route(config, "/api/facets/{facet}", api::facet);
        route(config, "/api/articles/{id}", api::article);
        route(config, "/api/articles/{id}/similar", api::similar);
        Feeds feeds = new Feeds(service);
        route(config, AtomFeed.PATH, feeds::atom);
        route(config, JsonFeed.PATH, feeds::json);
        Exports exports = new Exports(service);
        route(config, "/export.csv", exports::csv);
        route(config, "/export.ndjson", exports::ndjson);
        Discovery discovery = new Discovery(service);
        route(config, Discovery.DESCRIPTION, discovery::description);
        route(config, Discovery.SUGGESTIONS, discovery::suggest);
        route(config, "/openapi.json", discovery::openApi);
        route(config, "/robots.txt", discovery::robots);
        route(config, "/health/live", context -> health(context, "live"));
        route(config, "/health/ready", this::ready);
        route(config, Assets.PATH + "{name}", assets::serve);
        config.routes.exception(HttpResponseException.class, problems::handle);
        config.routes.exception(Exception.class, problems::handle);
    }

    /** Javalin would answer every HEAD with 200 and without asking: a HEAD is answered as the GET is. */
    private void route(JavalinConfig config, String path, Handler handler) {
        paths.add(path);
        config.routes.get(path, handler);
        config.routes.head(path, handler);
    }

    private static void headers(Context context) {
        context.header("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        context.header("X-Content-Type-Options", "nosniff");
        // What was searched for is in the URL, and no other site's business.
        context.header("Referrer-Policy", "same-origin");
        // The index may change at any time.
        context.header("Cache-Control", "no-cache");
        context.header("Vary", "Accept-Encoding");
    }

    /** Whether searches can be answered. */
    private void ready(Context context) {
        service.state();
        service.trouble().ifPresent(trouble -> {
            throw new ServiceUnavailableResponse(trouble); // searches are answered, but from an old state
        });
        health(context, "ready");
    }

    private static void health(Context context, String status) {
        context.contentType("application/json").result(JsonWriter.bytes(json -> json.text("status", status)));
    }
}
