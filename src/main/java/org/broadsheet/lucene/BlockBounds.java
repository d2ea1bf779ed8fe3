package org.broadsheet.lucene;

import java.util.Arrays;
import java.util.List;

import org.broadsheet.lucene.ImpactRanking.Frequent;

/**
 * What the frequent words of a search score at most in the documents of a window, each 64 of which make a block: and so
 * which documents of a block have enough of the words to reach a score.
 */
final class BlockBounds {

    /** Of more words not each combination is looked at, but all documents of a block are taken. */
    private static final int MOST_COMBINED = 6;

    private final Frequent[] words;
    private final boolean combined; // whether it is worth a look which documents have which of the words
    private final float[][] ofWord; // by word and block of the window
    private final float[] sums; // what all words score, by block of the window
    private int first; // block of the window

    /**
     * @param any whether there are documents that have not all of the words
     * @param blocks of a window, at most
     */
    BlockBounds(List<Frequent> words, boolean any, int blocks) {
        this.words = words.toArray(Frequent[]::new);
        combined = any && this.words.length <= MOST_COMBINED;
        ofWord = new float[this.words.length][blocks];
        sums = new float[blocks];
    }

    /** Begins a window. */
    void begin(int firstBlock) {
        first = firstBlock;
    }

    /** Whether a document of a group of {@link WordImpacts#GROUP} blocks of the segment may score so much. */
    boolean mayReach(int group, float score) {
        float most = 0;
        for (Frequent word : words) {
            most += word.impacts().highestOfGroup(group, word.bounds());
        }
        return most >= score;
    }

    /** Looks up the bounds of some blocks of the window, of which nothing else is asked before. */
    void fill(int from, int end) {
        Arrays.fill(sums, from, end, 0);
        for (int word = 0; word < words.length; word++) {
            WordImpacts impacts = words[word].impacts();
            float[] levels = words[word].bounds();
            float[] found = ofWord[word];
            for (int block = from; block < end; block++) {
                found[block] = impacts.highest(first + block, levels);
                sums[block] += found[block];
            }
        }
    }

    /** What one document of a block scores at most. */
    float most(int block, int at) {
        float most = 0;
        for (int word = 0; word < words.length; word++) {
            most += (set(word, block) >>> at & 1) * ofWord[word][block];
        }
        return most;
    }

    /** The documents of a block whose words may score so much together, and maybe others. */
    long reaching(int block, float score) {
        if (sums[block] < score) {
            return 0;
        }
        return combined ? reaching(block, score, 0, sums[block]) : -1;
    }

    /** @param most that the words from this one on score together */
    private long reaching(int block, float score, int word, float most) {
        if (score <= 0) {
            return -1;
        }
        if (most < score || word == words.length) {
            return 0;
        }
        float own = ofWord[word][block];
        long without = reaching(block, score, word + 1, most - own);
        return without == -1 ? -1 : without | set(word, block) & reaching(block, score - own, word + 1, most - own);
    }

    private long set(int word, int block) {
        return words[word].set()[first + block];
    }
}
