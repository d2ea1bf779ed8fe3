package org.broadsheet.opensearch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.broadsheet.analysis.Analyzers;
import org.broadsheet.analysis.PlacedTerm;
import org.broadsheet.field.ArticleField;
import org.broadsheet.field.Ranking;
import org.broadsheet.opensearch.RankedQuery.Kind;
import org.broadsheet.opensearch.RankedQuery.Occur;
import org.broadsheet.opensearch.RankedQuery.Part;
import org.broadsheet.query.ArticleQuery;
import org.broadsheet.query.LooseWords;
import org.opensearch.client.json.JsonData;
import org.opensearch.client.opensearch._types.query_dsl.Query;

/** Says in OpenSearch's queries how well an article answers, by the formula of {@link Ranking}. */
final class Ranker {

    /**
     * Words of the longest query whose neighbours count: in a longer one they would add next to nothing, and cost more
     * than all of its words.
     */
    private static final int LONGEST_ORDERED = 12;

    /** Where neighbouring words are looked for: the texts that have sentences. */
    private static final List<ArticleField> SENTENCES = List.of(ArticleField.TITLE, ArticleField.EXCERPT,
            ArticleField.BODY);

    private final Analyzers analyzers;
    private final Ranking ranking;
    private final Instant newest; // null if no article has a date

    Ranker(Analyzers analyzers, Ranking ranking, Instant newest) {
        this.analyzers = analyzers;
        this.ranking = ranking;
        this.newest = newest;
    }

    /** The query with all that counts for the place of a match. */
    RankedQuery ranked(ArticleQuery query) {
        List<Part> parts = new ArrayList<>();
        List<String> words = LooseWords.of(query);
        float share = ranking.share(words.size());
        addConditions(query, new QueryTranslator(analyzers, share * ranking.exactForm()), parts);
        addProximity(words, share * ranking.proximity(), parts);
        addExactTitle(words, parts);
        addPriors(parts);
        return new RankedQuery(parts);
    }

    private static void addConditions(ArticleQuery query, QueryTranslator translator, List<Part> parts) {
        boolean positive = false;
        for (ArticleQuery part : LooseWords.conjuncts(query)) {
            if (part instanceof ArticleQuery.Not(ArticleQuery unwanted)) {
                translator.ifSaysSomething(unwanted)
                        .ifPresent(it -> parts.add(new Part(Kind.CONDITION, part, it, Occur.MUST_NOT)));
            } else {
                Optional<Query> wanted = translator.ranking(part);
                wanted.ifPresent(it -> parts.add(new Part(Kind.CONDITION, part, it, Occur.MUST)));
                positive |= wanted.isPresent();
            }
        }
        if (!positive) {
            Query everything = Query.of(all -> all.matchAll(each -> each.boost(0f)));
            parts.add(new Part(Kind.CONDITION, null, everything, Occur.MUST));
        }
    }

    private void addProximity(List<String> words, float weight, List<Part> parts) {
        for (int i = 1; i < words.size() && words.size() <= LONGEST_ORDERED; i++) {
            String pair = words.get(i - 1) + " " + words.get(i);
            List<PlacedTerm> stems = analyzers.stemmedTokens(pair);
            if (stems.size() > 1 && weight > 0) {
                Query near = QueryTranslator.best(SENTENCES.stream()
                        .map(field -> QueryTranslator.phrase(stems, IndexFields.stems(field), 0))
                        .toList());
                parts.add(new Part(Kind.NEIGHBOURS, new ArticleQuery.Phrase(pair, 0),
                        QueryTranslator.weighted(near, weight), Occur.SHOULD));
            }
        }
    }

    private void addExactTitle(List<String> words, List<Part> parts) {
        if (!words.isEmpty() && ranking.exactTitle() > 0) {
            String title = IndexFields.wholeTitle(analyzers.exactTokens(String.join(" ", words)));
            parts.add(new Part(Kind.WHOLE_TITLE, null,
                    constant(QueryTranslator.term(IndexFields.WHOLE_TITLE, title), ranking.exactTitle()),
                    Occur.SHOULD));
        }
    }

    private void addPriors(List<Part> parts) {
        if (ranking.quality() > 0) {
            parts.add(new Part(Kind.QUALITY, null,
                    saturating(ArticleField.QUALITY, ranking.quality(), ranking.qualityPivot()), Occur.SHOULD));
        }
        if (ranking.heat() > 0) {
            parts.add(new Part(Kind.HEAT, null,
                    saturating(ArticleField.HEAT, ranking.heat(), ranking.heatPivot()), Occur.SHOULD));
        }
        if (ranking.age() > 0 && newest != null) {
            Query age = Query.of(query -> query.distanceFeature(near -> near
                    .field(IndexFields.values(ArticleField.DATE))
                    .origin(JsonData.of(Long.toString(newest.toEpochMilli())))
                    .pivot(ranking.agePivotDays() + "d")
                    .boost(ranking.age())));
            parts.add(new Part(Kind.AGE, null, age, Occur.SHOULD));
            parts.add(new Part(Kind.UNDATED, null,
                    constant(QueryTranslator.term(IndexFields.UNDATED, "true"), ranking.age() / 2), Occur.SHOULD));
        }
    }

    private static Query constant(Query query, float score) {
        return Query.of(outer -> outer.constantScore(all -> all.filter(query).boost(score)));
    }

    /** What a number of the article adds: half of the most at the pivot. */
    static Query saturating(ArticleField field, float most, float pivot) {
        return Query.of(query -> query.rankFeature(feature -> feature.field(IndexFields.feature(field))
                .boost(most)
                .saturation(curve -> curve.pivot(pivot))));
    }
}
