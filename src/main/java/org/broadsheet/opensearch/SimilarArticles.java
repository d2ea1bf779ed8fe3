package org.broadsheet.opensearch;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.broadsheet.analysis.Analyzers;
import org.broadsheet.analysis.PlacedTerm;
import org.broadsheet.article.Article;
import org.broadsheet.field.ArticleField;
import org.broadsheet.search.Hit;
import org.opensearch.client.opensearch._types.query_dsl.Query;

/** The articles whose text is most like that of one of them. */
final class SimilarArticles {

    /** Terms that stand for an article: its rarest ones, as many as an excerpt has that say something. */
    private static final int TERMS = 25;
    /** Hits looked at besides those wanted, since the same story told again gives way to others. */
    private static final int SPARE = 10;

    private final Reading reading;
    private final Analyzers analyzers;

    SimilarArticles(Reading reading, Analyzers analyzers) {
        this.reading = reading;
        this.analyzers = analyzers;
    }

    List<Hit> to(String id, int size) {
        Article article = new ArticleLookup(reading).summaries(List.of(id)).stream().findFirst().orElse(null);
        if (article == null) {
            return List.of();
        }
        Query like = Query.of(query -> query.bool(others -> others.must(like(article))
                .mustNot(QueryTranslator.term(IndexFields.ID, id))));
        List<Hit> others = new ArrayList<>();
        List<Hit> copies = new ArrayList<>();
        for (var hit : reading.search(StoredArticles.Source.class, search -> {
            search.query(like).size(size + SPARE);
            Reading.rankAlike(search, id);
        }).hits().hits()) {
            Article found = hit.source().article();
            boolean copy = found.webUrl() != null && found.webUrl().equals(article.webUrl());
            (copy ? copies : others).add(Highlights.unmarked(found, hit.score().floatValue(), List.of()));
        }
        return Stream.concat(others.stream(), copies.stream()).limit(size).toList();
    }

    private Query like(Article article) {
        List<String> stems = new ArrayList<>();
        ArticleField.weighted().forEach(field -> {
            for (String text : field.strings(article)) {
                List<String> ofText = analyzers.stemmedTokens(text).stream().map(PlacedTerm::term).toList();
                for (int i = 0; i < field.weight(); i++) {
                    stems.addAll(ofText);
                }
            }
        });
        return Query.of(query -> query.moreLikeThis(like -> like.fields(IndexFields.STEMS)
                .like(text -> text.text(String.join(" ", stems)))
                .analyzer("whitespace")
                .minTermFreq(1)
                .minDocFreq(2)
                .maxQueryTerms(TERMS)
                .minimumShouldMatch("1")
                .boostTerms(1f)));
    }
}
