package org.broadsheet.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefHash;
import org.broadsheet.analysis.Analyzers;

/**
 * The terms of one article, for all the Lucene fields that they go to: each text is analysed once, for its exact form
 * and its stems, and each term is kept once. Used by one thread, for one article after the other.
 */
final class ArticleTerms {

    /** Of the longest text that memory is kept for; one of 16 MiB has some three million. */
    private static final int MOST_TOKENS_KEPT = 1 << 16;

    /**
     * One value of a field, as the numbers of its tokens.
     *
     * @param from the first
     * @param to the last, exclusive
     */
    record Text(int from, int to) {}

    private final Analyzers analyzers;
    private final BytesRef scratch = new BytesRef();
    private BytesRefHash terms = new BytesRefHash();

    // By the number of the token.
    private int size;
    private int[] exact = {};
    private int[] stem = {};
    private int[] increment = {};
    private int[] start = {};
    private int[] end = {};

    // By the number of the term: the weighted sum of its frequencies, 0 if it is not a term of that form.
    private int[] exactSums = {};
    private int[] stemSums = {};

    private TokenStream analyzed; // what the two below read from
    private Exact exactForm;
    private TokenStream stemmed;

    ArticleTerms(Analyzers analyzers) {
        this.analyzers = analyzers;
    }

    /** Forgets the article before. */
    void clear() {
        Arrays.fill(exactSums, 0, Math.min(terms.size(), exactSums.length), 0);
        Arrays.fill(stemSums, 0, Math.min(terms.size(), stemSums.length), 0);
        if (exact.length > MOST_TOKENS_KEPT) {
            exact = stem = increment = start = end = exactSums = stemSums = new int[0];
            terms = new BytesRefHash();
        } else {
            terms.clear();
            terms.reinit();
        }
        size = 0;
    }

    /** A text that has no stems, and is not part of the sums. */
    Text add(String text) {
        int from = size;
        try (TokenStream stream = analyzers.exactStream(text)) {
            TermToBytesRefAttribute term = stream.getAttribute(TermToBytesRefAttribute.class);
            PositionIncrementAttribute increments = stream.getAttribute(PositionIncrementAttribute.class);
            OffsetAttribute offset = stream.getAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                int number = number(term.getBytesRef());
                add(number, number, increments, offset);
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail to be read", e);
        }
        return new Text(from, size);
    }

    /** A text with stems; each occurrence of a term adds the weight to its sum. */
    Text add(String text, int weight) {
        int from = size;
        try (TokenStream stream = stems(text)) {
            TermToBytesRefAttribute term = stream.getAttribute(TermToBytesRefAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                int exactNumber = exactForm.number;
                BytesRef stemBytes = term.getBytesRef();
                int stemNumber = stemBytes.bytesEquals(terms.get(exactNumber, scratch))
                        ? exactNumber
                        : number(stemBytes);
                add(exactNumber, stemNumber, exactForm.increments, exactForm.offset);
                exactSums[exactNumber] += weight;
                stemSums[stemNumber] += weight;
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail to be read", e);
        }
        return new Text(from, size);
    }

    /** The analyzer hands out the same stream again and again, and so does this. */
    private TokenStream stems(String text) {
        TokenStream stream = analyzers.exactStream(text);
        if (stream != analyzed) {
            analyzed = stream;
            exactForm = new Exact(stream);
            stemmed = analyzers.stemsOf(exactForm);
        }
        return stemmed;
    }

    private void add(int exactNumber, int stemNumber, PositionIncrementAttribute increments, OffsetAttribute offset) {
        if (size == exact.length) {
            exact = ArrayUtil.grow(exact, size + 1);
            stem = ArrayUtil.growExact(stem, exact.length);
            increment = ArrayUtil.growExact(increment, exact.length);
            start = ArrayUtil.growExact(start, exact.length);
            end = ArrayUtil.growExact(end, exact.length);
        }
        exact[size] = exactNumber;
        stem[size] = stemNumber;
        increment[size] = increments.getPositionIncrement();
        start[size] = offset.startOffset();
        end[size] = offset.endOffset();
        size++;
    }

    private int number(BytesRef term) {
        int number = terms.add(term);
        if (number < 0) {
            return -number - 1; // how the table says that it was there
        }
        if (number >= exactSums.length) {
            exactSums = ArrayUtil.grow(exactSums, number + 1);
            stemSums = ArrayUtil.growExact(stemSums, exactSums.length);
        }
        return number;
    }

    /** How many terms there are; their numbers are below. */
    int termCount() {
        return terms.size();
    }

    int sum(int term, boolean ofStems) {
        return ofStems ? stemSums[term] : exactSums[term];
    }

    /** The number of the term that a token is. */
    int term(int token, boolean ofStems) {
        return ofStems ? stem[token] : exact[token];
    }

    /** Points a reference at a term. */
    void bytes(int term, BytesRef reference) {
        terms.get(term, reference);
    }

    /** How many positions after the token before. */
    int increment(int token) {
        return increment[token];
    }

    /** Where a token begins in its text, in chars. */
    int start(int token) {
        return start[token];
    }

    /** Where a token ends in its text, exclusive. */
    int end(int token) {
        return end[token];
    }

    /** Notes each term before it becomes a stem. */
    private final class Exact extends TokenFilter {

        private final TermToBytesRefAttribute term = getAttribute(TermToBytesRefAttribute.class);
        private final PositionIncrementAttribute increments = getAttribute(PositionIncrementAttribute.class);
        private final OffsetAttribute offset = getAttribute(OffsetAttribute.class);
        private int number;

        Exact(TokenStream input) {
            super(input);
        }

        @Override
        public boolean incrementToken() throws IOException {
            if (!input.incrementToken()) {
                return false;
            }
            number = number(term.getBytesRef());
            return true;
        }
    }
}
