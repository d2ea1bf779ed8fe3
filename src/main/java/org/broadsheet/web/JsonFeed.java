package org.broadsheet.web;

import java.io.IOException;

import org.broadsheet.article.Article;
import org.broadsheet.article.Provider;

/** A search as a JSON Feed (version 1.1), in which what is absent is left out. */
final class JsonFeed {

    static final String PATH = "/feed.json";

    private final Feed feed;

    JsonFeed(Feed feed) {
        this.feed = feed;
    }

    byte[] bytes() {
        return JsonWriter.bytes(json -> {
            json.text("version", "https://jsonfeed.org/version/1.1");
            json.text("title", feed.title());
            present(json, "description", feed.note());
            json.text("home_page_url", feed.page());
            json.text("feed_url", feed.at(PATH));
            present(json, "next_url", feed.next(PATH));
            json.objects("items", feed.articles(), article -> item(json, article));
        });
    }

    private void item(JsonWriter json, Article article) throws IOException {
        json.text("id", Feed.id(article));
        json.text("url", feed.page(article));
        present(json, "external_url", article.webUrl());
        json.text("title", article.title());
        // An item must have content, be it little.
        json.text("content_text", article.excerpt() == null ? article.title() : article.excerpt());
        if (article.publishedDateTime() != null) {
            json.instant("date_published", article.publishedDateTime());
        }
        if (article.image() != null) {
            json.text("image", article.image().url());
        }
        Provider provider = article.provider();
        if (provider != null) {
            json.objects("authors", java.util.List.of(provider), author -> json.text("name", author.name()));
        }
        json.texts("tags", article.topics());
    }

    private static void present(JsonWriter json, String name, String value) throws IOException {
        if (value != null) {
            json.text(name, value);
        }
    }
}
