package org.broadsheet.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.broadsheet.article.Article;
import org.broadsheet.search.FacetName;
import org.broadsheet.search.Hit;
import org.broadsheet.search.Snippet;
import org.broadsheet.search.Snippet.Fragment;

/**
 * An article in a list. Whatever it does not have is null or empty.
 *
 * @param url of its page here
 * @param original where the provider has it
 * @param kind what it is, unless it is an article as most are
 * @param twin whether its original is also that of the article that it is listed with
 * @param letter stands in for a picture
 * @param excerpt with what matched; from its beginning if nothing did
 * @param body the part that matched, if nothing of the excerpt did
 * @param heat null where none was measured
 * @param why for the reader who asked
 */
record HitView(String url, List<Fragment> title, String original, String site, String provider, DateView date,
        String kind, boolean twin, List<Link> topics, String image, String letter, List<Fragment> excerpt,
        List<Fragment> body,
        Integer quality, Integer heat, List<String> why) {

    private static final Fragment CUT = new Fragment("… ", false);
    private static final Fragment CUT_OFF = new Fragment(" …", false);
    /** In chars: no headline is that long, and one of a megabyte would be all that is seen of a list. */
    private static final int LONGEST_TITLE = 500;
    /** In chars. */
    private static final int LONGEST_EXCERPT = 2_000;
    /** In chars, of a provider, a topic or a type. */
    private static final int LONGEST_NAME = 200;
    /** What one article of a list shows; all are on its own page. */
    private static final int MOST_TOPICS = 30;

    /**
     * A hit of a search.
     *
     * @param search to which the links of topics are added
     * @param place of the hit in the search, from 1, by which its page finds its neighbours; 0 where it is not known
     */
    static HitView of(Hit hit, SearchUrl search, long place) {
        String url = Link.article(hit.article().id())
                + (place == 0 ? "" : search.with("explain").with(Neighbours.PLACE, Long.toString(place)).query());
        return of(hit, search, url, null);
    }

    /**
     * An article listed with another.
     *
     * @param original that of the article that it is listed with, or null
     */
    static HitView of(Hit hit, String original) {
        return of(hit, SearchUrl.start(), Link.article(hit.article().id()), original);
    }

    private static HitView of(Hit hit, SearchUrl search, String url, String original) {
        Article article = hit.article();
        String provider = article.provider() == null ? null : shortened(article.provider().name());
        return new HitView(url, shortened(orPlain(hit.title(), article.title()), LONGEST_TITLE),
                Link.web(article.webUrl()), article.provider() == null ? null : article.provider().domain(), provider,
                DateView.of(article.publishedDateTime()), kind(article),
                original != null && original.equals(article.webUrl()),
                topics(article, search, MOST_TOPICS),
                article.image() == null ? null : Link.web(article.image().url()), letter(provider, article.title()),
                shortened(excerpt(hit), LONGEST_EXCERPT), hit.excerpt().isEmpty() ? cut(hit.body()) : List.of(),
                article.quality(), heat(article),
                hit.why());
    }

    /** An article's topics, each leading to the articles that have it too. */
    static List<Link> topics(Article article, SearchUrl search) {
        return topics(article, search, Integer.MAX_VALUE);
    }

    private static List<Link> topics(Article article, SearchUrl search, int most) {
        return article.topics()
                .stream()
                .filter(topic -> most == Integer.MAX_VALUE || topic.length() <= LONGEST_NAME)
                .limit(most)
                .map(topic -> new Link(topic, search.plus(FacetName.TOPIC.parameter(), topic).toString()))
                .toList();
    }

    static Integer heat(Article article) {
        return article.heat() == null || article.heat() < 0 ? null : article.heat();
    }

    static String letter(String provider, String title) {
        String text = (provider == null ? title : provider).strip();
        return text.isEmpty() ? "" : Character.toString(text.codePointAt(0)).toUpperCase(Locale.ROOT);
    }

    private static String kind(Article article) {
        return article.type() == null || article.type().equals("article") ? null : shortened(article.type());
    }

    private static List<Fragment> orPlain(Snippet snippet, String text) {
        return snippet.isEmpty() ? List.of(new Fragment(text, false)) : snippet.fragments();
    }

    /** A part out of the middle says so. */
    private static List<Fragment> excerpt(Hit hit) {
        String whole = hit.article().excerpt();
        if (hit.excerpt().isEmpty()) {
            return whole == null ? List.of() : List.of(new Fragment(whole, false));
        }
        boolean beginning = whole != null && whole.startsWith(hit.excerpt().fragments().getFirst().text());
        return beginning ? hit.excerpt().fragments() : cut(hit.excerpt());
    }

    private static List<Fragment> cut(Snippet snippet) {
        if (snippet.isEmpty()) {
            return List.of();
        }
        List<Fragment> fragments = new ArrayList<>(List.of(CUT));
        fragments.addAll(snippet.fragments());
        fragments.add(CUT_OFF);
        return fragments;
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
    }

    /** The beginning of a text, and a sign that there was more. */
    private static List<Fragment> shortened(List<Fragment> text, int longest) {
        if (text.stream().mapToInt(fragment -> fragment.text().length()).sum() <= longest) {
            return text;
        }
        List<Fragment> fragments = new ArrayList<>();
        int left = longest;
        for (Fragment fragment : text) {
            int length = Math.min(left, fragment.text().length());
            fragments.add(new Fragment(fragment.text().substring(0, length), fragment.match()));
            left -= length;
            if (left == 0) {
                break;
            }
        }
        fragments.add(CUT_OFF);
        return fragments;
    }
}
