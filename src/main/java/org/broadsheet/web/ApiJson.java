package org.broadsheet.web;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.broadsheet.article.Article;
import org.broadsheet.article.Image;
import org.broadsheet.article.Provider;
import org.broadsheet.article.Related;
import org.broadsheet.search.Completion;
import org.broadsheet.search.Facet;
import org.broadsheet.search.Hit;
import org.broadsheet.search.SearchResult;
import org.broadsheet.search.Snippet;

/** The answers of the API as JSON, in UTF-8. */
public final class ApiJson {

    private final JsonWriter json;

    private ApiJson(JsonWriter json) {
        this.json = json;
    }

    /** Writes the answer to a search and leaves the stream open. */
    public static void write(SearchResult result, OutputStream out) throws IOException {
        JsonWriter.write(out, json -> new ApiJson(json).result(result));
    }

    /** The answer to a search. */
    static byte[] of(SearchResult result) {
        return JsonWriter.bytes(json -> new ApiJson(json).result(result));
    }

    /**
     * One article whole.
     *
     * @param idsByWebUrl which articles of the archive have which address, for its related ones
     * @param duplicates the other articles of its own address
     */
    static byte[] of(Article article, Map<String, List<String>> idsByWebUrl, List<Article> duplicates) {
        return JsonWriter.bytes(json -> new ApiJson(json).whole(article, idsByWebUrl, duplicates));
    }

    /** One article whole, on one line; its related ones without {@code id}, which would cost a search for each. */
    static byte[] line(Article article) {
        return JsonWriter.bytes(json -> {
            ApiJson api = new ApiJson(json);
            api.article(article);
            json.text("body", article.body());
            json.objects("related", article.related(), api::related);
        });
    }

    /** {@code {"hits": […]}}. */
    static byte[] ofHits(Collection<Hit> hits) {
        return JsonWriter.bytes(json -> json.objects("hits", hits, new ApiJson(json)::hit));
    }

    /** {@code {"values": […]}}. */
    static byte[] ofValues(Collection<Facet.ValueCount> values) {
        return JsonWriter.bytes(json -> json.objects("values", values, new ApiJson(json)::value));
    }

    /** {@code {"suggestions": […]}}. */
    static byte[] ofCompletions(Collection<Completion> completions) {
        return JsonWriter.bytes(json -> json.objects("suggestions", completions, completion -> {
            json.text("text", completion.text());
            json.text("kind", completion.kind().name().toLowerCase(Locale.ROOT));
        }));
    }

    private void result(SearchResult result) throws IOException {
        json.object("query", () -> {
            json.text("text", result.request().text());
            json.text("interpreted", result.interpreted().toString());
            json.texts("notices", result.notices());
            json.text("suggestion", result.suggestion());
            if (!result.advice().isEmpty()) {
                json.objects("advice", result.advice(), advice -> {
                    json.text("text", advice.message());
                    json.number("total", advice.total());
                    json.text("parameters", SearchUrl.of(advice.request()).query().replaceFirst("\\?", ""));
                });
            }
        });
        json.object("total", () -> {
            json.number("value", result.total());
            json.text("relation", "exact");
        });
        json.number("page", result.request().page());
        json.number("size", result.request().size());
        json.text("next", result.next());
        json.number("tookMs", Math.round(result.tookMillis() * 100) / 100.0);
        json.object("index", () -> {
            json.number("commit", result.index().number());
            json.instant("builtAt", result.index().builtAt());
        });
        json.objects("hits", result.hits(), this::hit);
        json.object("facets", () -> {
            for (var facet : result.facets().entrySet()) {
                json.object(facet.getKey().parameter(), () -> facet(facet.getValue()));
            }
        });
    }

    private void hit(Hit hit) throws IOException {
        article(hit.article());
        json.number("score", hit.score());
        json.object("snippets", () -> {
            snippet("title", hit.title());
            snippet("excerpt", hit.excerpt());
            snippet("body", hit.body());
        });
        json.texts("why", hit.why());
    }

    private void snippet(String name, Snippet snippet) throws IOException {
        json.objects(name, snippet.fragments(), fragment -> {
            json.text("text", fragment.text());
            json.flag("match", fragment.match());
        });
    }

    private void article(Article article) throws IOException {
        json.text("id", article.id());
        json.text("path", article.path());
        json.text("title", article.title());
        json.text("excerpt", article.excerpt());
        json.text("webUrl", article.webUrl());
        provider(article.provider());
        json.texts("topics", article.topics());
        json.text("type", article.type());
        json.text("category", article.category());
        json.instant("publishedDateTime", article.publishedDateTime());
        json.number("quality", article.quality());
        json.number("heat", article.heat());
        json.flag("published", article.published());
        Image image = article.image();
        json.object("image", image, () -> {
            json.text("url", image.url());
            json.number("width", image.width());
            json.number("height", image.height());
        });
    }

    private void whole(Article article, Map<String, List<String>> idsByWebUrl, List<Article> duplicates)
            throws IOException {
        article(article);
        json.text("body", article.body());
        json.objects("duplicates", duplicates, duplicate -> {
            json.text("id", duplicate.id());
            json.text("title", duplicate.title());
            json.text("path", duplicate.path());
        });
        json.objects("related", article.related(), related -> {
            related(related);
            json.text("id", idsByWebUrl.getOrDefault(related.webUrl(), List.of()).stream().findFirst().orElse(null));
        });
    }

    private void related(Related related) throws IOException {
        json.text("title", related.title());
        json.text("webUrl", related.webUrl());
        provider(related.provider());
        json.instant("publishedDateTime", related.publishedDateTime());
    }

    private void provider(Provider provider) throws IOException {
        json.object("provider", provider, () -> {
            json.text("name", provider.name());
            json.text("domain", provider.domain());
        });
    }

    private void facet(Facet facet) throws IOException {
        switch (facet) {
            case Facet.Values values -> {
                json.objects("values", values.values(), this::value);
                json.number("other", values.other());
            }
            case Facet.Dates dates -> {
                json.text("interval", dates.interval().name().toLowerCase(Locale.ROOT));
                json.objects("buckets", dates.buckets(), bucket -> {
                    json.text("from", bucket.from().toString());
                    json.text("to", bucket.to().toString());
                    counted(bucket.count(), bucket.selected());
                });
            }
            case Facet.Ranges ranges -> json.objects("buckets", ranges.buckets(), bucket -> {
                json.number("from", bucket.from());
                json.number("to", bucket.to());
                counted(bucket.count(), bucket.selected());
            });
        }
        json.number("missing", facet.missing());
    }

    private void value(Facet.ValueCount value) throws IOException {
        json.text("value", value.value());
        counted(value.count(), value.selected());
        if (value.excluded()) {
            json.flag("excluded", true);
        }
    }

    private void counted(long count, boolean selected) throws IOException {
        json.number("count", count);
        json.flag("selected", selected);
    }
}
