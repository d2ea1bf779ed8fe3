package org.broadsheet.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.broadsheet.article.Article;
import org.broadsheet.search.Hit;
import org.broadsheet.search.SearchResult;
import org.broadsheet.search.SortOrder;

/**
 * What a feed says in any format. It depends on the articles alone, not on when they were indexed: the same search over
 * the same articles gives the same bytes.
 *
 * @param origin where the server was reached
 */
record Feed(SearchResult result, String origin) {

    /** Stands for the date that an article does not have, where a format wants one. */
    private static final Instant UNDATED = Instant.EPOCH;

    String title() {
        String text = result.request().text().strip();
        return text.isEmpty() ? LayoutView.SITE : text + " – " + LayoutView.SITE;
    }

    /** What was done otherwise than asked, or null. */
    String note() {
        return result.notices().isEmpty() ? null : String.join(" ", result.notices());
    }

    /** Of the feed: the same for the same search, whoever reads it. */
    String id() {
        return urn("search " + search().query());
    }

    /** Of an article: made of its path alone, so that it outlives a rebuild and a move to another address. */
    static String id(Article article) {
        return urn("article " + article.id());
    }

    String updated() {
        return articles().stream()
                .map(Article::publishedDateTime)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .map(Feed::shown)
                .orElse(shown(UNDATED));
    }

    static String updated(Article article) {
        return shown(article.publishedDateTime() == null ? UNDATED : article.publishedDateTime());
    }

    /** The search as a page. */
    String page() {
        return origin + search().with("sort", result.request().text().isBlank() ? "" : SortOrder.NEWEST.parameter());
    }

    String page(Article article) {
        return origin + Link.article(article.id());
    }

    /**
     * The search at another address of this server.
     *
     * @param path such as {@code /feed.atom}
     */
    String at(String path) {
        return origin + path + search().query();
    }

    /** What follows on the next page, or null. */
    String next(String path) {
        return result.next() == null
                ? null
                : origin + path + search().with("cursor", result.next()).query();
    }

    List<Article> articles() {
        return result.hits().stream().map(Hit::article).toList();
    }

    /** Without what changes nothing in a feed. */
    private SearchUrl search() {
        return SearchUrl.of(result.request()).with("sort").with("facets").with("explain");
    }

    private static String urn(String name) {
        return "urn:uuid:" + UUID.nameUUIDFromBytes(("broadsheet " + name).getBytes(StandardCharsets.UTF_8));
    }

    private static String shown(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
