package org.broadsheet.lucene;

import java.io.IOException;
import java.util.List;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;

/**
 * What an article is better for, as it is and as it is guessed in less time. No guess is ever less than what is: where
 * the guesses of the best articles hold, they are the best.
 */
final class Guesses {

    private final List<Query> extras;
    private final List<Query> guesses;

    Guesses(List<Query> extras) {
        this.extras = extras;
        guesses = extras.stream().map(Neighbours::likely).toList();
    }

    /** What to rank by in place of what is. */
    List<Query> queries() {
        return guesses;
    }

    /**
     * Whether so many documents score as they were guessed.
     *
     * @param docs in their order
     */
    boolean hold(IndexSearcher searcher, int[] docs) throws IOException {
        for (int i = 0; i < extras.size(); i++) {
            if (!extras.get(i).equals(guesses.get(i)) && !holds(searcher, extras.get(i), guesses.get(i), docs)) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(IndexSearcher searcher, Query extra, Query guess, int[] docs) throws IOException {
        Weight guessed = weight(searcher, guess);
        Weight weight = null; // of what is, when it is first asked for
        List<LeafReaderContext> leaves = searcher.getLeafContexts();
        int next = 0;
        while (next < docs.length) {
            LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(docs[next], leaves));
            int end = leaf.docBase + leaf.reader().maxDoc();
            Additions.Extra guesses = extra(guessed, leaf);
            Additions.Extra truths = null;
            for (; next < docs.length && docs[next] < end; next++) {
                int doc = docs[next] - leaf.docBase;
                float score = guesses == null ? 0 : guesses.score(doc);
                if (score > 0) {
                    weight = weight == null ? weight(searcher, extra) : weight;
                    truths = truths == null ? extra(weight, leaf) : truths;
                    if (truths == null || truths.score(doc) != score) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private static Weight weight(IndexSearcher searcher, Query query) throws IOException {
        return searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, 1);
    }

    private static Additions.Extra extra(Weight weight, LeafReaderContext leaf) throws IOException {
        Scorer scorer = weight.scorer(leaf);
        return scorer == null ? null : Additions.Extra.of(scorer);
    }
}
