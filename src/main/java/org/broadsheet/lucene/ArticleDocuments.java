package org.broadsheet.lucene;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.util.BytesRef;
import org.broadsheet.analysis.Analyzers;
import org.broadsheet.article.Article;
import org.broadsheet.engine.WordRanking;
import org.broadsheet.field.ArticleField;
import org.broadsheet.field.ArticleField.Text;
import org.broadsheet.search.FacetName;
import org.broadsheet.search.IndexedArticle;

/** What is written for an article: the declared fields, and the article itself to be given back. */
final class ArticleDocuments {

    /** Lucene's longest term is 32,766 bytes; a longer value of a facet is no value that anybody chooses. */
    private static final int LONGEST_VALUE = 1_000;

    private static final ArticleField[] FIELDS = ArticleField.values();

    /** The only fields whose values are counted; a filter looks for terms, and needs no columns. */
    private static final Set<ArticleField> COUNTED = Arrays.stream(FacetName.values())
            .map(FacetName::field)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(ArticleField.class)));

    private final ThreadLocal<ArticleTerms> terms;

    ArticleDocuments(Analyzers analyzers) {
        terms = ThreadLocal.withInitial(() -> new ArticleTerms(analyzers));
    }

    /** Good until the same thread asks for the next one. */
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
        ArticleTerms articleTerms = terms.get();
        articleTerms.clear();
        for (ArticleField field : FIELDS) {
            addText(document, field, article, articleTerms);
            addValues(document, field, article);
        }
        document.add(new TermsField.Summed(IndexFields.WORDS, articleTerms, false));
        document.add(new TermsField.Summed(IndexFields.STEMS, articleTerms, true));
        return document;
    }

    /** Ids sort as the bytes that they stand for, unsigned; the sign bit is turned so that signed numbers do too. */
    static long idOrder(String id) {
        return HexFormat.fromHexDigitsToLong(id, 0, 16) ^ Long.MIN_VALUE;
    }

    private static void addText(Document document, ArticleField field, Article article, ArticleTerms terms) {
        if (field.text() == Text.NONE) {
            return;
        }
        for (String value : field.strings(article)) {
            boolean stems = field.text() == Text.STEMMED;
            ArticleTerms.Text text = stems ? terms.add(value, field.weight()) : terms.add(value);
            document.add(new TermsField(IndexFields.exact(field), terms, text, false, IndexFields.type(field)));
            if (stems) {
                document.add(new TermsField(IndexFields.stems(field), terms, text, true, IndexFields.type(field)));
            }
            if (WordRanking.SENTENCES.contains(field)) {
                document.add(new TermsField.Pairs(IndexFields.pairs(IndexFields.stems(field)), terms, text));
            }
            if (field == ArticleField.TITLE) {
                document.add(new StringField(IndexFields.WHOLE_TITLE,
                        IndexFields.wholeTitle(terms, text), Field.Store.NO));
            }
        }
    }

    private static void addValues(Document document, ArticleField field, Article article) {
        switch (field.value()) {
            case KEYWORD -> field.strings(article)
                    .stream()
                    .filter(value -> value.length() <= LONGEST_VALUE)
                    .forEach(value -> addKeyword(document, field, value));
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

    private static void addKeyword(Document document, ArticleField field, String value) {
        BytesRef bytes = new BytesRef(value);
        document.add(new StringField(IndexFields.values(field), bytes, Field.Store.NO));
        if (COUNTED.contains(field)) {
            document.add(new SortedSetDocValuesField(IndexFields.values(field), bytes));
        }
    }
}
