package org.broadsheet.lucene;

import java.util.List;
import java.util.stream.Collectors;

import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefBuilder;
import org.broadsheet.analysis.PlacedTerm;
import org.broadsheet.field.ArticleField;
import org.broadsheet.field.ArticleField.Text;

/** Names and types of the Lucene fields that the fields of an article become. */
final class IndexFields {

    /** The words of all weighted fields in their exact form, summed. */
    static final String WORDS = "words";
    /** The same by stems: what a loose word is looked up in. */
    static final String STEMS = "words.stem";
    /** The {@linkplain #wholeTitle whole title}, as one term. */
    static final String WHOLE_TITLE = "title.whole";
    /** The article's id, as one term. */
    static final String ID = "id";
    /** The first 64 bits of the id, which sort as the id does. */
    static final String ID_ORDER = "id.order";
    /** The name of the source, as one term. */
    static final String SOURCE = "source";
    /** The path, for an update to read. */
    static final String STORED_PATH = "path.stored";
    /** The {@link org.broadsheet.search.FileStamp}, for an update to read. */
    static final String STAMP = "stamp";
    /** Numbers that order completions: the quality. */
    static final String FEATURES = "features";
    /** What a hit shows of the article. */
    static final String ARTICLE = "article";
    /** What only the article's own page shows. */
    static final String DETAIL = "detail";

    /** Positions for phrases; offsets so that what matched can be marked without analysing the text again. */
    static final FieldType WITH_OFFSETS = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS, false);
    static final FieldType WITH_POSITIONS = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, false);
    /** Codes and names do not rank, so their lengths do not matter. */
    static final FieldType UNRANKED = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, true);
    static final FieldType UNPLACED = type(IndexOptions.DOCS_AND_FREQS, true);
    static final FieldType SUMMED = type(IndexOptions.DOCS_AND_FREQS, false);

    /** In chars; whoever types more than this asks for nothing else either. */
    private static final int LONGEST_TITLE = 1_000;

    private IndexFields() {}

    /** The words of a title as one term, so that a title can be found that is just the query. */
    static Term wholeTitle(List<PlacedTerm> exactTokens) {
        String words = exactTokens.stream().map(PlacedTerm::term).collect(Collectors.joining(" "));
        return new Term(WHOLE_TITLE, words.substring(0, Math.min(words.length(), LONGEST_TITLE)));
    }

    /** The same, of a title that is indexed. */
    static BytesRef wholeTitle(ArticleTerms terms, ArticleTerms.Text title) {
        BytesRefBuilder words = new BytesRefBuilder();
        BytesRef word = new BytesRef();
        for (int token = title.from(); token < title.to(); token++) {
            if (token > title.from()) {
                words.append((byte) ' ');
            }
            terms.bytes(terms.term(token, false), word);
            words.append(word);
        }
        if (words.length() <= LONGEST_TITLE) { // a char is a byte or more
            return words.toBytesRef();
        }
        String text = words.get().utf8ToString();
        return new BytesRef(text.substring(0, Math.min(text.length(), LONGEST_TITLE)));
    }

    /** Where the words of a field stand in their exact form. */
    static String exact(ArticleField field) {
        return field.queryName();
    }

    /** Where the words of a field stand by their stems; the exact field where it has no stems. */
    static String stems(ArticleField field) {
        return field.text() == Text.STEMMED ? field.queryName() + ".stem" : exact(field);
    }

    /** Where the {@link Neighbours} among the stems of a field stand, given where the stems do. */
    static String pairs(String stems) {
        return stems + ".pairs";
    }

    /** Where the whole values of a field stand. */
    static String values(ArticleField field) {
        return field.queryName() + ".value";
    }

    /** How the words of a field are indexed. */
    static FieldType type(ArticleField field) {
        return switch (field) {
            case TITLE, EXCERPT, BODY -> WITH_OFFSETS;
            default -> field.weight() > 0 ? WITH_POSITIONS : UNRANKED;
        };
    }

    private static FieldType type(IndexOptions options, boolean omitNorms) {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(options);
        type.setOmitNorms(omitNorms);
        type.freeze();
        return type;
    }
}
