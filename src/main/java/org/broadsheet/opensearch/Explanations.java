package org.broadsheet.opensearch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.broadsheet.analysis.Analyzers;
import org.broadsheet.article.Article;
import org.broadsheet.engine.RankedPart;
import org.broadsheet.engine.Reasons;
import org.broadsheet.field.ArticleField;
import org.broadsheet.query.ArticleQuery;
import org.opensearch.client.opensearch._types.query_dsl.Query;
import org.opensearch.client.opensearch.core.search.Hit;

/**
 * Why a hit is where it is, in words: what each part of the formula adds to its score. The cluster is asked for the
 * parts one by one, so what is said is what was counted.
 */
final class Explanations {

    private final Reading reading;
    private final Analyzers analyzers;
    private final RankedQuery ranked;
    private final ArticleQuery asked;

    Explanations(Reading reading, Analyzers analyzers, RankedQuery ranked, ArticleQuery asked) {
        this.reading = reading;
        this.analyzers = analyzers;
        this.ranked = ranked;
        this.asked = asked;
    }

    /** For each hit by the article's id, one sentence for each part that counted, and the sum. */
    Map<String, List<String>> of(List<Hit<StoredArticles.Source>> hits) {
        List<String> ids = hits.stream().map(Hit::id).toList();
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<String, Reasons> reasons = new HashMap<>();
        ids.forEach(id -> reasons.put(id, new Reasons()));
        for (RankedPart<Query> part : ranked.words()) {
            if (part.ranks()) {
                Marks marks = new Marks(analyzers, part.asked() == null ? new ArticleQuery.Everything() : part.asked());
                Map<String, Float> added = scores(part.query(), ids);
                for (Hit<StoredArticles.Source> hit : hits) {
                    List<ArticleField> places = part.kind() == RankedPart.Kind.CONDITION
                            ? places(marks, hit)
                            : List.of();
                    reasons.get(hit.id()).add(Reasons.words(part, places), added.getOrDefault(hit.id(), 0f));
                }
            }
        }
        for (Priors.Prior prior : ranked.priors()) {
            Map<String, Float> added = scores(prior.query(), ids);
            for (Hit<StoredArticles.Source> hit : hits) {
                String told = prior.kind().told(hit.source().article(), reading.state().newest());
                reasons.get(hit.id()).add(told, added.getOrDefault(hit.id(), 0f));
            }
        }
        Map<String, List<String>> why = new HashMap<>();
        reasons.forEach((id, told) -> why.put(id, told.withSum()));
        return why;
    }

    private Map<String, Float> scores(Query part, List<String> ids) {
        Query these = Query.of(query -> query.bool(both -> both.must(part)
                .filter(QueryTranslator.terms(IndexFields.ID, ids))));
        Map<String, Float> scores = new HashMap<>();
        for (Hit<Void> hit : reading.search(Void.class, search -> {
            search.query(these).size(ids.size()).source(none -> none.fetch(false));
            Reading.rankAlike(search, asked);
        }).hits().hits()) {
            scores.put(hit.id(), hit.score().floatValue());
        }
        return scores;
    }

    private static List<ArticleField> places(Marks marks, Hit<StoredArticles.Source> hit) {
        List<ArticleField> places = new ArrayList<>();
        ArticleField.weighted().forEach(field -> {
            if (texts(field, hit).stream().anyMatch(text -> !marks.in(field, text).isEmpty())) {
                places.add(field);
            }
        });
        return places;
    }

    private static List<String> texts(ArticleField field, Hit<StoredArticles.Source> hit) {
        if (field == ArticleField.BODY) {
            String body = StoredArticles.text(hit.fields(), IndexFields.BODY);
            return body == null ? List.of() : List.of(body);
        }
        Article article = hit.source().article();
        return field.strings(article);
    }
}
