package org.broadsheet.lucene;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.broadsheet.analysis.Analyzers;
import org.broadsheet.analysis.PlacedTerm;
import org.broadsheet.field.Ranking;
import org.broadsheet.lucene.RankedQuery.Kind;
import org.broadsheet.lucene.RankedQuery.Part;
import org.broadsheet.query.ArticleQuery;
import org.broadsheet.query.LooseWords;

/** Says in Lucene's queries how well an article answers, by the formula of {@link Ranking} less its priors. */
final class Ranker {

    /**
     * Words of the longest query whose neighbours count: in a longer one they would add next to nothing, and cost more
     * than all of its words.
     */
    private static final int LONGEST_ORDERED = 12;

    private final Analyzers analyzers;
    private final Ranking ranking;

    Ranker(Analyzers analyzers, Ranking ranking) {
        this.analyzers = analyzers;
        this.ranking = ranking;
    }

    /** The query with all that counts for the place of a match. */
    RankedQuery ranked(ArticleQuery query) {
        List<Part> parts = new ArrayList<>();
        List<String> words = LooseWords.of(query);
        float share = ranking.share(words.size());
        addConditions(query, new QueryTranslator(analyzers, share * ranking.exactForm()), parts);
        addProximity(words, share * ranking.proximity(), parts);
        addExactTitle(words, parts);
        return new RankedQuery(parts);
    }

    private static void addConditions(ArticleQuery query, QueryTranslator translator, List<Part> parts) {
        boolean positive = false;
        for (ArticleQuery part : LooseWords.conjuncts(query)) {
            if (part instanceof ArticleQuery.Not(ArticleQuery unwanted)) {
                translator.ifSaysSomething(unwanted)
                        .ifPresent(it -> parts.add(Part.condition(part, it, Occur.MUST_NOT)));
            } else {
                Optional<Query> wanted = translator.ranking(part);
                wanted.ifPresent(it -> parts.add(Part.condition(part, it, Occur.MUST)));
                positive |= wanted.isPresent();
            }
        }
        if (!positive) {
            parts.add(Part.condition(null, new BoostQuery(MatchAllDocsQuery.INSTANCE, 0), Occur.MUST));
        }
    }

    private void addProximity(List<String> words, float weight, List<Part> parts) {
        for (int i = 1; i < words.size() && words.size() <= LONGEST_ORDERED; i++) {
            String pair = words.get(i - 1) + " " + words.get(i);
            List<PlacedTerm> stems = analyzers.stemmedTokens(pair);
            if (stems.size() > 1 && weight > 0) {
                Query near = new DisjunctionMaxQuery(Neighbours.TEXTS.stream()
                        .map(field -> QueryTranslator.phrase(stems, IndexFields.stems(field), 0))
                        .toList(), 0);
                parts.add(new Part(Kind.NEIGHBOURS, new ArticleQuery.Phrase(pair, 0),
                        new BoostQuery(near, weight), Occur.SHOULD, Neighbours.candidates(stems)));
            }
        }
    }

    private void addExactTitle(List<String> words, List<Part> parts) {
        if (!words.isEmpty() && ranking.exactTitle() > 0) {
            Query title = new TermQuery(IndexFields.wholeTitle(analyzers.exactTokens(String.join(" ", words))));
            parts.add(new Part(Kind.WHOLE_TITLE, null,
                    new BoostQuery(new ConstantScoreQuery(title), ranking.exactTitle()), Occur.SHOULD, title));
        }
    }
}
