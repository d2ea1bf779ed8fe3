package org.broadsheet.web;

import java.util.EnumSet;

import io.javalin.http.Context;
import org.broadsheet.search.FacetName;
import org.broadsheet.search.SearchRequest;
import org.broadsheet.search.SearchResult;
import org.broadsheet.search.SortOrder;

/** Any search as a feed, newest first. A reader who asks again with the tag of the last answer gets it only if it changed. */
final class Feeds {

    private final Searches searches;

    Feeds(Searches searches) {
        this.searches = searches;
    }

    /** {@code /feed.atom}. */
    void atom(Context context) {
        EntityTag.answer(context, "application/atom+xml;charset=utf-8", new AtomFeed(feed(context)).bytes());
    }

    /** {@code /feed.json}. */
    void json(Context context) {
        EntityTag.answer(context, "application/feed+json", new JsonFeed(feed(context)).bytes());
    }

    private Feed feed(Context context) {
        SearchRequest asked = RequestParameters.strict(SearchApi.parameters(context));
        SearchResult result = searches.poll(asked.withSort(SortOrder.NEWEST)
                .withFacets(EnumSet.noneOf(FacetName.class))
                .withExplain(false));
        return new Feed(result, Origin.of(context));
    }
}
