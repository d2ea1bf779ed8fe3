package org.broadsheet.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.broadsheet.analysis.PlacedTerm;

/**
 * Which stems stand next to each other in an article, as far as a few bits of their hashes tell: one term for each pair,
 * of which there are so few that they cost little room, and so many that a term finds hardly an article without the
 * pair. Who looks for neighbours among many articles is spared the positions of nearly all that do not have them.
 */
final class Neighbours {

    /** An article of 50 words has a given pair by mistake in one of 80 cases. */
    private static final int NUMBERS = 1 << 12;
    /** Any: it only must be the same for indexing and searching. */
    private static final int SEED = 17;

    private final BitSet numbers = new BitSet(NUMBERS);
    private final BytesRef term = new BytesRef();

    // The hashes of the stems at the last position, and at the one before it.
    private int[] last = new int[4];
    private int[] before = new int[4];
    private int lastSize;
    private int beforeSize;

    /** Forgets the article before. */
    void clear() {
        numbers.clear();
    }

    /** Adds the pairs of a text. */
    void add(ArticleTerms terms, ArticleTerms.Text text) {
        lastSize = 0;
        for (int token = text.from(); token < text.to(); token++) {
            if (terms.increment(token) > 0) {
                move(terms.increment(token));
            }
            terms.bytes(terms.term(token, true), term);
            add(hash(term));
        }
    }

    private void move(int increment) {
        int[] freed = before;
        before = last;
        beforeSize = increment == 1 ? lastSize : 0;
        last = freed;
        lastSize = 0;
    }

    private void add(int hash) {
        if (lastSize == last.length) {
            last = Arrays.copyOf(last, 2 * lastSize);
        }
        last[lastSize++] = hash;
        for (int i = 0; i < beforeSize; i++) {
            numbers.set(number(before[i], hash));
        }
    }

    /** A stream of what has been added, to be indexed as {@link IndexFields#NEIGHBOURS}. */
    Tokens tokens(TokenStream reuse) {
        Tokens tokens = reuse instanceof Tokens known ? known : new Tokens();
        tokens.play(numbers);
        return tokens;
    }

    /**
     * Matches every article in which the stems stand next to each other in one text, and few others; everything that
     * has the stems if none of them are next to each other.
     */
    static Query candidates(List<PlacedTerm> stems) {
        BooleanQuery.Builder candidates = new BooleanQuery.Builder();
        for (int i = 1; i < stems.size(); i++) {
            if (stems.get(i).increment() == 1) {
                int number = number(hash(new BytesRef(stems.get(i - 1).term())),
                        hash(new BytesRef(stems.get(i).term())));
                candidates.add(new TermQuery(new Term(IndexFields.NEIGHBOURS, bytes(number))), Occur.FILTER);
            } else {
                candidates.add(new TermQuery(new Term(IndexFields.STEMS, stems.get(i).term())), Occur.FILTER);
            }
        }
        return candidates.build();
    }

    private static int hash(BytesRef stem) {
        return StringHelper.murmurhash3_x86_32(stem, SEED);
    }

    private static int number(int first, int second) {
        int mixed = (first * 31 + second) * 0x9E3779B1; // 2^32 by the golden ratio, odd: spreads over the upper bits
        return mixed >>> Integer.SIZE - Integer.numberOfTrailingZeros(NUMBERS);
    }

    private static BytesRef bytes(int number) {
        return new BytesRef(new byte[]{(byte) (number >> Byte.SIZE), (byte) number});
    }

    /** The numbers of an article's pairs, each as a term. */
    static final class Tokens extends TokenStream {

        // First, so that it is this one that the writer takes the terms from.
        private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
        private BitSet numbers;
        private int next;

        private void play(BitSet article) {
            numbers = article;
        }

        @Override
        public void reset() {
            next = 0;
        }

        @Override
        public boolean incrementToken() throws IOException {
            int number = numbers.nextSetBit(next);
            if (number < 0) {
                return false;
            }
            clearAttributes();
            term.setBytesRef(bytes(number));
            next = number + 1;
            return true;
        }
    }
}
