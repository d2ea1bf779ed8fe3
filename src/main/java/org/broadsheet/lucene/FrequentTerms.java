package org.broadsheet.lucene;

import java.io.IOException;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FilterWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;

/**
 * The documents of a segment that have the terms asked for last, of those terms that many documents have: to read them
 * from the index takes longer than all else that finds out what matches. And which values these documents have, and what
 * the terms score in them, to find which takes longer still, and to keep which takes a fifth of the memory: where that is
 * short, it is kept of terms whose documents are read again for each search.
 */
final class FrequentTerms {

    /** Terms whose documents are kept at least: so many bits for each document. */
    private static final int FEWEST = 128;
    /** Terms of which anything is kept at most. */
    private static final int MOST = 1_280;
    /** Terms of which it is kept at least what they score, where there is room for that at all. */
    private static final int SCORED = 640;
    /** So many times n terms of a language are in one of n documents each, or in more: some 500 in one of 100. */
    private static final int TERMS = 5;
    /**
     * A term is frequent at any rate if one of so many documents has it. What rarer ones lead to is read about as fast as
     * a set is looked through: what is known of them besides is worth a set, where it can be kept.
     */
    private static final int FREQUENT = 32;
    /** Bytes for each article that all else, and the fewest, may need. */
    private static final int NEEDED = 167;
    /** The same, if it is kept what terms score, which takes up to 100 of them. */
    private static final int NEEDED_WITH_IMPACTS = 256;
    /** The share of the memory that nothing else needs that more documents of terms may take. */
    private static final int SHARE = 3;

    /** Exact forms of a frequent stem that are asked for, in the mean, or more. */
    private static final int FORMS = 2;

    private final Recent<Query, FrequentTerm> terms;
    private final Recent<Query, TermNumbers> numbers = new Recent<>(MOST); // a few KB each
    private final Recent<ScoredWord, WordImpacts> impacts; // null if there is no room for them
    private final int frequent; // one of so many documents has a frequent term, or more
    private final int kept; // the same of those terms whose documents are kept

    private record ScoredWord(Term stem, Term form) {}

    /**
     * @param articles of the whole index, of which this is for one segment
     * @param memory in bytes, all there may be
     */
    FrequentTerms(int articles, long memory) {
        int sets = kept(articles, memory);
        terms = new Recent<>(sets);
        kept = frequent(sets);
        impacts = areImpactsKept(articles, memory) ? new Recent<>(FORMS * MOST) : null;
        frequent = impacts == null ? kept : frequent(Math.max(SCORED, sets));
    }

    /** Of how many documents one has each of so many terms, or more. */
    private static int frequent(int terms) {
        return Math.max(FREQUENT, terms / TERMS);
    }

    /**
     * How many terms have their documents kept: the fewest, and as many more as a third of the memory that nothing else
     * needs has room for, with an eighth of a byte for each article.
     */
    static int kept(int articles, long memory) {
        int needed = areImpactsKept(articles, memory) ? NEEDED_WITH_IMPACTS : NEEDED;
        long spare = memory / Math.max(1, articles) - needed;
        return Math.clamp(FEWEST + spare * Byte.SIZE / SHARE, FEWEST, MOST);
    }

    /** Whether there is room to keep what the terms score. */
    static boolean areImpactsKept(int articles, long memory) {
        return memory / Math.max(1, articles) >= NEEDED_WITH_IMPACTS;
    }

    /**
     * Matches what the weight of a term does, and takes the documents from here where they are many.
     *
     * @param sets of the search
     */
    static Weight weight(Query term, Weight weight, Snapshot snapshot, SearchSets sets) {
        return new FilterWeight(term, weight) {
            @Override
            public ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
                ScorerSupplier supplier = in.scorerSupplier(leaf);
                FrequentTerms terms = snapshot.columns(leaf).frequentTerms();
                int size = leaf.reader().maxDoc();
                if (supplier == null || supplier.cost() < size / terms.frequent) {
                    return supplier;
                }
                return ConstantScoreScorerSupplier.fromIterator(terms.get(term, leaf, supplier, sets).documents(), 0,
                        ScoreMode.COMPLETE_NO_SCORES, size);
            }
        };
    }

    private FrequentTerm get(Query term, LeafReaderContext leaf, ScorerSupplier supplier, SearchSets sets)
            throws IOException {
        int size = leaf.reader().maxDoc();
        return supplier.cost() < size / kept
                ? sets.term(term, leaf, set -> read(term, supplier, set))
                : terms.get(term, () -> read(term, supplier, new FixedBitSet(size)));
    }

    /** Whether it is kept what words score. */
    boolean hasImpacts() {
        return impacts != null;
    }

    /** What a word scores, nearly, in each of the documents that have its stem. */
    WordImpacts impacts(LeafReaderContext leaf, WordQuery word, IndexSearcher searcher, FrequentTerm stem)
            throws IOException {
        return impacts.get(new ScoredWord(word.stem().getTerm(), word.form()),
                () -> WordImpacts.read(leaf, word, WordScores.of(word, searcher), stem.size()));
    }

    private FrequentTerm read(Query term, ScorerSupplier supplier, FixedBitSet set) throws IOException {
        DocIdSetIterator documents = supplier.get(Long.MAX_VALUE).iterator();
        documents.nextDoc();
        documents.intoBitSet(set.length(), set, 0);
        return new FrequentTerm(set, numbers.get(term, TermNumbers::new));
    }
}
