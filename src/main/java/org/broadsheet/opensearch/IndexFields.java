package org.broadsheet.opensearch;

import java.util.List;

import org.broadsheet.analysis.PlacedTerm;
import org.broadsheet.field.ArticleField;
import org.broadsheet.field.ArticleField.Text;
import org.broadsheet.search.FacetName;

import static java.util.stream.Collectors.joining;

/** Names of the fields of the index that the fields of an article become. */
final class IndexFields {

    /** The words of all weighted fields in their exact form, summed. */
    static final String WORDS = "words";
    /** The same by stems: what a loose word is looked up in. */
    static final String STEMS = "stems";
    /** Each word of {@link #WORDS} once, to be counted over articles. */
    static final String VOCABULARY = "vocabulary";
    /** The article's id, by which ties are broken. */
    static final String ID = "id";
    /** The name of the source. */
    static final String SOURCE = "source";
    /** The whole path, for an update to read. */
    static final String STORED_PATH = "storedPath";
    /** The {@link org.broadsheet.search.FileStamp}, for an update to read. */
    static final String STAMP = "stamp";
    /** What articles without a date have. */
    static final String UNDATED = "undated";
    /** The words of the title as one term. */
    static final String WHOLE_TITLE = "wholeTitle";
    /** What a hit shows of the article: all of what the cluster gives back as a document's source. */
    static final String ARTICLE = "article";
    /** The body as it was, beside its words. */
    static final String BODY = "storedBody";
    /** The related articles as JSON. */
    static final String RELATED = "storedRelated";

    /** In chars; whoever types more than this asks for nothing else either. */
    private static final int LONGEST_TITLE = 1_000;

    private IndexFields() {}

    /** The words of a title as one term, so that a title can be found that is just the query. */
    static String wholeTitle(List<PlacedTerm> exactTokens) {
        String words = exactTokens.stream().map(PlacedTerm::term).collect(joining(" "));
        return words.substring(0, Math.min(words.length(), LONGEST_TITLE));
    }

    /** Where the words of a field stand in their exact form. */
    static String exact(ArticleField field) {
        return field.queryName();
    }

    /** Where the words of a field stand by their stems; the exact field where it has no stems. */
    static String stems(ArticleField field) {
        return field.text() == Text.STEMMED ? field.queryName() + ".stem" : exact(field);
    }

    /** Where the whole values of a field stand. */
    static String values(ArticleField field) {
        return field.text() == Text.NONE ? field.queryName() : field.queryName() + ".value";
    }

    /** Where the values of a facet stand by the beginnings of their words, see {@link ValueNames}. */
    static String names(FacetName facet) {
        return facet.parameter() + "Names";
    }

    /** Where a number stands that ranks by itself. */
    static String feature(ArticleField field) {
        return field.queryName() + "Feature";
    }
}
