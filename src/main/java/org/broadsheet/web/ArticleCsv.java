package org.broadsheet.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.broadsheet.article.Article;
import org.broadsheet.article.Image;
import org.broadsheet.article.Provider;
import org.broadsheet.search.Hit;

/**
 * Articles as comma-separated values (RFC 4180), under the names that they bear in JSON: {@code provider} is its name,
 * {@code domain} its domain, {@code image} its address; topics are separated by semicolons. Every line ends in CR LF.
 */
public final class ArticleCsv {

    private static final List<String> NAMES = List.of("id", "path", "title", "excerpt", "webUrl", "provider", "domain",
            "topics", "type", "category", "publishedDateTime", "quality", "heat", "published", "image");
    private static final String END = "\r\n";
    /** What a formula begins with; the wide forms where Japanese is written. */
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private ArticleCsv() {}

    /** The hits of one answer, with their scores, under a header. */
    public static String of(List<Hit> hits) {
        StringBuilder csv = new StringBuilder(String.join(",", NAMES)).append(",score").append(END);
        for (Hit hit : hits) {
            List<Object> values = values(hit.article());
            values.add(hit.score());
            csv.append(line(values));
        }
        return csv.toString();
    }

    /** The first line. */
    static String header() {
        return String.join(",", NAMES) + END;
    }

    /** One article as a line. */
    static String line(Article article) {
        return line(values(article));
    }

    private static List<Object> values(Article article) {
        Provider provider = article.provider();
        Image image = article.image();
        List<Object> values = new ArrayList<>();
        values.add(article.id());
        values.add(article.path());
        values.add(article.title());
        values.add(article.excerpt());
        values.add(article.webUrl());
        values.add(provider == null ? null : provider.name());
        values.add(provider == null ? null : provider.domain());
        values.add(String.join("; ", article.topics()));
        values.add(article.type());
        values.add(article.category());
        values.add(article.publishedDateTime());
        values.add(article.quality());
        values.add(article.heat());
        values.add(article.published());
        values.add(image == null ? null : image.url());
        return values;
    }

    private static String line(List<Object> values) {
        return values.stream().map(ArticleCsv::cell).collect(Collectors.joining(",")) + END;
    }

    /**
     * One value, quoted where it must be. A spreadsheet would run a text that begins like a formula, so such a text
     * gets an apostrophe before it, which a spreadsheet takes as the sign of a text; numbers, such as a heat of -1,
     * stay as they are. A text that has apostrophes there already gets one more, so that a program gets the text back:
     * where apostrophes and then one of {@value #FORMULA} begin a value, the first of them is not part of it.
     */
    static String cell(Object value) {
        if (value == null) {
            return "";
        }
        String text = value.toString();
        if (value instanceof String && isLikeFormula(text)) {
            text = "'" + text;
        }
        boolean plain = text.chars().noneMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private static boolean isLikeFormula(String text) {
        int first = 0;
        while (first < text.length() && text.charAt(first) == '\'') {
            first++;
        }
        return first < text.length() && FORMULA.indexOf(text.charAt(first)) >= 0;
    }
}
