package org.broadsheet.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.broadsheet.analysis.PlacedTerm;
import org.broadsheet.engine.RankedPart.Effect;
import org.broadsheet.engine.RankedPart.Kind;
import org.broadsheet.field.ArticleField;
import org.broadsheet.field.Ranking;
import org.broadsheet.query.ArticleQuery;
import org.broadsheet.query.LooseWords;

/**
 * Says how well an article answers by its words: the formula of {@link Ranking} less what the article adds whatever is
 * asked.
 *
 * @param <Q> the queries of the engine
 */
public final class WordRanking<Q> {

    /** Where neighbouring words are looked for: the texts that have sentences. */
    public static final List<ArticleField> SENTENCES = List.of(ArticleField.TITLE, ArticleField.EXCERPT,
            ArticleField.BODY);

    private final QueryTranslation<Q> translation;
    private final Ranking ranking;

    public WordRanking(QueryTranslation<Q> translation, Ranking ranking) {
        this.translation = translation;
        this.ranking = ranking;
    }

    /** All that counts for the place of a match; at least one part is required. */
    public List<RankedPart<Q>> parts(ArticleQuery query) {
        List<RankedPart<Q>> parts = new ArrayList<>();
        List<String> words = LooseWords.of(query);
        float share = ranking.share(words.size());
        addConditions(query, share * ranking.exactForm(), parts);
        addNeighbours(words, share * ranking.proximity(), parts);
        addWholeTitle(words, parts);
        return parts;
    }

    private void addConditions(ArticleQuery query, float exactForm, List<RankedPart<Q>> parts) {
        boolean positive = false;
        for (ArticleQuery part : LooseWords.conjuncts(query)) {
            if (part instanceof ArticleQuery.Not(ArticleQuery unwanted)) {
                translation.ifSaysSomething(unwanted)
                        .ifPresent(it -> parts.add(new RankedPart<>(Kind.CONDITION, part, it, Effect.EXCLUDING)));
            } else {
                Optional<Q> wanted = translation.ranking(part, exactForm);
                wanted.ifPresent(it -> parts.add(new RankedPart<>(Kind.CONDITION, part, it, Effect.REQUIRED)));
                positive |= wanted.isPresent();
            }
        }
        if (!positive) {
            Q everything = translation.weighted(translation.everything(), 0);
            parts.add(new RankedPart<>(Kind.CONDITION, null, everything, Effect.REQUIRED));
        }
    }

    private void addNeighbours(List<String> words, float weight, List<RankedPart<Q>> parts) {
        for (int i = 1; i < words.size(); i++) {
            String pair = words.get(i - 1) + " " + words.get(i);
            List<PlacedTerm> stems = translation.analyzers().stemmedTokens(pair);
            if (stems.size() > 1 && weight > 0) {
                Q near = translation
                        .best(SENTENCES.stream().map(field -> translation.phrase(field, true, stems, 0)).toList());
                parts.add(new RankedPart<>(Kind.NEIGHBOURS, new ArticleQuery.Phrase(pair, 0),
                        translation.weighted(near, weight), Effect.FAVOURING));
            }
        }
    }

    private void addWholeTitle(List<String> words, List<RankedPart<Q>> parts) {
        if (!words.isEmpty() && ranking.exactTitle() > 0) {
            Q title = translation.withTitle(translation.analyzers().exactTokens(String.join(" ", words)));
            parts.add(new RankedPart<>(Kind.WHOLE_TITLE, null, translation.weighted(title, ranking.exactTitle()),
                    Effect.FAVOURING));
        }
    }
}
