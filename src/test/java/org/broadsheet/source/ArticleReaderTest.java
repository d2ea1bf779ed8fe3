package org.broadsheet.source;

import java.time.Instant;
import java.util.List;

import org.broadsheet.article.Article;
import org.broadsheet.article.Image;
import org.broadsheet.article.Provider;
import org.broadsheet.article.Related;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.source.Reads.accepted;
import static org.broadsheet.source.Reads.article;
import static org.broadsheet.source.Reads.read;

/** What each key of a file becomes. */
class ArticleReaderTest {

    @Test
    void article_wholeFile() {
        Article article = accepted(read("""
                ---
                category: news
                title: "Harbour bridge reopens"
                excerpt: 'It''s open.'
                publishedDateTime: 2021-04-07T15:22:00Z
                webUrl: "https://example.com/a"
                type: article
                quality: 59
                heat: -1
                published: false
                provider:
                  name: Harbour Post
                  domain: harbour.example
                topics:
                  - Bridges
                images:
                  - url: "https://example.com/a.jpg"
                    width: 840
                    height: 438
                related:
                  - title: "Trams return"
                    webUrl: "https://example.com/b"
                    publishedDateTime: 2021-04-08
                    provider:
                      name: Tram News
                secured: "never"
                ---
                The **long** span.
                """));
        assertThat(article).isEqualTo(new Article(Article.idOf(Reads.PATH), Reads.PATH, "Harbour bridge reopens",
                "It's open.", "The long span.", new Provider("Harbour Post", "harbour.example"), List.of("Bridges"),
                "article", "news", Instant.parse("2021-04-07T15:22:00Z"), 59, -1, false, "https://example.com/a",
                new Image("https://example.com/a.jpg", 840, 438), List.of(new Related("Trams return",
                        "https://example.com/b", new Provider("Tram News", null),
                        Instant.parse("2021-04-08T00:00:00Z")))));
    }

