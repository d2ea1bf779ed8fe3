package org.broadsheet.cli;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import org.broadsheet.article.Article;
import org.broadsheet.search.Facet;
import org.broadsheet.search.FacetName;
import org.broadsheet.search.Hit;
import org.broadsheet.search.SearchRequest;
import org.broadsheet.search.SearchResult;
import org.broadsheet.search.Snippet;

import static java.util.stream.Collectors.joining;

/** An answer for a person: numbered hits, each with what is needed to tell whether it is worth opening. */
final class SearchText {

    private static final int INDENT = 5;

    private final Output output;
    private final TextBlock block;

    SearchText(Output output) {
        this.output = output;
        this.block = new TextBlock(output, INDENT);
    }

    void print(SearchResult result) {
        TextBlock plain = new TextBlock(output, 0);
        result.notices().forEach(plain::text);
        if (result.suggestion() != null) {
            plain.text("Did you mean: " + result.suggestion());
        }
        result.advice().forEach(advice -> plain.text(advice.message() + ": " + Counted.articles(advice.total())));
        SearchRequest request = result.request();
        long number = request.cursor() == null ? (request.page() - 1L) * request.size() : 0;
        for (Hit hit : result.hits()) {
            print(++number, hit);
        }
        result.facets().forEach(this::print);
        plain.text(total(result));
    }

    private void print(long number, Hit hit) {
        Article article = hit.article();
        Snippet title = hit.title().isEmpty() ? plain(article.title()) : hit.title();
        block.heading(String.format(Locale.ROOT, "%3d. ", number), title);
        block.text(Stream.of(provider(article), date(article), article.path())
                .filter(Objects::nonNull)
                .collect(joining(" · ")));
        if (!hit.excerpt().isEmpty()) {
            block.text(hit.excerpt());
        } else if (!hit.body().isEmpty()) {
            block.text(hit.body());
        } else if (article.excerpt() != null) {
            block.text(article.excerpt());
        }
        if (article.webUrl() != null) {
            block.text(article.webUrl());
        }
        hit.why().forEach(reason -> block.text("- " + reason));
        output.out().println();
    }

    private void print(FacetName name, Facet facet) {
        Stream<String> counts = switch (facet) {
            case Facet.Values values ->
                values.values().stream().map(value -> value.value() + " (" + value.count() + ")");
            case Facet.Dates dates ->
                dates.buckets().stream().map(bucket -> day(dates, bucket) + " (" + bucket.count() + ")");
            case Facet.Ranges ranges -> ranges.buckets()
                    .stream()
                    .map(bucket -> bucket.from() + ".."
                            + (bucket.to() == null ? "" : bucket.to()) + " (" + bucket.count() + ")");
        };
        List<String> shown = counts.toList();
        new TextBlock(output, 2).text(name.parameter() + ": " + (shown.isEmpty() ? "none" : String.join(", ", shown)));
    }

    /** As a value of the query language's {@code date:}. */
    private static String day(Facet.Dates dates, Facet.DateBucket bucket) {
        String day = bucket.from().toString();
        return switch (dates.interval()) {
            case YEAR -> day.substring(0, 4);
            case MONTH -> day.substring(0, 7);
            case DAY -> day;
        };
    }

    private static String total(SearchResult result) {
        String articles = Counted.articles(result.total());
        long shown = result.hits().size();
        String millis = String.format(Locale.ROOT, "%.0f ms", Math.ceil(result.tookMillis()));
        if (shown == result.total()) {
            return articles + " in " + millis;
        }
        SearchRequest request = result.request();
        String more = result.next() == null || request.cursor() != null
                ? ""
                : " (--page " + (request.page() + 1) + " shows more)";
        return shown + " of " + articles + " in " + millis + more;
    }

    private static Snippet plain(String text) {
        return new Snippet(List.of(new Snippet.Fragment(text, false)));
    }

    private static String provider(Article article) {
        return article.provider() == null ? null : article.provider().name();
    }

    private static String date(Article article) {
        return article.publishedDateTime() == null
                ? null
                : article.publishedDateTime().atZone(ZoneOffset.UTC).toLocalDate().toString();
    }
}
