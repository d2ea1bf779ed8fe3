package org.broadsheet.lucene;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.broadsheet.analysis.PlacedTerm;

/**
 * The terms of all fields of an article, each once, with the weighted sum of its frequencies. Indexed so, plain BM25 on
 * this one field is BM25F over the fields that went into it (Robertson, Zaragoza and Taylor 2004): frequencies are
 * summed before they are saturated, and the length is the weighted sum of the lengths.
 */
final class SummedTokens extends TokenStream {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
    private final Map<String, Integer> frequencies = new LinkedHashMap<>();
    private Iterator<Map.Entry<String, Integer>> rest;

    /** Counts the terms of one value of a field. */
    void add(List<PlacedTerm> tokens, int weight) {
        for (PlacedTerm token : tokens) {
            frequencies.merge(token.term(), weight, Integer::sum);
        }
    }

    @Override
    public void reset() {
        rest = frequencies.entrySet().iterator();
    }

    @Override
    public boolean incrementToken() {
        if (!rest.hasNext()) {
            return false;
        }
        clearAttributes();
        Map.Entry<String, Integer> next = rest.next();
        term.append(next.getKey());
        frequency.setTermFrequency(next.getValue());
        return true;
    }
}
