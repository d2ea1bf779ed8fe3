package org.broadsheet.lucene;

import java.io.IOException;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.BytesRef;

/** The tokens of a text that {@link ArticleTerms} has analysed, in one of its two forms. */
final class TextTokens extends TokenStream {

    // First, so that it is this one that the writer takes the terms from.
    private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final BytesRef bytes = new BytesRef();
    private ArticleTerms terms;
    private ArticleTerms.Text text;
    private boolean stems;
    private int next;

    /** Begins anew, with another text. */
    void play(ArticleTerms article, ArticleTerms.Text value, boolean ofStems) {
        terms = article;
        text = value;
        stems = ofStems;
    }

    @Override
    public void reset() {
        next = text.from();
    }

    @Override
    public boolean incrementToken() {
        if (next == text.to()) {
            return false;
        }
        clearAttributes();
        terms.bytes(terms.term(next, stems), bytes);
        term.setBytesRef(bytes);
        increment.setPositionIncrement(terms.increment(next));
        offset.setOffset(terms.start(next), terms.end(next));
        next++;
        return true;
    }

    /** Says where the text ends, after which the offsets of a field's next value go on. */
    @Override
    public void end() throws IOException {
        super.end();
        int end = text.from() == text.to() ? 0 : terms.end(text.to() - 1);
        offset.setOffset(end, end);
    }
}
