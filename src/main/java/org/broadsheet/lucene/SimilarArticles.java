package org.broadsheet.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;

import org.apache.lucene.index.Term;
import org.apache.lucene.queries.mlt.MoreLikeThis;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.broadsheet.analysis.Analyzers;
import org.broadsheet.article.Article;
import org.broadsheet.field.ArticleField;
import org.broadsheet.search.Deadline;
import org.broadsheet.search.Hit;
import org.broadsheet.search.Snippet;

/** The articles whose text is most like that of one of them. */
final class SimilarArticles {

    /** Terms that stand for an article: its rarest ones, as many as an excerpt has that say something. */
    private static final int TERMS = 25;
    /** Hits looked at besides those wanted, since the same story told again gives way to others. */
    private static final int SPARE = 10;

    private final Snapshot snapshot;
    private final Analyzers analyzers;
    private final IndexSearcher searcher;

    SimilarArticles(Snapshot snapshot, Analyzers analyzers, Deadline deadline) {
        this.snapshot = snapshot;
        this.analyzers = analyzers;
        this.searcher = snapshot.searcher(deadline);
    }

    List<Hit> to(String id, int size) throws IOException {
        ArticleLookup lookup = new ArticleLookup(snapshot);
        OptionalInt doc = lookup.doc(id);
        if (doc.isEmpty()) {
            return List.of();
        }
        Article article = ArticleLookup.summary(searcher.storedFields(), doc.getAsInt());
        Query query = new BooleanQuery.Builder().add(like(article), Occur.MUST)
                .add(new TermQuery(new Term(IndexFields.ID, id)), Occur.MUST_NOT)
                .build();
        ScoreDoc[] docs = searcher.search(query, size + SPARE).scoreDocs;
        LuceneSearcher.requireInTime(searcher);
        List<Hit> others = new ArrayList<>();
        List<Hit> copies = new ArrayList<>();
        for (ScoreDoc each : docs) {
            Article found = ArticleLookup.summary(searcher.storedFields(), each.doc);
            boolean copy = found.webUrl() != null && found.webUrl().equals(article.webUrl());
            (copy ? copies : others)
                    .add(new Hit(found, each.score, Snippet.EMPTY, Snippet.EMPTY, Snippet.EMPTY, List.of()));
        }
        return Stream.concat(others.stream(), copies.stream()).limit(size).toList();
    }

    private Query like(Article article) throws IOException {
        MoreLikeThis like = new MoreLikeThis(searcher.getIndexReader());
        like.setAnalyzer(analyzers.stemmed());
        like.setFieldNames(new String[]{IndexFields.STEMS});
        like.setMinTermFreq(1);
        like.setMinDocFreq(2);
        like.setMaxQueryTerms(TERMS);
        like.setBoost(true);
        List<Object> texts = new ArrayList<>();
        ArticleField.weighted().forEach(field -> {
            for (int i = 0; i < field.weight(); i++) {
                texts.addAll(field.strings(article));
            }
        });
        return like.like(Map.of(IndexFields.STEMS, texts));
    }
}
