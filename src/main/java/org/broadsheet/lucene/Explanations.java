package org.broadsheet.lucene;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.broadsheet.analysis.Analyzers;
import org.broadsheet.article.Article;
import org.broadsheet.field.ArticleField;
import org.broadsheet.field.Ranking;
import org.broadsheet.query.ArticleQuery;

/**
 * Why a hit is where it is, in words: what each part of the formula adds to its score. The parts are asked of the index
 * one by one, so what is said is what was counted.
 */
final class Explanations {

    /** What adds less than this is not worth a sentence. */
    private static final float NEGLIGIBLE = 0.005f;

    /** A part of the formula, with what matches it, and what matches it in each field. */
    private record Asked(RankedQuery.Part part, Weight weight, Map<ArticleField, Weight> places) {}

    private final IndexSearcher searcher;
    private final HighlightQueries fields;
    private final Instant newest; // null if no article has a date
    private final Priors priors;
    private final List<Asked> asked = new ArrayList<>();

    Explanations(IndexSearcher searcher, Analyzers analyzers, RankedQuery ranked, Instant newest)
            throws IOException {
        this.searcher = searcher;
        this.newest = newest;
        priors = new Priors(Ranking.DEFAULT, newest);
        fields = new HighlightQueries(analyzers);
        for (RankedQuery.Part part : ranked.parts()) {
            if (part.ranks()) {
                asked.add(new Asked(part, weight(part.query()),
                        part.kind() == RankedQuery.Kind.CONDITION ? places(part.asked()) : Map.of()));
            }
        }
    }

    /** One sentence for each part that counted, and the sum. */
    List<String> why(Article article, int doc) throws IOException {
        List<String> why = new ArrayList<>();
        float sum = 0;
        for (Asked each : asked) {
            Explanation explanation = explanation(each.weight(), doc);
            float added = explanation.isMatch() ? explanation.getValue().floatValue() : 0;
            sum += addIfTold(why, sentence(each, doc), added);
        }
        sum += addIfTold(why, quality(article), Priors.quality(Ranking.DEFAULT, article));
        sum += addIfTold(why, heat(article), Priors.heat(Ranking.DEFAULT, article));
        sum += addIfTold(why, age(article), priors.age(article));
        why.add(String.format(Locale.ROOT, "All together: %.2f", sum));
        return why;
    }

    /** Tells what was added, and returns it, if it is worth a sentence. */
    private static float addIfTold(List<String> why, String sentence, float added) {
        if (added <= NEGLIGIBLE) {
            return 0;
        }
        why.add(String.format(Locale.ROOT, "%s: %.2f", sentence, added));
        return added;
    }

    private String sentence(Asked each, int doc) throws IOException {
        RankedQuery.Part part = each.part();
        return switch (part.kind()) {
            case CONDITION -> "It matches " + part.asked() + synonyms(part.asked()) + places(each, doc);
            case NEIGHBOURS -> "The words " + part.asked() + " stand next to each other";
            case WHOLE_TITLE -> "Its title is just what was asked for";
        };
    }

    private static String quality(Article article) {
        return article.quality() == null
                ? "Its quality is not known, and counts as middling"
                : "Its quality is " + article.quality();
    }

    private static String heat(Article article) {
        return article.heat() == null || article.heat() < 0
                ? "Its heat was not measured, and counts as middling"
                : "Its heat is " + article.heat();
    }

    private static String synonyms(ArticleQuery asked) {
        return asked instanceof ArticleQuery.WithSynonyms ? " or what means the same" : "";
    }

    private String places(Asked each, int doc) throws IOException {
        List<String> places = new ArrayList<>();
        for (Map.Entry<ArticleField, Weight> place : each.places().entrySet()) {
            if (explanation(place.getValue(), doc).isMatch()) {
                places.add(place.getKey().queryName());
            }
        }
        return places.isEmpty() ? "" : " in its " + String.join(" and ", places);
    }

    /** In each field that is searched, what the part of a query asks for. */
    private Map<ArticleField, Weight> places(ArticleQuery part) throws IOException {
        Map<ArticleField, Weight> places = new EnumMap<>(ArticleField.class);
        for (ArticleField field : ArticleField.weighted().toList()) {
            var query = fields.anyWithin(field, part);
            if (query.isPresent()) {
                places.put(field, weight(query.get()));
            }
        }
        return places;
    }

    /** Made once for all hits: to prepare a query can cost more than to ask it. */
    private Weight weight(Query query) throws IOException {
        return searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, 1);
    }

    private Explanation explanation(Weight weight, int doc) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
        return weight.explain(leaf, doc - leaf.docBase);
    }

    private String age(Article article) {
        if (article.publishedDateTime() == null || newest == null) {
            return "Its date is not known, and counts as middling";
        }
        long days = Duration.between(article.publishedDateTime(), newest).abs().toDays();
        return days == 0
                ? "It is as new as the newest article"
                : "It is " + days + (days == 1 ? " day" : " days") + " away from the newest article";
    }
}
