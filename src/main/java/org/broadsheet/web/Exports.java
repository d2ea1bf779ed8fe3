package org.broadsheet.web;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import org.broadsheet.article.Article;
import org.broadsheet.search.SearchRequest;
import org.broadsheet.search.SearchService;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All matches of a search, streamed: what it costs in memory does not grow with their number. Pages, facets and
 * explanations do not apply, and nothing is relaxed: a file has no place to say so.
 */
final class Exports {

    private static final Logger LOG = LoggerFactory.getLogger(Exports.class);
    /** As much as is written at once, in bytes; until then an error can still be told by its status. */
    private static final int BUFFER = 64 * 1024;

    private final SearchService service;
    private final Guard guard;

    Exports(SearchService service, Guard guard) {
        this.service = service;
        this.guard = guard;
    }

    /** {@code /export.csv}. */
    void csv(Context context) {
        stream(context, "text/csv;charset=utf-8", "csv", ArticleCsv.header(),
                article -> JsonWriter.wellFormed(ArticleCsv.line(article)).getBytes(StandardCharsets.UTF_8));
    }

    /** {@code /export.ndjson}. */
    void ndjson(Context context) {
        stream(context, "application/x-ndjson", "ndjson", "", article -> line(ApiJson.line(article)));
    }

    private void stream(Context context, String type, String ending, String header,
            Function<Article, byte[]> format) {
        SearchRequest request = RequestParameters.strict(SearchApi.parameters(context));
        service.state(); // an index that cannot be read is told of before anything is written
        context.contentType(type)
                .header("Content-Disposition", "attachment; filename=\"broadsheet." + ending + "\"");
        if (context.method() == HandlerType.HEAD) {
            return;
        }
        try {
            OutputStream out = new BufferedOutputStream(context.outputStream(), BUFFER);
            out.write(header.getBytes(StandardCharsets.UTF_8));
            service.export(request, article -> {
                guard.pace();
                write(out, format.apply(article));
            });
            out.flush();
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("The client of an export went away", e);
        } catch (RuntimeException e) {
            if (!context.res().isCommitted()) {
                context.removeHeader("Content-Disposition");
                throw e;
            }
            // Half a file must not pass as a whole one: without its proper end the client knows that it is cut off.
            LOG.error("An export was cut off", e);
            ServletContextRequest.getServletContextRequest(context.req())
                    .getConnectionMetaData()
                    .getConnection()
                    .getEndPoint()
                    .close(e);
        }
    }

    private static void write(OutputStream out, byte[] bytes) {
        try {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] line(byte[] json) {
        byte[] line = java.util.Arrays.copyOf(json, json.length + 1);
        line[json.length] = '\n';
        return line;
    }
}
