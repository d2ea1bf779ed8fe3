package org.broadsheet.lucene;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;

/** One value of a text field, its terms known. Hands the writer the stream that it brings back, to spare new ones. */
final class TermsField extends Field {

    private final ArticleTerms terms;
    private final ArticleTerms.Text text;
    private final boolean stems;

    TermsField(String name, ArticleTerms terms, ArticleTerms.Text text, boolean stems, FieldType type) {
        super(name, type);
        this.terms = terms;
        this.text = text;
        this.stems = stems;
    }

    @Override
    public TokenStream tokenStream(Analyzer analyzer, TokenStream reuse) {
        TextTokens tokens = reuse instanceof TextTokens known ? known : new TextTokens();
        tokens.play(terms, text, stems);
        return tokens;
    }

    /** The pairs of neighbouring stems of a text. */
    static final class Pairs extends Field {

        private final ArticleTerms terms;
        private final ArticleTerms.Text text;

        Pairs(String name, ArticleTerms terms, ArticleTerms.Text text) {
            super(name, IndexFields.UNPLACED);
            this.terms = terms;
            this.text = text;
        }

        @Override
        public TokenStream tokenStream(Analyzer analyzer, TokenStream reuse) {
            PairTokens pairs = reuse instanceof PairTokens known ? known : new PairTokens();
            pairs.play(terms, text);
            return pairs;
        }
    }

    /** The field that sums all others. */
    static final class Summed extends Field {

        private final ArticleTerms terms;
        private final boolean stems;

        Summed(String name, ArticleTerms terms, boolean stems) {
            super(name, IndexFields.SUMMED);
            this.terms = terms;
            this.stems = stems;
        }

        @Override
        public TokenStream tokenStream(Analyzer analyzer, TokenStream reuse) {
            SummedTokens sums = reuse instanceof SummedTokens known ? known : new SummedTokens();
            sums.play(terms, stems);
            return sums;
        }
    }
}
