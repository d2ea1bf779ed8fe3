package org.broadsheet.lucene;

import java.util.HexFormat;
import java.util.List;

import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.broadsheet.article.Article;
import org.broadsheet.field.ArticleField;
import org.broadsheet.field.ArticleField.Text;
import org.broadsheet.search.IndexedArticle;

import static org.broadsheet.lucene.IndexFields.SUMMED;

/** What is written for an article: the declared fields, and the article itself to be given back. */
final class ArticleDocuments {

    /** Lucene's longest term is 32,766 bytes; a longer value of a facet is no value that anybody chooses. */
    private static final int LONGEST_VALUE = 1_000;

    private final Analyzers analyzers;

    ArticleDocuments(Analyzers analyzers) {
        this.analyzers = analyzers;
    }

    Document document(IndexedArticle indexed) {
        Article article = indexed.article();
        Document document = new Document();
        document.add(new StringField(IndexFields.ID, article.id(), Field.Store.NO));
        document.add(new NumericDocValuesField(IndexFields.ID_ORDER, idOrder(article.id())));
        document.add(new StringField(IndexFields.SOURCE, article.source(), Field.Store.NO));
        document.add(new BinaryDocValuesField(IndexFields.STORED_PATH, new BytesRef(article.path())));
        document.add(new BinaryDocValuesField(IndexFields.STAMP, StoredArticles.encode(indexed.stamp())));
        document.add(new StoredField(IndexFields.ARTICLE, StoredArticles.summary(article)));
        StoredArticles.detail(article).ifPresent(it -> document.add(new StoredField(IndexFields.DETAIL, it)));
        if (article.quality() != null && article.quality() > 0) {
            document.add(new FeatureField(IndexFields.FEATURES, ArticleField.QUALITY.queryName(), article.quality()));
        }
        Term title = IndexFields.wholeTitle(analyzers.exactTokens(article.title()));
        document.add(new StringField(title.field(), title.text(), Field.Store.NO));
        SummedTokens words = new SummedTokens();
        SummedTokens stems = new SummedTokens();
        for (ArticleField field : ArticleField.values()) {
            addText(document, field, article, words, stems);
            addValues(document, field, article);
        }
        document.add(new Field(IndexFields.WORDS, words, SUMMED));
        document.add(new Field(IndexFields.STEMS, stems, SUMMED));
        return document;
    }

    /** Ids sort as the bytes that they stand for, unsigned; the sign bit is turned so that signed numbers do too. */
    static long idOrder(String id) {
        return HexFormat.fromHexDigitsToLong(id, 0, 16) ^ Long.MIN_VALUE;
    }

    private void addText(Document document, ArticleField field, Article article, SummedTokens words,
            SummedTokens stems) {
        if (field.text() == Text.NONE) {
            return;
        }
        for (String text : field.strings(article)) {
            List<PlacedTerm> exact = analyzers.exactTokens(text);
            document.add(new Field(IndexFields.exact(field), new TokenReplay(exact), IndexFields.type(field)));
            if (field.text() == Text.STEMMED) {
                List<PlacedTerm> stemmed = analyzers.stemsOf(exact);
                document.add(new Field(IndexFields.stems(field), new TokenReplay(stemmed), IndexFields.type(field)));
                words.add(exact, field.weight());
                stems.add(stemmed, field.weight());
            }
        }
    }

    private static void addValues(Document document, ArticleField field, Article article) {
        switch (field.value()) {
            case KEYWORD -> field.strings(article)
                    .stream()
                    .filter(value -> value.length() <= LONGEST_VALUE)
                    .forEach(value -> addKeyword(document, IndexFields.values(field), value));
            case NUMBER -> {
                Long number = field.number(article);
                if (number != null) {
                    document.add(new LongField(IndexFields.values(field), number, Field.Store.NO));
                }
            }
            case NONE -> {
                // Searched by its words only.
            }
        }
    }

    private static void addKeyword(Document document, String name, String value) {
        document.add(new StringField(name, value, Field.Store.NO));
        document.add(new SortedSetDocValuesField(name, new BytesRef(value)));
    }
}
