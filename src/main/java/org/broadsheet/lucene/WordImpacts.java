package org.broadsheet.lucene;

import java.io.IOException;
import java.util.Arrays;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.FixedBitSet;

/**
 * What a frequent word scores in each document of a segment that has it, nearly: enough to tell, without reading the
 * index, that a document cannot be among the best.
 *
 * <p>A document has an impact, a level from 1 to 255, in a byte beside those of the other documents that have the word,
 * and each 64 documents that stand together, a block, have their highest one in another byte, as has each group of
 * blocks. Levels do not say what they score, since that changes with each commit: they keep which frequencies and lengths
 * are behind them, and a search asks for {@link #bounds}. That is a byte for each document that has the word, and some
 * one and a half for each 64 of all.
 */
final class WordImpacts {

    /** Blocks of a group: as many as stand in one line of a cache of a set. */
    static final int GROUP = 8;

    private static final int LEVELS = 256;
    private static final int POSTINGS = 1 << 12; // read at once

    private final byte[] impacts; // of the documents that have the word, in their order, and one more
    private final byte[] highest; // of each block; 0 where no document has the word
    private final byte[] highestOfGroup;
    private final int[] before; // how many have the word before each group
    private final int[] kinds; // of frequencies and lengths, all that any document has
    private final byte[] levels; // by the place of the kind
    private volatile Bounds lastBounds; // null if nobody has asked

    private record Bounds(String commit, float formWeight, float[] byLevel) {}

    private WordImpacts(byte[] impacts, byte[] highest, int[] before, int[] kinds, byte[] levels) {
        this.impacts = impacts;
        this.highest = highest;
        highestOfGroup = new byte[before.length];
        for (int block = 0; block < highest.length; block++) {
            int group = block / GROUP;
            highestOfGroup[group] = (byte) Math.max(level(highestOfGroup[group]), level(highest[block]));
        }
        this.before = before;
        this.kinds = kinds;
        this.levels = levels;
    }

    /** Reads what all documents of a segment score. */
    static WordImpacts read(LeafReaderContext leaf, WordQuery word, WordScores scores, int size) throws IOException {
        return new Reading(leaf, word, scores, size).read();
    }

    /**
     * What a document of each level scores at most, which does not fall from one level to the next.
     *
     * @param commit that the searcher searches
     */
    float[] bounds(WordQuery word, IndexSearcher searcher, String commit) throws IOException {
        Bounds last = lastBounds;
        if (last == null || !last.commit().equals(commit) || last.formWeight() != word.formWeight()) {
            last = new Bounds(commit, word.formWeight(), bounds(WordScores.of(word, searcher)));
            lastBounds = last;
        }
        return last.byLevel();
    }

    private float[] bounds(WordScores scores) {
        float[] bounds = new float[LEVELS];
        for (int i = 0; i < kinds.length; i++) {
            int level = level(levels[i]);
            bounds[level] = Math.max(bounds[level], Kind.score(kinds[i], scores));
        }
        for (int level = 1; level < LEVELS; level++) {
            bounds[level] = Math.max(bounds[level], bounds[level - 1]);
        }
        return bounds;
    }

    private static int level(byte impact) {
        return Byte.toUnsignedInt(impact);
    }

    /**
     * What each document of a block scores at most.
     *
     * @param bounds as {@link #bounds} has them
     */
    float highest(int block, float[] bounds) {
        return bounds[level(highest[block])];
    }

    /**
     * What each document of a group of {@link #GROUP} blocks scores at most.
     *
     * @param bounds as {@link #bounds} has them
     */
    float highestOfGroup(int group, float[] bounds) {
        return bounds[level(highestOfGroup[group])];
    }

    /**
     * Puts what a document itself scores at most in place of what its block of 64 does, in the sum of each document that
     * has the word.
     *
     * @param docs of which the first {@code count} are meant
     * @param set the documents that have the word
     */
    void lower(int[] docs, int count, long[] set, float[] bounds, float[] sums) {
        for (int i = 0; i < count; i++) {
            int block = docs[i] >> 6;
            float own = bounds[level(impacts[rank(docs[i], set)])];
            sums[i] += (set[block] >>> docs[i] & 1) * (own - highest(block, bounds));
        }
    }

    /** How many documents before a document have the word. */
    private int rank(int doc, long[] set) {
        int block = doc >> 6;
        int rank = before[block / GROUP];
        for (int i = block & -GROUP; i < block; i++) {
            rank += Long.bitCount(set[i]);
        }
        return rank + Long.bitCount(set[block] & (1L << doc) - 1);
    }

