package org.broadsheet.opensearch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.broadsheet.analysis.Analyzers;
import org.broadsheet.article.Article;
import org.broadsheet.field.ArticleField;
import org.broadsheet.query.ArticleQuery;
import org.opensearch.client.opensearch._types.query_dsl.Query;
import org.opensearch.client.opensearch.core.search.Hit;

/**
 * Why a hit is where it is, in words: what each part of the formula adds to its score. The cluster is asked for the
 * parts one by one, so what is said is what was counted.
 */
final class Explanations {

    /** What adds less than this is not worth a sentence. */
    private static final float NEGLIGIBLE = 0.005f;

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
        Map<RankedQuery.Part, Map<String, Float>> added = new HashMap<>();
        for (RankedQuery.Part part : ranked.parts()) {
            if (part.ranks() && !ids.isEmpty()) {
                added.put(part, scores(part, ids));
            }
        }
        Map<String, List<String>> why = new HashMap<>();
        for (Hit<StoredArticles.Source> hit : hits) {
            String body = StoredArticles.text(hit.fields(), IndexFields.BODY);
            why.put(hit.id(), why(hit.source().article(), body, added));
        }
        return why;
    }

    private Map<String, Float> scores(RankedQuery.Part part, List<String> ids) {
        Query these = Query.of(query -> query.bool(both -> both.must(part.query())
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

    private List<String> why(Article article, String body, Map<RankedQuery.Part, Map<String, Float>> added) {
        List<String> why = new ArrayList<>();
        float sum = 0;
        for (RankedQuery.Part part : ranked.parts()) {
            float score = added.getOrDefault(part, Map.of()).getOrDefault(article.id(), 0f);
            if (score > NEGLIGIBLE) {
                why.add(String.format(Locale.ROOT, "%s: %.2f", sentence(part, article, body), score));
                sum += score;
            }
        }
        why.add(String.format(Locale.ROOT, "All together: %.2f", sum));
        return why;
    }

    private String sentence(RankedQuery.Part part, Article article, String body) {
        return switch (part.kind()) {
            case CONDITION -> "It matches " + part.asked() + synonyms(part.asked())
                    + places(part.asked(), article, body);
            case NEIGHBOURS -> "The words " + part.asked() + " stand next to each other";
            case WHOLE_TITLE -> "Its title is just what was asked for";
            case QUALITY -> article.quality() == null
                    ? "Its quality is not known, and counts as middling"
                    : "Its quality is " + article.quality();
            case HEAT -> article.heat() == null || article.heat() < 0
                    ? "Its heat was not measured, and counts as middling"
                    : "Its heat is " + article.heat();
            case AGE -> age(article);
            case UNDATED -> "Its date is not known, and counts as middling";
        };
    }

    private static String synonyms(ArticleQuery part) {
        return part instanceof ArticleQuery.WithSynonyms ? " or what means the same" : "";
    }

    private String places(ArticleQuery part, Article article, String body) {
        Marks marks = new Marks(analyzers, part);
        List<String> places = ArticleField.weighted()
                .filter(field -> texts(field, article, body).stream()
                        .anyMatch(text -> !marks.in(field, text).isEmpty()))
                .map(ArticleField::queryName)
                .toList();
        return places.isEmpty() ? "" : " in its " + String.join(" and ", places);
    }

    private static List<String> texts(ArticleField field, Article article, String body) {
        if (field == ArticleField.BODY) {
            return body == null ? List.of() : List.of(body);
        }
        return field.strings(article);
    }

    private String age(Article article) {
        long days = Duration.between(article.publishedDateTime(), reading.state().newest()).abs().toDays();
        return days == 0
                ? "It is as new as the newest article"
                : "It is " + days + (days == 1 ? " day" : " days") + " away from the newest article";
    }
}
