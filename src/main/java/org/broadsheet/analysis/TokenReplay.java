package org.broadsheet.analysis;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Tokens that are already known, as a stream, so that a text is not analysed again for its stems. */
public final class TokenReplay extends TokenStream {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final List<PlacedTerm> tokens;
    private Iterator<PlacedTerm> rest;

    public TokenReplay(List<PlacedTerm> tokens) {
        this.tokens = tokens;
    }

    @Override
    public void reset() {
        rest = tokens.iterator();
    }

    @Override
    public boolean incrementToken() {
        if (!rest.hasNext()) {
            return false;
        }
        clearAttributes();
        PlacedTerm token = rest.next();
        term.append(token.term());
        increment.setPositionIncrement(token.increment());
        offset.setOffset(token.start(), token.end());
        return true;
    }

    /** Says where the text ends, after which the offsets of a field's next value go on. */
    @Override
    public void end() throws IOException {
        super.end();
        int end = tokens.isEmpty() ? 0 : tokens.getLast().end();
        offset.setOffset(end, end);
    }
}
