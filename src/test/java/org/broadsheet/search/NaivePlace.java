package org.broadsheet.search;

import java.util.Comparator;

import org.broadsheet.article.Article;

/**
 * Where an article stands in an order.
 *
 * @param key what is sorted by; {@link Long#MIN_VALUE} where the article has none, or the bits of the score, which sort
 *        as the scores do because none is below 0
 */
record NaivePlace(long key, String id) {

    private static final long MISSING = Long.MIN_VALUE;

    static NaivePlace of(Article article, float score, SortOrder sort) {
        if (sort == SortOrder.RELEVANCE) {
            return new NaivePlace(Float.floatToIntBits(score), article.id());
        }
        Long number = sort.field().number(article);
        return new NaivePlace(number == null ? MISSING : number, article.id());
    }

    static Comparator<NaivePlace> order(SortOrder sort) {
        Comparator<NaivePlace> byKey = Comparator.comparingLong(NaivePlace::key);
        return Comparator.comparing((NaivePlace place) -> place.key == MISSING)
                .thenComparing(sort.descending() ? byKey.reversed() : byKey)
                .thenComparing(NaivePlace::id);
    }
}
