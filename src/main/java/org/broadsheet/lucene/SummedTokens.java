package org.broadsheet.lucene;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.util.BytesRef;

/**
 * The terms of all fields of an article, each once, with the weighted sum of its frequencies. Indexed so, plain BM25 on
 * this one field is BM25F over the fields that went into it (Robertson, Zaragoza and Taylor 2004): frequencies are
 * summed before they are saturated, and the length is the weighted sum of the lengths.
 */
final class SummedTokens extends TokenStream {

    // First, so that it is this one that the writer takes the terms from.
    private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
    private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
    private final BytesRef bytes = new BytesRef();
    private ArticleTerms terms;
    private boolean stems;
    private int next;

    /** Begins anew, with another article. */
    void play(ArticleTerms article, boolean ofStems) {
        terms = article;
        stems = ofStems;
    }

    @Override
    public void reset() {
        next = 0;
    }

    @Override
    public boolean incrementToken() {
        while (next < terms.termCount()) {
            int number = next++;
            int sum = terms.sum(number, stems);
            if (sum > 0) {
                clearAttributes();
                terms.bytes(number, bytes);
                term.setBytesRef(bytes);
                frequency.setTermFrequency(sum);
                return true;
            }
        }
        return false;
    }
}
