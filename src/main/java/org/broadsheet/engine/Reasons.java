package org.broadsheet.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.broadsheet.article.Article;
import org.broadsheet.field.ArticleField;
import org.broadsheet.query.ArticleQuery;

import static java.util.stream.Collectors.joining;

/** Why a hit is where it is, in words: a sentence for each part of its score that counts, and their sum. */
public final class Reasons {

    /** What adds less than this is not worth a sentence. */
    private static final float NEGLIGIBLE = 0.005f;

    private final List<String> sentences = new ArrayList<>();
    private float sum;

    /** Tells what was added, if it is worth a sentence. */
    public void add(String sentence, float added) {
        if (added > NEGLIGIBLE) {
            sentences.add(told(sentence, added));
            sum += added;
        }
    }

    /** All that was told, and last what it comes to. */
    public List<String> withSum() {
        List<String> all = new ArrayList<>(sentences);
        all.add(told("All together", sum));
        return all;
    }

    private static String told(String sentence, float added) {
        return String.format(Locale.ROOT, "%s: %.2f", sentence, added);
    }

    /** @param places the fields that a condition matches in; empty for other parts, or if it is not about words */
    public static String words(RankedPart<?> part, List<ArticleField> places) {
        return switch (part.kind()) {
            case CONDITION -> "It matches " + part.asked() + synonyms(part.asked()) + in(places);
            case NEIGHBOURS -> "The words " + part.asked() + " stand next to each other";
            case WHOLE_TITLE -> "Its title is just what was asked for";
        };
    }

    private static String synonyms(ArticleQuery asked) {
        return asked instanceof ArticleQuery.WithSynonyms ? " or what means the same" : "";
    }

    private static String in(List<ArticleField> places) {
        return places.isEmpty()
                ? ""
                : places.stream().map(ArticleField::queryName).collect(joining(" and ", " in its ", ""));
    }

    /** What counts for the article's quality. */
    public static String quality(Article article) {
        return article.quality() == null
                ? "Its quality is not known, and counts as middling"
                : "Its quality is " + article.quality();
    }

    /** What counts for the article's heat. */
    public static String heat(Article article) {
        return article.heat() == null || article.heat() < 0
                ? "Its heat was not measured, and counts as middling"
                : "Its heat is " + article.heat();
    }

    /**
     * What counts for the article's age.
     *
     * @param newest from which ages are measured, or null if no article has a date
     */
    public static String age(Article article, Instant newest) {
        if (article.publishedDateTime() == null || newest == null) {
            return "Its date is not known, and counts as middling";
        }
        long days = Duration.between(article.publishedDateTime(), newest).abs().toDays();
        return days == 0
                ? "It is as new as the newest article"
                : "It is " + days + (days == 1 ? " day" : " days") + " away from the newest article";
    }
}
