package org.broadsheet.operation;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/**
 * What a server tells of itself, in the text format of Prometheus.
 *
 * <p>The library behind it takes a tenth as long to load as the whole server: it is loaded in the background once the
 * server answers, and what is to be counted before that waits for it.
 */
public final class Metrics {

    /** What {@link #scrape} answers. */
    public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";
    /** The bars of the histogram of searches: from what one takes alone to what none may take. */
    private static final Duration[] SEARCH_BARS = {Duration.ofMillis(2), Duration.ofMillis(5), Duration.ofMillis(10),
            Duration.ofMillis(25), Duration.ofMillis(50), Duration.ofMillis(100), Duration.ofMillis(250),
            Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2)};

    /** How a search ended. */
    public enum Outcome {
        /** It has hits. */
        FOUND,
        /** Nothing matches. */
        EMPTY,
        /** It asked for something that there is not. */
        INVALID,
        /** It ran out of time. */
        TIMEOUT,
        /** The index could not be read, or worse. */
        FAILED;

        String tag() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Until then a server is asked for the first time, and other things are to be loaded. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final CompletableFuture<Meters> made = new CompletableFuture<>();

    /** Has loaded what counts in a moment, beside what else is done. */
    public void prepare() {
        Thread.ofPlatform().daemon().name("metrics").start(() -> {
            try {
                Thread.sleep(PAUSE);
                make();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private synchronized void make() {
        if (!made.isDone()) {
            try {
                made.complete(new Meters());
            } catch (RuntimeException | Error e) {
                made.completeExceptionally(e); // else all that is to be counted would be kept for ever
                throw e;
            }
        }
    }

    /** Counts a search, with how long it took. */
    public void searched(Outcome outcome, long nanos) {
        count(meters -> meters.searches.withTag("outcome", outcome.tag()).record(nanos, TimeUnit.NANOSECONDS));
    }

    /**
     * Counts an answer.
     *
     * @param route with parameters of the path in braces, so that their number is bounded
     */
    public void answered(String route, int status, long nanos) {
        count(meters -> meters.requests.withTags("route", route, "status", status / 100 + "xx")
                .record(nanos, TimeUnit.NANOSECONDS));
    }

    /**
     * Counts a request that was turned away.
     *
     * @param limit which limit it met
     */
    public void refused(String limit) {
        count(meters -> meters.refused.withTag("limit", limit).increment());
    }

    /** Counts a request whose answer its client may have already. */
    public void revalidated(boolean unchanged) {
        count(meters -> meters.revalidated.withTag("result", unchanged ? "hit" : "miss").increment());
    }

    /**
     * Tells a number that is asked for whenever the metrics are.
     *
     * @param unit such as {@code seconds}, or null
     */
    public void gauge(String name, String unit, String description, DoubleSupplier value) {
        count(meters -> Gauge.builder(name, value::getAsDouble)
                .baseUnit(unit)
                .description(description)
                .strongReference(true)
                .register(meters.registry));
    }

    /** All that was counted so far. */
    public String scrape() {
        make();
        return made.join().registry.scrape();
    }

    private void count(Consumer<Meters> what) {
        made.thenAccept(what);
    }

    private static final class Meters {
        private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        private final MeterProvider<Timer> searches = Timer.builder("broadsheet.search")
                .description("Searches by how they ended, without the time that they waited for their turn.")
                .serviceLevelObjectives(SEARCH_BARS)
                .withRegistry(registry);
        private final MeterProvider<Timer> requests = Timer.builder("broadsheet.requests")
                .description("Answers by route and class of status, until their last byte was sent.")
                .withRegistry(registry);
        private final MeterProvider<Counter> refused = Counter.builder("broadsheet.refused")
                .description("Requests turned away, by the limit that they met.")
                .withRegistry(registry);
        private final MeterProvider<Counter> revalidated = Counter.builder("broadsheet.revalidations")
                .description("Requests with If-None-Match: a hit was answered with 304.")
                .withRegistry(registry);

        private Meters() {
            new JvmMemoryMetrics().bindTo(registry);
            new JvmThreadMetrics().bindTo(registry);
            bindGarbageCollections();
            new ProcessorMetrics().bindTo(registry);
            new FileDescriptorMetrics().bindTo(registry);
            new UptimeMetrics().bindTo(registry);
            for (Outcome outcome : Outcome.values()) {
                searches.withTag("outcome", outcome.tag()); // there from the start, so that a rate sees the first one
            }
        }

        /** It listens for as long as the process lives. */
        @SuppressWarnings("resource")
        private void bindGarbageCollections() {
            new JvmGcMetrics(Tags.empty()).bindTo(registry);
        }
    }
}
