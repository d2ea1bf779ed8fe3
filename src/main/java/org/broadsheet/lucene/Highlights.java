package org.broadsheet.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.broadsheet.analysis.Analyzers;
import org.broadsheet.article.Article;
import org.broadsheet.field.ArticleField;
import org.broadsheet.query.ArticleQuery;
import org.broadsheet.search.Hit;
import org.broadsheet.search.Passages;
import org.broadsheet.search.TextRange;

/**
 * What matched in a hit. It is read from the offsets in the postings, so that no text is analysed again: a query is
 * asked of each shown field alone, and Lucene tells where it matches.
 */
final class Highlights {

    /** Longer than any real title: titles are shown whole. */
    private static final int TITLE_LENGTH = 2_000;
    /** Characters of the excerpt: about three lines of a page. */
    private static final int EXCERPT_LENGTH = 320;
    /** Characters of the body: two lines, since it comes below the excerpt. */
    private static final int BODY_LENGTH = 240;

    private final IndexSearcher searcher;
    private final Map<ArticleField, Weight> weights = new EnumMap<>(ArticleField.class);

    Highlights(IndexSearcher searcher, Analyzers analyzers, ArticleQuery query) throws IOException {
        this.searcher = searcher;
        HighlightQueries queries = new HighlightQueries(analyzers);
        for (ArticleField field : List.of(ArticleField.TITLE, ArticleField.EXCERPT, ArticleField.BODY)) {
            var inField = queries.within(field, query);
            if (inField.isPresent()) {
                weights.put(field, searcher.createWeight(searcher.rewrite(inField.get()),
                        ScoreMode.COMPLETE_NO_SCORES, 1));
            }
        }
    }

    Hit hit(Article article, int doc, float score, List<String> why) throws IOException {
        List<TextRange> inBody = matches(ArticleField.BODY, doc);
        String body = inBody.isEmpty() ? null : ArticleLookup.detail(searcher.storedFields(), doc).body();
        return new Hit(article, score,
                Passages.best(article.title(), matches(ArticleField.TITLE, doc), TITLE_LENGTH),
                Passages.best(article.excerpt(), matches(ArticleField.EXCERPT, doc), EXCERPT_LENGTH),
                Passages.best(body, inBody, BODY_LENGTH), why);
    }

    /** Where the query matches in a field of a document, in order, without overlaps. */
    private List<TextRange> matches(ArticleField field, int doc) throws IOException {
        Weight weight = weights.get(field);
        if (weight == null) {
            return List.of();
        }
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
        Matches matches = weight.matches(leaf, doc - leaf.docBase);
        List<TextRange> ranges = new ArrayList<>();
        if (matches != null) {
            for (String name : matches) {
                MatchesIterator iterator = matches.getMatches(name);
                while (iterator.next()) {
                    ranges.add(new TextRange(iterator.startOffset(), iterator.endOffset()));
                }
            }
        }
        return TextRange.merged(ranges);
    }
}
