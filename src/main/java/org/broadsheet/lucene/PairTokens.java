package org.broadsheet.lucene;

import java.util.Arrays;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.util.BytesRef;

/** The {@link Neighbours} of a text that {@link ArticleTerms} has analysed, each as often as it is there. */
final class PairTokens extends TokenStream {

    // First, so that it is this one that the writer takes the terms from.
    private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
    private final BytesRef stem = new BytesRef();
    private final BytesRef pair = new BytesRef(new byte[2]);
    private ArticleTerms terms;
    private ArticleTerms.Text text;
    private int next;

    // The hashes of the stems at the last position, and at the one before it.
    private int[] last = new int[4];
    private int[] before = new int[4];
    private int lastSize;
    private int beforeSize;
    private int paired; // of those before, with the newest one

    /** Begins anew, with another text. */
    void play(ArticleTerms article, ArticleTerms.Text value) {
        terms = article;
        text = value;
    }

    @Override
    public void reset() {
        next = text.from();
        lastSize = 0;
        beforeSize = 0;
        paired = 0;
    }

    @Override
    public boolean incrementToken() {
        while (paired == beforeSize) {
            if (next == text.to()) {
                return false;
            }
            read(next++);
        }
        clearAttributes();
        Neighbours.write(before[paired++], last[lastSize - 1], pair);
        term.setBytesRef(pair);
        return true;
    }

    private void read(int token) {
        if (terms.increment(token) > 0) {
            int[] freed = before;
            before = last;
            beforeSize = terms.increment(token) == 1 ? lastSize : 0;
            last = freed;
            lastSize = 0;
        }
        if (lastSize == last.length) {
            last = Arrays.copyOf(last, 2 * lastSize);
        }
        terms.bytes(terms.term(token, true), stem);
        last[lastSize++] = Neighbours.hash(stem);
        paired = 0;
    }
}
