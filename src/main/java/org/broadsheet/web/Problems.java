package org.broadsheet.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.router.EndpointNotFound;
import jakarta.servlet.http.HttpServletResponse;
import org.broadsheet.search.EngineException;
import org.broadsheet.search.InvalidRequestException;
import org.broadsheet.search.SearchTimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What went wrong, as a status: the one place that decides. What programs ask for is answered with an RFC 9457 problem,
 * everything else with a page. Nothing of a failure's inside is shown; it is in the log.
 */
final class Problems {

    static final String CONTENT_TYPE = "application/problem+json";
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    /** What the server answers; other methods have nothing to do here. */
    static final String ALLOWED = "GET, HEAD";
    private static final List<String> FOR_PROGRAMS = List.of("/api/", "/health/", "/metrics", "/feed.", "/export.",
            "/opensearch");

    /**
     * A failure as its client sees it.
     *
     * @param detail a sentence for a reader
     * @param errors the parameters that are wrong; empty if none is
     */
    record Problem(HttpStatus status, String detail, List<InvalidRequestException.Problem> errors) {

        Problem(HttpStatus status, String detail) {
            this(status, detail, List.of());
        }

        static Problem of(Exception exception) {
            return switch (exception) {
                case InvalidRequestException e ->
                    new Problem(HttpStatus.BAD_REQUEST, e.getMessage() + ".", e.problems());
                case SearchTimeoutException e ->
                    new Problem(HttpStatus.SERVICE_UNAVAILABLE, "The search took too long and was stopped. "
                            + "Ask for less, or try again in a moment.");
                case EngineException e ->
                    new Problem(HttpStatus.SERVICE_UNAVAILABLE, "The archive cannot be read just now.");
                case HttpResponseException e -> of(e);
                default -> new Problem(HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong on the server.");
            };
        }

        private static Problem of(HttpResponseException exception) {
            HttpStatus status = HttpStatus.forStatus(exception.getStatus());
            return switch (exception) {
                case MethodNotAllowedResponse e -> new Problem(status, "Everything here is read with GET.");
                case EndpointNotFound e -> new Problem(status, "There is nothing at this address.");
                default -> new Problem(status, exception.getMessage());
            };
        }

        byte[] json() {
            return JsonWriter.bytes(json -> {
                json.text("type", "about:blank");
                json.text("title", status.getMessage());
                json.number("status", status.getCode());
                json.text("detail", detail);
                json.objects("errors", errors, error -> {
                    json.text("parameter", error.parameter());
                    json.text("detail", error.detail());
                });
            });
        }
    }

    private final WebSettings settings;
    private final Pages pages;

    Problems(WebSettings settings, Pages pages) {
        this.settings = settings;
        this.pages = pages;
    }

    /** Answers a request that ended in an exception. */
    void handle(Exception exception, Context context) {
        Problem problem = Problem.of(exception);
        log(exception, problem, context);
        context.status(problem.status());
        if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE) {
            context.header("Retry-After", Long.toString(settings.retryAfter().toSeconds()));
        }
        if (problem.status() == HttpStatus.METHOD_NOT_ALLOWED) {
            context.header("Allow", ALLOWED);
        }
        boolean forPrograms = isForPrograms(context.path());
        context.contentType(contentType(forPrograms)).result(body(problem, forPrograms));
    }

    /** A problem as JSON, or as a page. */
    byte[] body(Problem problem, boolean forPrograms) {
        return forPrograms ? problem.json() : pages.error(problem);
    }

    static String contentType(boolean forPrograms) {
        return forPrograms ? CONTENT_TYPE : Pages.HTML;
    }

    /** Answers a request that ended in an error of the virtual machine: with as little effort as possible. */
    static void handle(HttpServletResponse response, Error error) {
        LOG.error("A request ended in an error", error);
        try {
            response.setStatus(HttpStatus.INTERNAL_SERVER_ERROR.getCode());
            response.setContentType("text/plain");
            response.getOutputStream().write("500 Server Error".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException | IllegalStateException e) {
            LOG.debug("The client was not told", e);
        }
    }

    /** Whether the answers at a path are read by programs. */
    static boolean isForPrograms(String path) {
        return FOR_PROGRAMS.stream().anyMatch(path::startsWith);
    }

    /** Queries stay out of the log: what people look for is their own affair. */
    private static void log(Exception exception, Problem problem, Context context) {
        switch (exception) {
            case SearchTimeoutException e -> LOG.warn("{} {} took too long", context.method(), context.path());
            case EngineException e ->
                LOG.error("{} {}: {}", context.method(), context.path(), e.getMessage(), e.getCause());
            default -> {
                if (problem.status() == HttpStatus.INTERNAL_SERVER_ERROR) {
                    LOG.error("{} {} failed", context.method(), context.path(), exception);
                }
            }
        }
    }
}