    @Test
    void article_onlyTitle() {
        assertThat(accepted(read("---\ntitle: 1984\n---")))
                .isEqualTo(new Article(Article.idOf(Reads.PATH), Reads.PATH, "1984", null, null, null, List.of(), null,
                        null, null, null, null, null, null, null, List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"---\r\ntitle: T\r\nquality: 1\r\n---\r\nBody\r\n",
            "\uFEFF---\ntitle: T\nquality: 1\n---\nBody",
            "---  \ntitle: T\nquality: 1\n--- \t\nBody", "---\ntitle: T\nquality: 1\n...\nBody",
            "---\n{title: T, quality: 1}\n---\nBody"})
    void frontMatter_form(String file) {
        Article article = accepted(read(file));
        assertThat(article.title()).isEqualTo("T");
        assertThat(article.quality()).isEqualTo(1);
        assertThat(article.body()).isEqualTo("Body");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "null", value = {"excerpt: E|E", "description: E|E", "summary: E|E",
            "{summary: S, description: D}|D",
            "{description: D, excerpt: E}|E", "{excerpt: '', description: D}|D", "{excerpt: ~, summary: S}|S",
            "excerpt:|null", "excerpt: ' '|null",
            "excerpt: NO|NO", "excerpt: 12:30|12:30", "excerpt: 0x1F|0x1F", "excerpt: 'null'|null"})
    void excerpt_alternatives(String keys, String excerpt) {
        String expected = keys.contains("'null'") ? "null" : excerpt;
        assertThat(withKeys(keys).excerpt()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "null", value = {"provider: {name: N, domain: d.example}|N|d.example",
            "provider: N|N|null",
            "source: N|N|null", "publisher: N|N|null", "provider: {domain: d.example}|d.example|d.example",
            "{provider: {}, source: N}|N|null",
            "{publisher: P, source: S}|S|null", "provider: {name: A &amp; B}|A & B|null"})
    void provider_alternatives(String keys, String name, String domain) {
        assertThat(withKeys(keys).provider()).isEqualTo(new Provider(name, domain));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"topics: [a, b]|a;b", "tags: [a]|a", "categories: [a]|a",
            "keywords: 'a, b ,,c'|a;b;c", "topics: NO|NO",
            "topics: [NO, on, 12:30, 1e3, ~, null, '', 'null', \"\"]|NO;on;12:30;1e3;null", "topics: [a, b, a]|a;b",
            "{topics: [], tags: [a]}|a",
            "{tags: [b], topics: [a]}|a", "topics: [R&amp;D, \"AIâ€™s\"]|R&D;AI’s", "topics: ['a, b']|a, b"})
    void topics_forms(String keys, String topics) {
        assertThat(withKeys(keys).topics()).containsExactly(topics.split(";"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"topics:", "topics: []", "topics: ''", "topics: [~, '', ' ']", "topics: ', ,'"})
    void topics_none(String keys) {
        assertThat(article(keys).topics()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "null", value = {"quality: 59|59|null", "quality: '59'|59|null",
            "quality: 0|0|null", "quality:|null|null",
            "quality: ~|null|null", "quality: null|null|null", "quality: ''|null|null", "heat: -1|null|-1",
            "heat: 69|null|69",
            "quality: 2147483647|2147483647|null"})
    void numbers_forms(String keys, Integer quality, Integer heat) {
        assertThat(article(keys).quality()).isEqualTo(quality);
        assertThat(article(keys).heat()).isEqualTo(heat);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "null", value = {"published: true|true", "published: YES|true",
            "published: on|true", "published: False|false",
            "published: no|false", "published: 'off'|false", "draft: true|false", "draft: false|true",
            "{draft: true, published: true}|true",
            "published:|null", "excerpt: x|null"})
    void published_forms(String keys, Boolean published) {
        assertThat(withKeys(keys).published()).isEqualTo(published);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "null", value = {
            "webUrl: 'https://a.example/x?y#z'|https://a.example/x?y#z", "webUrl: HTTP://a.example|HTTP://a.example",
            "originalUrl: http://a.example|http://a.example", "url: http://a.example|http://a.example",
            "link: http://a.example|http://a.example",
            "{webUrl: 'javascript:alert(1)', link: 'http://a.example'}|http://a.example",
            "webUrl: 'javascript:alert(1)'|null", "webUrl: 'data:x'|null",
            "webUrl: '//a.example'|null", "webUrl: 'https://'|null", "webUrl: 'https:///x'|null",
            "webUrl: 'https://a b'|null", "webUrl: \"https://a\\u0007b\"|null",
            "webUrl: \"https://a\\u202Eb\"|null", "webUrl: 'ftp://a.example'|null", "webUrl: ''|null",
            "webUrl: 'https://ü.example/é'|https://ü.example/é"})
    void webUrl_onlyHttp(String keys, String url) {
        assertThat(withKeys(keys).webUrl()).isEqualTo(url);
    }

    @Test
    void webUrl_absurdlyLong() {
        assertThat(article("webUrl: https://a.example/" + "x".repeat(2048)).webUrl()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "null", value = {
            "images: [{url: 'http://a.example/x', width: 8, height: '4'}]|http://a.example/x|8|4",
            "images: {url: 'http://a.example/x', width: 0, height: tall}|http://a.example/x|null|null",
            "image: 'http://a.example/x'|http://a.example/x|null|null",
            "images: [{url: 'http://a.example/x', width: -3, height: [1]}, {url: 'http://b.example/'}]|http://a.example/x|null|null"})
    void image_forms(String keys, String url, Integer width, Integer height) {
        assertThat(article(keys).image()).isEqualTo(new Image(url, width, height));
    }

    @ParameterizedTest
    @ValueSource(strings = {"images: []", "images: [{url: 'javascript:x'}]", "images: [{width: 3}]", "images: [[x]]",
            "images: 3", "images:", "image: ''"})
    void image_badIsLeftOut(String keys) {
        assertThat(article(keys).image()).isNull();
    }

    @Test
    void related_badIsLeftOut() {
        assertThat(article("""
                related:
                  - just text
                  - {webUrl: 'http://a.example'}
                  - {title: [x]}
                  - {title: '&amp;', webUrl: 'javascript:x', publishedDateTime: soon, provider: P}
                  - [x]
                  -
                """).related()).containsExactly(new Related("&", null, new Provider("P", null), null));
        assertThat(article("related: none").related()).isEmpty();
    }

    @Test
    void alias_repeats() {
        Article article = article("x: &x [a, b]\ntopics: *x\nexcerpt: &e words\ncategory: *e");
        assertThat(article.topics()).containsExactly("a", "b");
        assertThat(article.category()).isEqualTo("words");
    }

    @Test
    void tag_harmless() {
        assertThat(article("excerpt: !!str 12").excerpt()).isEqualTo("12");
        assertThat(article("topics: !!seq [a]").topics()).containsExactly("a");
    }

    @Test
    void removed_isNotIndexed() {
        assertThat(read("---\nremoved: true\n---\n")).isEqualTo(new Reading.Removed(Reads.PATH));
        assertThat(article("removed: false").title()).isEqualTo("T");
    }

    @Test
    void markup_staysText() {
        assertThat(accepted(read("---\ntitle: \"<img src=x onerror=alert(1)> zebrafish\"\n---\n")).title())
                .isEqualTo("<img src=x onerror=alert(1)> zebrafish");
    }

    @Test
    void hash_ofTheBytes() {
        assertThat(hash("---\ntitle: T\n---\n")).isEqualTo("61a773f8b5675b09dd8e9cecda18c4e9").hasSize(32);
        assertThat(hash("---\ntitle: T\n---\n\n")).isNotEqualTo(hash("---\ntitle: T\n---\n"));
    }

    private static String hash(String file) {
        return ((Reading.Accepted) read(file)).hash();
    }

    /** Keys in block style, or several within braces. */
    private static Article withKeys(String keys) {
        return keys.startsWith("{")
                ? accepted(read("---\n{title: T, " + keys.substring(1) + "\n---\n"))
                : article(keys);
    }
}
