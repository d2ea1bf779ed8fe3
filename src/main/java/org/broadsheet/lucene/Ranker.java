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
import org.broadsheet.field.ArticleField;
import org.broadsheet.field.Ranking;
import org.broadsheet.lucene.RankedQuery.Kind;
import org.broadsheet.lucene.RankedQuery.Part;
import org.broadsheet.query.ArticleQuery;

/** Says in Lucene's queries how well an article answers, by the formula of {@link Ranking} less its priors. */
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

    Ranker(Analyzers analyzers, Ranking ranking) {
        this.analyzers = analyzers;
        this.ranking = ranking;
    }

    /** The query with all that counts for the place of a match. */
    RankedQuery ranked(ArticleQuery query) {
        List<Part> parts = new ArrayList<>();
        List<String> words = looseWords(query);
        float share = ranking.share(words.size());
        addConditions(query, new QueryTranslator(analyzers, share * ranking.exactForm()), parts);
        addProximity(words, share * ranking.proximity(), parts);
        addExactTitle(words, parts);
        return new RankedQuery(parts);
    }

    private static void addConditions(ArticleQuery query, QueryTranslator translator, List<Part> parts) {
        boolean positive = false;
        for (ArticleQuery part : conjuncts(query)) {
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
            parts.add(new Part(Kind.CONDITION, null, new BoostQuery(MatchAllDocsQuery.INSTANCE, 0), Occur.MUST));
        }
    }

    private static List<ArticleQuery> conjuncts(ArticleQuery query) {
        return query instanceof ArticleQuery.All(List<ArticleQuery> parts) ? parts : List.of(query);
    }

    /** The words that were typed next to each other without an operator. */
    private static List<String> looseWords(ArticleQuery query) {
        List<ArticleQuery> parts = query instanceof ArticleQuery.AtLeast(_, List<ArticleQuery> some)
                ? some
                : conjuncts(query);
        List<String> words = new ArrayList<>();
        parts.forEach(part -> addWords(part, words));
        return words;
    }

    private static void addWords(ArticleQuery part, List<String> words) {
        switch (part) {
            case ArticleQuery.Word(String text, boolean loose) when loose -> words.add(text);
            case ArticleQuery.Respelt(_, String text) -> words.add(text);
            case ArticleQuery.WithSynonyms(ArticleQuery asked, _) -> addWords(asked, words);
            case ArticleQuery.All(List<ArticleQuery> parts) -> parts.forEach(each -> addWords(each, words));
            case ArticleQuery.AtLeast(_, List<ArticleQuery> parts) -> parts.forEach(each -> addWords(each, words));
            default -> {
                // Not a loose word.
            }
        }
    }

    private void addProximity(List<String> words, float weight, List<Part> parts) {
        for (int i = 1; i < words.size() && words.size() <= LONGEST_ORDERED; i++) {
            String pair = words.get(i - 1) + " " + words.get(i);
            List<PlacedTerm> stems = analyzers.stemmedTokens(pair);
            if (stems.size() > 1 && weight > 0) {
                Query near = new DisjunctionMaxQuery(SENTENCES.stream()
                        .map(field -> QueryTranslator.phrase(stems, IndexFields.stems(field), 0))
                        .toList(), 0);
                parts.add(new Part(Kind.NEIGHBOURS, new ArticleQuery.Phrase(pair, 0),
                        new BoostQuery(near, weight), Occur.SHOULD));
            }
        }
    }

    private void addExactTitle(List<String> words, List<Part> parts) {
        if (!words.isEmpty() && ranking.exactTitle() > 0) {
            Query title = new TermQuery(IndexFields.wholeTitle(analyzers.exactTokens(String.join(" ", words))));
            parts.add(new Part(Kind.WHOLE_TITLE, null,
                    new BoostQuery(new ConstantScoreQuery(title), ranking.exactTitle()), Occur.SHOULD));
        }
    }
}
