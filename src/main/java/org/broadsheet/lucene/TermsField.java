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

    /** The field of the pairs of words that stand next to each other. */
    static final class Pairs extends Field {

        private final Neighbours neighbours;

        Pairs(Neighbours neighbours) {
            super(IndexFields.NEIGHBOURS, IndexFields.UNCOUNTED);
            this.neighbours = neighbours;
        }

        @Override
        public TokenStream tokenStream(Analyzer analyzer, TokenStream reuse) {
            return neighbours.tokens(reuse);
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
