package org.broadsheet.opensearch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.broadsheet.article.Article;
import org.broadsheet.engine.Reasons;
import org.broadsheet.field.ArticleField;
import org.broadsheet.field.Ranking;
import org.opensearch.client.json.JsonData;
import org.opensearch.client.opensearch._types.query_dsl.Query;

/** What an article adds to its score whatever is asked, by the formula of {@link Ranking}. */
final class Priors {

    /** A line of the formula. */
    enum Kind {
        QUALITY, HEAT, AGE, UNDATED;

        /** As a reader is told. */
        String told(Article article, Instant newest) {
            return switch (this) {
                case QUALITY -> Reasons.quality(article);
                case HEAT -> Reasons.heat(article);
                case AGE, UNDATED -> Reasons.age(article, newest);
            };
        }
    }

    /** @param query what matches the articles that have it, each with what it adds to the score */
    record Prior(Kind kind, Query query) {}

    private Priors() {}

    /** @param newest from which ages are measured, or null if no article has a date */
    static List<Prior> of(Ranking ranking, Instant newest) {
        List<Prior> priors = new ArrayList<>();
        if (ranking.quality() > 0) {
            priors.add(new Prior(Kind.QUALITY,
                    saturating(ArticleField.QUALITY, ranking.quality(), ranking.qualityPivot())));
        }
        if (ranking.heat() > 0) {
            priors.add(new Prior(Kind.HEAT, saturating(ArticleField.HEAT, ranking.heat(), ranking.heatPivot())));
        }
        if (ranking.age() > 0 && newest != null) {
            priors.add(new Prior(Kind.AGE, Query.of(query -> query.distanceFeature(near -> near
                    .field(IndexFields.values(ArticleField.DATE))
                    .origin(JsonData.of(Long.toString(newest.toEpochMilli())))
                    .pivot(ranking.agePivotDays() + "d")
                    .boost(ranking.age())))));
            priors.add(new Prior(Kind.UNDATED, QueryTranslator
                    .constant(QueryTranslator.term(IndexFields.UNDATED, "true"), ranking.age() / 2)));
        }
        return priors;
    }

    /** What a number of the article adds: half of the most at the pivot. */
    static Query saturating(ArticleField field, float most, float pivot) {
        return Query.of(query -> query.rankFeature(feature -> feature.field(IndexFields.feature(field))
                .boost(most)
                .saturation(curve -> curve.pivot(pivot))));
    }
}
