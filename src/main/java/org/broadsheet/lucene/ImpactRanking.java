package org.broadsheet.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.IndexSearcher.LeafReaderContextPartition;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.broadsheet.lucene.SpareProcessors.Task;

/**
 * Ranks what matches loose words by what is known of the frequent ones: what each scores in each document, nearly
 * ({@link WordImpacts}). Hardly more documents are scored than are among the best, and nothing is read of the others but
 * the postings of rare words.
 */
final class ImpactRanking implements HitWalk {

    /** So few matches are ranked in less time than it takes to prepare. */
    private static final int FEW = 2_000;
    /** Where rare words lead to so many documents for one that matches, to look up each match takes less time. */
    private static final int RARE = 100;
    /** Documents of a segment that is read in less time than it takes to find out what its words score. */
    private static final int SMALL = 1 << 12;

    private final Snapshot.TimedSearcher searcher;
    private final Snapshot snapshot;
    private final MatchSets matches;
    private final List<Segment> segments;
    private final Weight words; // scores a document
    private final Weight near; // finds the documents that may have any of the extras
    private final List<Weight> extras = new ArrayList<>();

    /**
     * The words in a segment.
     *
     * @param rare those that are read
     * @param read how many documents that leads to
     */
    private record Segment(List<Frequent> frequent, List<Weight> rare, long read) {}

    /**
     * A word that many documents of a segment have.
     *
     * @param set the documents that have it
     * @param bounds what each level of an impact scores at most
     */
    record Frequent(long[] set, WordImpacts impacts, float[] bounds) {}

    private ImpactRanking(Snapshot.TimedSearcher searcher, Snapshot snapshot, MatchSets matches,
            List<Segment> segments, RankedQuery ranked, List<Query> extras) throws IOException {
        this.searcher = searcher;
        this.snapshot = snapshot;
        this.matches = matches;
        this.segments = segments;
        words = weight(searcher, ranked.words(List.of()), ScoreMode.COMPLETE);
        near = weight(searcher, ranked.candidates(), ScoreMode.COMPLETE_NO_SCORES);
        for (Query extra : extras) {
            this.extras.add(weight(searcher, extra, ScoreMode.COMPLETE));
        }
    }

    /**
     * A way to rank what matches; null where another one is better.
     *
     * @param extras the parts that an article is only better for
     */
    static ImpactRanking of(Snapshot.TimedSearcher searcher, Snapshot snapshot, MatchSets matches, RankedQuery ranked,
            List<Query> extras) throws IOException {
        List<WordQuery> wanted = matches.total() <= FEW ? List.of() : ranked.looseWords();
        if (wanted.isEmpty()) {
            return null;
        }
        List<Segment> segments = new ArrayList<>();
        for (LeafReaderContext leaf : searcher.getLeafContexts()) {
            if (!snapshot.columns(leaf).frequentTerms().hasImpacts()) {
                return null;
            }
            segments.add(segment(searcher, snapshot, leaf, wanted));
        }
        return segments.stream().mapToLong(Segment::read).sum() > RARE * matches.total()
                ? null
                : new ImpactRanking(searcher, snapshot, matches, segments, ranked, extras);
    }

    private static Segment segment(Snapshot.TimedSearcher searcher, Snapshot snapshot, LeafReaderContext leaf,
            List<WordQuery> words) throws IOException {
        List<Frequent> frequent = new ArrayList<>();
        List<Weight> rare = new ArrayList<>();
        long read = 0;
        for (WordQuery word : words) {
            Scorer documents = weight(searcher, word.stem(), ScoreMode.COMPLETE_NO_SCORES).scorer(leaf);
            FrequentTerm term = documents == null ? null : FrequentTerm.of(documents.iterator());
            if (term != null && leaf.reader().maxDoc() > SMALL) {
                WordImpacts impacts = snapshot.columns(leaf).frequentTerms().impacts(leaf, word, searcher, term);
                float[] bounds = impacts.bounds(word, searcher, snapshot.state().id());
                frequent.add(new Frequent(term.set().getBits(), impacts, bounds));
            } else if (documents != null) {
                rare.add(weight(searcher, word, ScoreMode.COMPLETE));
                read += documents.iterator().cost();
            }
        }
        return new Segment(frequent, rare, read);
    }

    private static Weight weight(Snapshot.TimedSearcher searcher, Query query, ScoreMode mode) throws IOException {
        return searcher.createWeight(searcher.rewrite(query), mode, 1);
    }

    @Override
    public List<Task> rest(Division division, ScoreMode mode, Supplier<? extends Collector> collectors) {
        List<Task> tasks = new ArrayList<>();
        for (LeafReaderContextPartition piece : division.pieces()) {
            Collector collector = collectors.get();
            tasks.add(() -> collect(piece, collector));
        }
        return tasks;
    }

    private void collect(LeafReaderContextPartition piece, Collector collector) throws IOException {
        LeafReaderContext leaf = piece.ctx;
        Segment segment = segments.get(leaf.ord);
        Scorer scorer = words.scorer(leaf);
        if (scorer == null) {
            return;
        }
        List<RareWord> rare = new ArrayList<>();
        for (Weight word : segment.rare()) {
            Scorer ofWord = word.scorer(leaf);
            if (ofWord != null) { // else no document has it
                rare.add(new RareWord(ofWord));
            }
        }
        MatchSets.Segment matching = matches.segments().get(leaf.ord);
        new ImpactPass(matching.all(), matches.union(matching) != null, segment.frequent(), rare, near.scorer(leaf),
                scorer,
                Additions.of(extras, leaf, snapshot), searcher.deadline())
                .collect(piece, collector.getLeafCollector(leaf));
    }
}
