package org.broadsheet.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.broadsheet.article.Article;
import org.broadsheet.article.Provider;
import org.broadsheet.article.Related;
import org.broadsheet.search.SearchService;
import org.broadsheet.search.SearchTimeoutException;

/** Makes the page of an article. */
final class ArticleViews {

    /** Similar articles: as many as are read before a search of one's own is the better way. */
    private static final int SIMILAR = 6;
    /** More articles of one address than this say nothing new. */
    private static final int TWINS = 5;
    private static final Comparator<Related> NEWEST_FIRST = Comparator.comparing(Related::publishedDateTime,
            Comparator.nullsLast(Comparator.reverseOrder()));

    private final SearchService service;
    private final Assets assets;

    ArticleViews(SearchService service, Assets assets) {
        this.service = service;
        this.assets = assets;
    }

    ArticleView view(Article article, Neighbours neighbours, String origin) {
        List<String> addresses = Stream
                .concat(Stream.ofNullable(article.webUrl()), article.related().stream().map(Related::webUrl))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<String, List<String>> ids = service.idsByWebUrl(addresses);
        Provider provider = article.provider();
        return new ArticleView(layout(article, neighbours, origin), neighbours,
                article.title(),
                Link.web(article.webUrl()), site(provider), ArticleView.provider(provider),
                DateView.of(article.publishedDateTime()), article.type(),
                HitView.topics(article, SearchUrl.start()), ArticleView.Picture.of(article.image()),
                HitView.letter(provider == null ? null : provider.name(), article.title()), article.excerpt(),
                paragraphs(article.body()), ArticleView.facts(article), twins(article, ids), related(article, ids),
                similar(article));
    }

    private LayoutView layout(Article article, Neighbours neighbours, String origin) {
        String image = article.image() == null ? null : Link.web(article.image().url());
        return LayoutView.of(article.title() + " – " + LayoutView.SITE, neighbours == null, assets)
                .with(new LayoutView.Card("article", article.title(), article.excerpt(),
                        origin + Link.article(article.id()), image));
    }

    private static String site(Provider provider) {
        return provider == null || provider.domain() == null ? "the provider’s site" : provider.domain();
    }

    private static List<String> paragraphs(String body) {
        return body == null ? List.of() : Stream.of(body.split("\\R\\s*\\R")).filter(text -> !text.isBlank()).toList();
    }

    private List<Link> twins(Article article, Map<String, List<String>> ids) {
        List<String> others = article.webUrl() == null ? List.of() : ids.getOrDefault(article.webUrl(), List.of());
        return others.stream()
                .filter(id -> !id.equals(article.id()))
                .limit(TWINS)
                .map(service::article)
                .flatMap(Optional::stream)
                .map(twin -> new Link(twin.title() + " (" + twin.path() + ")", Link.article(twin.id())))
                .toList();
    }

    private static List<ArticleView.RelatedView> related(Article article, Map<String, List<String>> ids) {
        return article.related().stream().sorted(NEWEST_FIRST).map(related -> {
            List<String> held = related.webUrl() == null ? List.of() : ids.getOrDefault(related.webUrl(), List.of());
            return ArticleView.RelatedView.of(related, held.isEmpty() ? null : held.getFirst());
        }).toList();
    }

    /** An article is worth showing also when there was no time for others. */
    private List<HitView> similar(Article article) {
        try {
            return service.similar(article.id(), SIMILAR)
                    .stream()
                    .map(hit -> HitView.of(hit, article.webUrl()))
                    .toList();
        } catch (SearchTimeoutException e) {
            return List.of();
        }
    }
}
