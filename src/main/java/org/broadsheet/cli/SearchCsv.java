package org.broadsheet.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.broadsheet.article.Article;
import org.broadsheet.article.Image;
import org.broadsheet.article.Provider;
import org.broadsheet.search.Hit;

/**
 * Hits as comma-separated values (RFC 4180), under the names that they bear in JSON: {@code provider} is its name,
 * {@code domain} its domain, {@code image} its address; topics are separated by semicolons.
 */
final class SearchCsv {

    private static final List<String> HEADER = List.of("id", "path", "title", "excerpt", "webUrl", "provider", "domain",
            "topics", "type", "category", "publishedDateTime", "quality", "heat", "published", "image", "score");

    private final PrintStream out;

    SearchCsv(PrintStream out) {
        this.out = out;
    }

    void print(List<Hit> hits) {
        line(HEADER.stream());
        for (Hit hit : hits) {
            line(cells(hit).map(SearchCsv::cell));
        }
    }

    private static Stream<Object> cells(Hit hit) {
        Article article = hit.article();
        Provider provider = article.provider();
        Image image = article.image();
        return Stream.of(article.id(), article.path(), article.title(), article.excerpt(), article.webUrl(),
                provider == null ? null : provider.name(), provider == null ? null : provider.domain(),
                String.join("; ", article.topics()), article.type(), article.category(), article.publishedDateTime(),
                article.quality(), article.heat(), article.published(), image == null ? null : image.url(),
                hit.score());
    }

    /**
     * One value, quoted where it must be. A spreadsheet would run a text that begins like a formula, so such a text
     * gets an apostrophe before it, which a spreadsheet shows as text; numbers, such as a heat of -1, stay as they are.
     */
    static String cell(Object value) {
        if (value == null) {
            return "";
        }
        String text = value.toString();
        if (value instanceof String && !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0) {
            text = "'" + text;
        }
        boolean plain = text.chars().noneMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private void line(Stream<String> cells) {
        out.print(cells.collect(Collectors.joining(",")) + "\r\n");
    }
}
