package org.broadsheet.opensearch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.broadsheet.analysis.Analyzers;
import org.broadsheet.analysis.PlacedTerm;
import org.broadsheet.article.Article;
import org.broadsheet.field.ArticleField;
import org.broadsheet.field.ArticleField.Text;
import org.broadsheet.field.ArticleField.Value;
import org.broadsheet.field.Ranking;
import org.broadsheet.search.FacetName;
import org.broadsheet.search.IndexedArticle;

/** What is written for an article: the declared fields, and the article itself to be given back. */
final class ArticleDocuments {

    private final Analyzers analyzers;

    ArticleDocuments(Analyzers analyzers) {
        this.analyzers = analyzers;
    }

    /** By the names of {@link IndexFields}. */
    Map<String, Object> document(IndexedArticle indexed) {
        Article article = indexed.article();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put(IndexFields.ARTICLE, StoredArticles.summary(article));
        document.put(IndexFields.ID, article.id());
        document.put(IndexFields.SOURCE, article.source());
        document.put(IndexFields.STORED_PATH, article.path());
        document.put(IndexFields.STAMP, StoredArticles.encode(indexed.stamp()));
        if (article.body() != null) {
            document.put(IndexFields.BODY, article.body());
        }
        if (!article.related().isEmpty()) {
            document.put(IndexFields.RELATED, StoredArticles.encode(article.related()));
        }
        addFields(document, article);
        addPriors(document, article);
        document.put(IndexFields.WHOLE_TITLE, IndexFields.wholeTitle(analyzers.exactTokens(article.title())));
        return document;
    }

    /** Written as soon as it is made, so that its size is known and no more than its text is kept. */
    String json(IndexedArticle indexed) {
        try {
            return Transports.JSON.writeValueAsString(document(indexed));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and numbers can be written as JSON", e);
        }
    }

    private void addFields(Map<String, Object> document, Article article) {
        Map<String, Integer> words = new LinkedHashMap<>();
        Map<String, Integer> stems = new LinkedHashMap<>();
        for (ArticleField field : ArticleField.values()) {
            List<String> texts = field.strings(article);
            if (field.value() == Value.NUMBER) {
                document.put(field.queryName(), field.number(article));
            } else if (!texts.isEmpty()) {
                document.put(field.queryName(), texts);
            }
            if (field.weight() > 0 && field.text() == Text.STEMMED) {
                for (String text : texts) {
                    List<PlacedTerm> exact = analyzers.exactTokens(text);
                    count(exact, field.weight(), words);
                    count(analyzers.stemsOf(exact), field.weight(), stems);
                }
            }
        }
        document.put(IndexFields.WORDS, withFrequencies(words));
        document.put(IndexFields.STEMS, withFrequencies(stems));
        document.put(IndexFields.VOCABULARY, words.keySet());
        for (FacetName facet : FacetName.values()) {
            if (facet.hasValues()) {
                document.put(IndexFields.names(facet), names(facet.field().strings(article)));
            }
        }
    }

    private List<String> names(List<String> values) {
        List<String> names = new ArrayList<>();
        values.stream()
                .filter(value -> value.length() <= IndexDefinition.LONGEST_VALUE)
                .forEach(value -> names.addAll(ValueNames.of(value, analyzers)));
        return names;
    }

    private static void count(List<PlacedTerm> tokens, int weight, Map<String, Integer> frequencies) {
        for (PlacedTerm token : tokens) {
            frequencies.merge(token.term(), weight, Integer::sum);
        }
    }

    /** As the filter {@code delimited_term_freq} reads it: {@code robot|3 police|1}. */
    private static String withFrequencies(Map<String, Integer> frequencies) {
        StringBuilder text = new StringBuilder();
        frequencies.forEach((term, frequency) -> text.append(term).append('|').append(frequency).append(' '));
        return text.toString();
    }

    /**
     * What an article does not have must neither raise nor lower it, so it counts as the middle. What is 0 adds nothing,
     * and is left out, since the index holds only features above 0.
     */
    private static void addPriors(Map<String, Object> document, Article article) {
        Ranking ranking = Ranking.DEFAULT;
        float quality = article.quality() == null ? ranking.qualityPivot() : article.quality();
        float heat = article.heat() == null || article.heat() < 0 ? ranking.heatPivot() : article.heat();
        if (quality > 0) {
            document.put(IndexFields.feature(ArticleField.QUALITY), quality);
        }
        if (heat > 0) {
            document.put(IndexFields.feature(ArticleField.HEAT), heat);
        }
        if (article.publishedDateTime() == null) {
            document.put(IndexFields.UNDATED, "true");
        }
    }
}
