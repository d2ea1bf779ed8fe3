package org.broadsheet.lucene;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.broadsheet.article.Article;
import org.broadsheet.field.ArticleField;
import org.broadsheet.query.ArticleQuery;

/**
 * Why a hit is where it is, in words: what each part of the formula adds to its score. The parts are asked of the index
 * one by one, so what is said is what was counted.
 */
final class Explanations {

    /** What adds less than this is not worth a sentence. */
    private static final float NEGLIGIBLE = 0.005f;

    private final IndexSearcher searcher;
    private final RankedQuery ranked;
    private final HighlightQueries fields;
    private final Instant newest;

    Explanations(IndexSearcher searcher, Analyzers analyzers, RankedQuery ranked, Instant newest) {
        this.searcher = searcher;
        this.ranked = ranked;
        this.newest = newest;
        fields = new HighlightQueries(analyzers);
    }

    /** One sentence for each part that counted, and the sum. */
    List<String> why(Article article, int doc) throws IOException {
        List<String> why = new ArrayList<>();
        float sum = 0;
        for (RankedQuery.Part part : ranked.parts()) {
            Explanation explanation = searcher.explain(searcher.rewrite(part.query()), doc);
            float added = explanation.isMatch() ? explanation.getValue().floatValue() : 0;
            if (added > NEGLIGIBLE && part.ranks()) {
                why.add(String.format(Locale.ROOT, "%s: %.2f", sentence(part, article, doc), added));
                sum += added;
            }
        }
        why.add(String.format(Locale.ROOT, "All together: %.2f", sum));
        return why;
    }

    private String sentence(RankedQuery.Part part, Article article, int doc) throws IOException {
        return switch (part.kind()) {
            case CONDITION -> "It matches " + part.asked() + synonyms(part.asked()) + places(part.asked(), doc);
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

    private static String synonyms(ArticleQuery asked) {
        return asked instanceof ArticleQuery.WithSynonyms ? " or what means the same" : "";
    }

    private String places(ArticleQuery asked, int doc) throws IOException {
        List<String> places = new ArrayList<>();
        for (ArticleField field : ArticleField.weighted().toList()) {
            var query = fields.within(field, asked);
            if (query.isPresent() && searcher.explain(searcher.rewrite(query.get()), doc).isMatch()) {
                places.add(field.queryName());
            }
        }
        return places.isEmpty() ? "" : " in its " + String.join(" and ", places);
    }

    private String age(Article article) {
        long days = Duration.between(article.publishedDateTime(), newest).abs().toDays();
        return days == 0
                ? "It is as new as the newest article"
                : "It is " + days + (days == 1 ? " day" : " days") + " away from the newest article";
    }
}
