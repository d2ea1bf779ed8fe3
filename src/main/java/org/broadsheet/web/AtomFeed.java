package org.broadsheet.web;

import javax.xml.stream.XMLStreamException;

import org.broadsheet.article.Article;

/** A search as an Atom feed (RFC 4287, with the paging of RFC 5005). */
final class AtomFeed {

    static final String PATH = "/feed.atom";
    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

    private final Feed feed;

    AtomFeed(Feed feed) {
        this.feed = feed;
    }

    byte[] bytes() {
        return Xml.document("feed", NAMESPACE, this::feed);
    }

    private void feed(Xml xml) throws XMLStreamException {
        xml.text("id", feed.id());
        xml.text("title", feed.title());
        xml.text("subtitle", feed.note());
        xml.text("updated", feed.updated());
        xml.empty("link", "rel", "self", "type", "application/atom+xml", "href", feed.at(PATH));
        xml.empty("link", "rel", "alternate", "type", "text/html", "href", feed.page());
        String next = feed.next(PATH);
        if (next != null) {
            xml.empty("link", "rel", "next", "type", "application/atom+xml", "href", next);
        }
        // Whoever wrote an article is not known; a feed without any author is not valid.
        xml.element("author", author -> author.text("name", LayoutView.SITE));
        for (Article article : feed.articles()) {
            xml.element("entry", entry -> entry(article, entry));
        }
    }

    private void entry(Article article, Xml xml) throws XMLStreamException {
        xml.text("id", Feed.id(article));
        xml.text("title", article.title());
        xml.text("updated", Feed.updated(article));
        if (article.publishedDateTime() != null) {
            xml.text("published", Feed.updated(article));
        }
        xml.empty("link", "rel", "alternate", "type", "text/html", "href", feed.page(article));
        if (article.webUrl() != null) {
            xml.empty("link", "rel", "via", "href", article.webUrl());
        }
        if (article.provider() != null) {
            xml.element("author", author -> author.text("name", article.provider().name()));
        }
        for (String topic : article.topics()) {
            xml.empty("category", "term", topic);
        }
        xml.text("summary", article.excerpt());
    }
}