    /** How often a document has the stem and the form, about, and how long it is, in 18 bits. */
    private static final class Kind {

        private static final int COUNT = 1 << 18;
        private static final int FREQUENCY_BITS = 5;
        /** The highest frequency that each number of one stands for. */
        private static final float[] UP_TO = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 18, 20, 24, 28,
                32, 40, 48, 64, 80, 96, 128, 192, 256, 512, Float.MAX_VALUE};

        private Kind() {}

        static int of(float stems, float forms, long norm) {
            return (number(stems) << FREQUENCY_BITS | number(forms)) << Byte.SIZE | (int) norm & 0xff;
        }

        private static int number(float frequency) {
            int number = Math.min((int) frequency, 16);
            while (UP_TO[number] < frequency) {
                number++;
            }
            return number;
        }

        static float score(int kind, WordScores scores) {
            int frequencies = kind >> Byte.SIZE;
            return scores.of(UP_TO[frequencies >> FREQUENCY_BITS], UP_TO[frequencies & (1 << FREQUENCY_BITS) - 1],
                    (byte) kind);
        }
    }

    private static final class Reading {

        private final WordScores scores;
        private final PostingsEnum stems;
        private final PostingsEnum forms; // null if no document has it
        private final NumericDocValues norms;
        private final byte[] impacts;
        private final byte[] highest;
        private final int[] before;
        private final byte[] levels = new byte[Kind.COUNT]; // by kind; 0 of those not met yet
        private int[] met = new int[LEVELS]; // kinds
        private int metSize;
        private final float scale;

        private Reading(LeafReaderContext leaf, WordQuery word, WordScores scores, int size) throws IOException {
            this.scores = scores;
            stems = postings(leaf, word.stem().getTerm());
            forms = postings(leaf, word.form());
            norms = leaf.reader().getNormValues(word.stem().getTerm().field());
            int words = FixedBitSet.bits2words(leaf.reader().maxDoc());
            impacts = new byte[size + 1];
            highest = new byte[words];
            before = new int[Math.ceilDiv(words, GROUP)];
            scale = (LEVELS - 2) / scores.most();
        }

        private static PostingsEnum postings(LeafReaderContext leaf, Term term) throws IOException {
            Terms terms = leaf.reader().terms(term.field());
            TermsEnum found = terms == null ? null : terms.iterator();
            return found != null && found.seekExact(term.bytes()) ? found.postings(null, PostingsEnum.FREQS) : null;
        }

        WordImpacts read() throws IOException {
            DocAndFloatFeatureBuffer block = new DocAndFloatFeatureBuffer();
            stems.nextDoc();
            if (forms != null) {
                forms.nextDoc();
            }
            int count = 0;
            int group = 0;
            long[] lengths = new long[POSTINGS];
            for (stems.nextPostings(DocIdSetIterator.NO_MORE_DOCS, block); block.size > 0; stems
                    .nextPostings(DocIdSetIterator.NO_MORE_DOCS, block)) {
                if (lengths.length < block.size) {
                    lengths = new long[block.size];
                }
                norms.longValues(block.size, block.docs, lengths, 1);
                for (int i = 0; i < block.size; i++) {
                    int doc = block.docs[i];
                    int word = doc >> 6;
                    while (group <= word / GROUP) {
                        before[group++] = count;
                    }
                    int level = level(Kind.of(block.features[i], formsOf(doc), lengths[i]));
                    impacts[count++] = (byte) level;
                    if (level > WordImpacts.level(highest[word])) {
                        highest[word] = (byte) level;
                    }
                }
            }
            Arrays.fill(before, group, before.length, count);
            int[] kinds = Arrays.copyOf(met, metSize);
            byte[] levelOf = new byte[metSize];
            for (int i = 0; i < metSize; i++) {
                levelOf[i] = levels[kinds[i]];
            }
            return new WordImpacts(impacts, highest, before, kinds, levelOf);
        }

        private float formsOf(int doc) throws IOException {
            if (forms == null) {
                return 0;
            }
            int at = forms.docID() < doc ? forms.advance(doc) : forms.docID();
            return at == doc ? forms.freq() : 0;
        }

        private int level(int kind) {
            int known = WordImpacts.level(levels[kind]);
            if (known > 0) {
                return known;
            }
            int level = 1 + (int) (scale * Kind.score(kind, scores));
            levels[kind] = (byte) level;
            met = ArrayUtil.grow(met, metSize + 1);
            met[metSize++] = kind;
            return level;
        }
    }
}
