package org.broadsheet.lucene;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
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
import org.broadsheet.engine.RankedPart;
import org.broadsheet.engine.Reasons;
import org.broadsheet.field.ArticleField;
import org.broadsheet.field.Ranking;
import org.broadsheet.query.ArticleQuery;

/**
 * Why a hit is where it is, in words: what each part of the formula adds to its score. The parts are asked of the index
 * one by one, so what is said is what was counted.
 */
final class Explanations {

    /** A part of the formula, with what matches it, and what matches it in each field. */
    private record Asked(RankedPart<Query> part, Weight weight, Map<ArticleField, Weight> places) {}

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
        for (RankedPart<Query> part : ranked.parts()) {
            if (part.ranks()) {
                asked.add(new Asked(part, weight(part.query()),
                        part.kind() == RankedPart.Kind.CONDITION ? places(part.asked()) : Map.of()));
            }
        }
    }

    /** One sentence for each part that counted, and the sum. */
    List<String> why(Article article, int doc) throws IOException {
        Reasons why = new Reasons();
        for (Asked each : asked) {
            Explanation explanation = explanation(each.weight(), doc);
            if (explanation.isMatch()) {
                why.add(Reasons.words(each.part(), places(each, doc)), explanation.getValue().floatValue());
            }
        }
        why.add(Reasons.quality(article), Priors.quality(Ranking.DEFAULT, article));
        why.add(Reasons.heat(article), Priors.heat(Ranking.DEFAULT, article));
        why.add(Reasons.age(article, newest), priors.age(article));
        return why.withSum();
    }

    private List<ArticleField> places(Asked each, int doc) throws IOException {
        List<ArticleField> places = new ArrayList<>();
        for (Map.Entry<ArticleField, Weight> place : each.places().entrySet()) {
            if (explanation(place.getValue(), doc).isMatch()) {
                places.add(place.getKey());
            }
        }
        return places;
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
}
