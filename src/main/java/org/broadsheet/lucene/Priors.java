package org.broadsheet.lucene;

import java.time.Instant;

import org.broadsheet.article.Article;
import org.broadsheet.field.Ranking;

/**
 * What ranks an article whatever is asked: the last line of the formula of {@link Ranking}. What an article does not
 * have neither raises nor lowers it: it counts as the middle of the scale.
 */
final class Priors {

    private final Ranking ranking;
    private final int newest; // a day as in Columns

    /** @param newest where ages are measured from; null if no article has a date */
    Priors(Ranking ranking, Instant newest) {
        this.ranking = ranking;
        this.newest = newest == null ? Columns.NO_DAY : Columns.day(newest.toEpochMilli());
    }

    /** What the quality of an article adds. */
    static float quality(Ranking ranking, Article article) {
        return quality(ranking, article.quality() == null ? -1 : article.quality());
    }

    /** What the heat of an article adds. */
    static float heat(Ranking ranking, Article article) {
        return heat(ranking, article.heat() == null ? -1 : article.heat());
    }

    /** @param quality below 0 where the article has none */
    static float quality(Ranking ranking, long quality) {
        return saturated(quality, ranking.qualityPivot(), ranking.quality());
    }

    /** @param heat below 0 where none was measured */
    static float heat(Ranking ranking, long heat) {
        return saturated(heat, ranking.heatPivot(), ranking.heat());
    }

    /** What the age of an article adds; nothing where no article has a date. */
    float age(Article article) {
        return age(article.publishedDateTime() == null
                ? Columns.NO_DAY
                : Columns.day(article.publishedDateTime().toEpochMilli()));
    }

    /** @param day as in {@link Columns}, {@link Columns#NO_DAY} where there is none */
    float age(int day) {
        if (newest == Columns.NO_DAY) {
            return 0;
        }
        return day == Columns.NO_DAY
                ? ranking.age() / 2
                : ranking.age() * ranking.agePivotDays() / (ranking.agePivotDays() + Math.abs((float) newest - day));
    }

    /** What all of it adds to an article of a segment. */
    float of(Columns columns, int doc) {
        return columns.standing(doc) + age(columns.day(doc));
    }

    /** What it adds to any article at most. */
    float most() {
        return ranking.quality() + ranking.heat() + ranking.age();
    }

    private static float saturated(long value, float pivot, float weight) {
        return value < 0 ? weight / 2 : weight * value / (value + pivot);
    }
}
