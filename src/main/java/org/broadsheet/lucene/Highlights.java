package org.broadsheet.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermQuery;
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
    private final int[] docs; // in order
    private final Map<ArticleField, Map<Integer, List<TextRange>>> places = new EnumMap<>(ArticleField.class);

    /** @param docs the hits, in any order */
    Highlights(IndexSearcher searcher, Analyzers analyzers, ArticleQuery query, int[] docs) throws IOException {
        this.searcher = searcher;
        this.docs = Arrays.stream(docs).sorted().toArray();
        HighlightQueries queries = new HighlightQueries(analyzers);
        for (ArticleField field : List.of(ArticleField.TITLE, ArticleField.EXCERPT, ArticleField.BODY)) {
            Map<Integer, List<TextRange>> inField = new HashMap<>();
            List<Term> words = new ArrayList<>();
            BooleanQuery.Builder others = new BooleanQuery.Builder();
            for (Query part : queries.within(field, query)) {
                if (part instanceof TermQuery word) {
                    words.add(word.getTerm());
                } else {
                    others.add(part, Occur.SHOULD);
                }
            }
            addPlaces(words, inField);
            addPlaces(others.build(), inField);
            places.put(field, inField);
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
    private List<TextRange> matches(ArticleField field, int doc) {
        return TextRange.merged(places.get(field).getOrDefault(doc, List.of()));
    }

    /**
     * Most of what is asked for is words, and all hits of a segment are found in one walk over a word's postings.
     *
     * @param words of one field
     */
    private void addPlaces(List<Term> words, Map<Integer, List<TextRange>> inField) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        for (int from = 0, to; from < docs.length && !words.isEmpty(); from = to) {
            LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(docs[from], leaves));
            int end = leaf.docBase + leaf.reader().maxDoc();
            to = from + 1;
            while (to < docs.length && docs[to] < end) {
                to++;
            }
            Terms terms = leaf.reader().terms(words.getFirst().field());
            if (terms != null) {
                addPlaces(words, terms.iterator(), leaf.docBase, Arrays.copyOfRange(docs, from, to), inField);
            }
        }
    }

    private static void addPlaces(List<Term> words, TermsEnum terms, int base, int[] docs,
            Map<Integer, List<TextRange>> inField) throws IOException {
        PostingsEnum postings = null;
        for (Term word : words) {
            if (!terms.seekExact(word.bytes())) {
                continue;
            }
            postings = terms.postings(postings, PostingsEnum.OFFSETS);
            for (int doc : docs) {
                int inLeaf = doc - base;
                if ((postings.docID() >= inLeaf ? postings.docID() : postings.advance(inLeaf)) == inLeaf) {
                    List<TextRange> ranges = inField.computeIfAbsent(doc, _ -> new ArrayList<>());
                    for (int i = postings.freq(); i > 0; i--) {
                        postings.nextPosition();
                        ranges.add(new TextRange(postings.startOffset(), postings.endOffset()));
                    }
                }
            }
        }
    }

    /** Phrases and what stands for many words: Lucene tells where they match, document by document. */
    private void addPlaces(BooleanQuery others, Map<Integer, List<TextRange>> inField) throws IOException {
        if (others.clauses().isEmpty()) {
            return;
        }
        Weight weight = searcher.createWeight(searcher.rewrite(others), ScoreMode.COMPLETE_NO_SCORES, 1);
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        for (int doc : docs) {
            LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
            Matches matches = weight.matches(leaf, doc - leaf.docBase);
            if (matches == null) {
                continue;
            }
            List<TextRange> ranges = inField.computeIfAbsent(doc, _ -> new ArrayList<>());
            for (String name : matches) {
                MatchesIterator iterator = matches.getMatches(name);
                while (iterator.next()) {
                    ranges.add(new TextRange(iterator.startOffset(), iterator.endOffset()));
                }
            }
        }
    }
}
