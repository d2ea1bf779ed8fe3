package org.broadsheet.operation;

import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Writes down requests and slow searches: the loggers {@value #ACCESS} and {@value #SLOW}, one event each, its facts as
 * pairs of key and value, so that a log of lines and one of JSON hold the same.
 */
public final class RequestLog {

    /** The logger of requests. */
    public static final String ACCESS = "access";
    /** The logger of slow searches. */
    public static final String SLOW = "slow";

    private static final Logger ACCESS_LOG = LoggerFactory.getLogger(ACCESS);
    private static final Logger SLOW_LOG = LoggerFactory.getLogger(SLOW);

    private RequestLog() {}

    /**
     * A request that was answered.
     *
     * @param route with parameters of the path in braces
     * @param address path and parameters as they came, still encoded, so that they cannot break a line
     * @param client where it came from
     * @param bytes of the body as it was sent
     */
    public record Answered(String method, String route, String address, String client, int status, long nanos,
            long bytes) {}

    /**
     * A search.
     *
     * @param text what was asked
     * @param total how many articles matched, or -1 where that is not known
     * @param filters how many fields it was narrowed by
     */
    public record Searched(String text, Metrics.Outcome outcome, long nanos, long total, int size, int facets,
            int filters) {}

    /** Logs a request, if that is asked for. */
    public static void log(Answered request, LogSettings settings) {
        if (settings.access()) {
            LoggingEventBuilder event = ACCESS_LOG.atInfo()
                    .addKeyValue("method", request.method())
                    .addKeyValue("route", request.route())
                    .addKeyValue("status", request.status())
                    .addKeyValue("ms", millis(request.nanos()))
                    .addKeyValue("bytes", request.bytes());
            if (settings.clients()) {
                event = event.addKeyValue("client", request.client());
            }
            if (settings.queries()) {
                event = event.addKeyValue("address", request.address());
            }
            event.log("request");
        }
    }

    /** Logs a search, if it was slow. */
    public static void log(Searched search, LogSettings settings) {
        if (settings.slow().isPositive() && search.nanos() >= settings.slow().toNanos()) {
            LoggingEventBuilder event = SLOW_LOG.atWarn()
                    .addKeyValue("ms", millis(search.nanos()))
                    .addKeyValue("outcome", search.outcome().tag())
                    .addKeyValue("total", search.total())
                    .addKeyValue("characters", search.text().length())
                    .addKeyValue("size", search.size())
                    .addKeyValue("facets", search.facets())
                    .addKeyValue("filters", search.filters());
            if (settings.queries()) {
                event = event.addKeyValue("query", search.text().replaceAll("\\p{C}", "\uFFFD"));
            }
            event.log("slow search");
        }
    }

    private static long millis(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos);
    }
}
