package org.broadsheet.article;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Makes articles for tests, where only what a test is about is said:
 *
 * <pre>{@code
 * Article article = Articles.titled("Ohio AG Resumes Facial Recognition").topics("AI").date("2021-04-07").build();
 * }</pre>
 *
 * <p>All else is absent. The path follows from the title ({@code test/ohio-ag-resumes-facial-recognition.md}), so two
 * articles of one title need paths of their own.
 */
public final class Articles {

    private final String title;
    private String path;
    private String excerpt;
    private String body;
    private Provider provider;
    private List<String> topics = List.of();
    private String type;
    private String category;
    private Instant date;
    private Integer quality;
    private Integer heat;
    private Boolean published;
    private String webUrl;
    private Image image;
    private final List<Related> related = new ArrayList<>();

    private Articles(String title) {
        this.title = title;
        this.path = "test/" + title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-") + ".md";
    }

    public static Articles titled(String title) {
        return new Articles(title);
    }

    /** Its first element is the name of the source. */
    public Articles path(String path) {
        this.path = path;
        return this;
    }

    public Articles excerpt(String excerpt) {
        this.excerpt = excerpt;
        return this;
    }

    public Articles body(String body) {
        this.body = body;
        return this;
    }

    public Articles provider(String name) {
        return provider(name, null);
    }

    public Articles provider(String name, String domain) {
        this.provider = new Provider(name, domain);
        return this;
    }

    public Articles topics(String... topics) {
        this.topics = List.of(topics);
        return this;
    }

    public Articles type(String type) {
        this.type = type;
        return this;
    }

    public Articles category(String category) {
        this.category = category;
        return this;
    }

    /** A day, of which the first instant (UTC) is meant, or an instant. */
    public Articles date(String date) {
        this.date = date.contains("T")
                ? Instant.parse(date)
                : LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant();
        return this;
    }

    public Articles date(Instant instant) {
        this.date = instant;
        return this;
    }

    public Articles quality(int quality) {
        this.quality = quality;
        return this;
    }

    public Articles heat(int heat) {
        this.heat = heat;
        return this;
    }

    public Articles published(boolean published) {
        this.published = published;
        return this;
    }

    public Articles webUrl(String webUrl) {
        this.webUrl = webUrl;
        return this;
    }

    public Articles image(String url, Integer width, Integer height) {
        this.image = new Image(url, width, height);
        return this;
    }

    public Articles related(String title, String webUrl) {
        return related(new Related(title, webUrl, null, null));
    }

    public Articles related(Related related) {
        this.related.add(related);
        return this;
    }

    public Article build() {
        return new Article(Article.idOf(path), path, title, excerpt, body, provider, topics, type, category, date,
                quality, heat, published, webUrl, image, related);
    }
}
