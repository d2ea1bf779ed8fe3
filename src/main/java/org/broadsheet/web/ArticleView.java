package org.broadsheet.web;

import java.util.ArrayList;
import java.util.List;

import org.broadsheet.article.Article;
import org.broadsheet.article.Image;
import org.broadsheet.article.Provider;
import org.broadsheet.article.Related;
import org.broadsheet.search.FacetName;

/**
 * One article as a page: all that is known of it. Whatever it does not have is null or empty.
 *
 * @param neighbours in the search that led here, or null
 * @param site the original's domain, or another word for it
 * @param provider leads to all of its articles
 * @param letter stands in for a picture that does not load
 * @param paragraphs of the body
 * @param facts what else is known, named
 * @param twins other articles of the archive with the same original
 * @param related dated coverage, newest first
 */
record ArticleView(LayoutView layout, Neighbours neighbours, String title, String original, String site,
        Link provider, DateView date,
        String kind, List<Link> topics, Picture picture, String letter, String excerpt, List<String> paragraphs,
        List<Fact> facts,
        List<Link> twins, List<RelatedView> related, List<HitView> similar) {

    /** Related articles that are shown before the rest is asked for. */
    static final int FIRST_RELATED = 8;

    /**
     * A picture at its own size.
     *
     * @param width in pixels, with the height, or both null where they are unknown
     */
    record Picture(String url, Integer width, Integer height) {

        /** Null where there is no picture that may be shown. */
        static Picture of(Image image) {
            if (image == null || Link.web(image.url()) == null) {
                return null;
            }
            boolean known = image.width() != null && image.height() != null;
            return new Picture(image.url(), known ? image.width() : null, known ? image.height() : null);
        }
    }

    /** Something that is known of the article. */
    record Fact(String name, String value) {}

    /**
     * Other coverage.
     *
     * @param url of our own copy, or null where the archive holds none
     * @param original where it stands in the web, or null
     */
    record RelatedView(String title, String url, String original, String provider, DateView date) {

        static RelatedView of(Related related, String id) {
            return new RelatedView(related.title(), id == null ? null : Link.article(id), Link.web(related.webUrl()),
                    related.provider() == null ? null : related.provider().name(),
                    DateView.of(related.publishedDateTime()));
        }
    }

    /** Leads to all articles of a provider, or null. */
    static Link provider(Provider provider) {
        return provider == null
                ? null
                : new Link(provider.name(),
                        SearchUrl.start().with(FacetName.PROVIDER.parameter(), provider.name()).toString());
    }

    static List<Fact> facts(Article article) {
        List<Fact> facts = new ArrayList<>();
        add(facts, "Quality", article.quality());
        add(facts, "Heat", HitView.heat(article));
        add(facts, "Type", article.type());
        add(facts, "Category", article.category());
        if (article.published() != null) {
            facts.add(new Fact("Published", article.published() ? "yes" : "no"));
        }
        add(facts, "File", article.path());
        return facts;
    }

    private static void add(List<Fact> facts, String name, Object value) {
        if (value != null) {
            facts.add(new Fact(name, value.toString()));
        }
    }
}
