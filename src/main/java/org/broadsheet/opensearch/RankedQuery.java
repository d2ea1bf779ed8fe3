package org.broadsheet.opensearch;

import java.time.Instant;
import java.util.List;

import org.broadsheet.engine.RankedPart;
import org.broadsheet.engine.WordRanking;
import org.broadsheet.field.Ranking;
import org.broadsheet.query.ArticleQuery;
import org.opensearch.client.opensearch._types.query_dsl.Query;

/**
 * What makes up an article's score, part by part. The score is their sum.
 *
 * @param words what its words add
 * @param priors what it adds whatever is asked
 */
record RankedQuery(List<RankedPart<Query>> words, List<Priors.Prior> priors) {

    RankedQuery {
        words = List.copyOf(words);
        priors = List.copyOf(priors);
    }

    /** @param newest from which ages are measured, or null if no article has a date */
    static RankedQuery of(ArticleQuery query, QueryTranslator translator, Ranking ranking, Instant newest) {
        return new RankedQuery(new WordRanking<>(translator, ranking).parts(query), Priors.of(ranking, newest));
    }

    /** @param filters what an article must match besides, without a score */
    Query query(List<Query> filters) {
        return Query.of(query -> query.bool(all -> {
            for (RankedPart<Query> part : words) {
                switch (part.effect()) {
                    case REQUIRED -> all.must(part.query());
                    case EXCLUDING -> all.mustNot(part.query());
                    case FAVOURING -> all.should(part.query());
                }
            }
            priors.forEach(prior -> all.should(prior.query()));
            return all.filter(filters);
        }));
    }
}
