package org.broadsheet.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.SortedNumericSortField;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.util.IOSupplier;
import org.broadsheet.analysis.Analyzers;
import org.broadsheet.engine.WordRanking;
import org.broadsheet.field.Ranking;
import org.broadsheet.lucene.SpareProcessors.Task;
import org.broadsheet.query.ArticleQuery;
import org.broadsheet.search.Cursor;
import org.broadsheet.search.Filters;
import org.broadsheet.search.SortOrder;

/**
 * The first hits in an order. Documents that cannot be among them are skipped, so it does not know how many match.
 *
 * <p>Whether the words of an article are neighbours is guessed at first ({@link Guesses}). In the rare case that a guess
 * turns out wrong for one of the hits, they are found anew without.
 */
final class TopHits {

    /** The positions of so few matches are read in less time than guesses are checked. */
    private static final int FEW = 50;

    private final Snapshot.TimedSearcher searcher;
    private final Snapshot snapshot;
    private final QueryTranslator translator;
    private final WordRanking<Query> ranking;

    TopHits(Snapshot.TimedSearcher searcher, Snapshot snapshot, Analyzers analyzers) {
        this.searcher = searcher;
        translator = new QueryTranslator(analyzers);
        ranking = new WordRanking<>(translator, Ranking.DEFAULT);
        this.snapshot = snapshot;
    }

    /**
     * A hit.
     *
     * @param doc its number in the snapshot
     * @param key what it is sorted by, as a {@link Cursor} has it
     */
    record Top(int doc, long key) {

        /** Where it is sorted by relevance. */
        float score() {
            return Float.intBitsToFloat((int) key);
        }
    }

    /** How the hits of a query are ranked. */
    RankedQuery ranked(ArticleQuery query) {
        return new RankedQuery(ranking.parts(query));
    }

    /**
     * The hits from the offset on, at most so many; fewer at the end.
     *
     * @param after a hit to begin after, or null
     */
    List<Top> find(ArticleQuery query, Filters filters, SortOrder sort, Cursor after, int offset, int size)
            throws IOException {
        Finding finding = finding(null, query, filters, sort, after, offset, size);
        Division none = Division.none(searcher.getLeafContexts());
        none.run(finding.first(none));
        none.run(finding.rest(none));
        return finding.tops();
    }

    /**
     * A way to find the hits from the offset on, at most so many; fewer at the end.
     *
     * @param matches what matches the query and the filters; null if it is not known
     * @param after a hit to begin after, or null
     */
    Finding finding(MatchSets matches, ArticleQuery query, Filters filters, SortOrder sort, Cursor after, int offset,
            int size) throws IOException {
        Place place = new Place(sort, after, offset, Math.min(offset + size, searcher.getIndexReader().maxDoc()));
        List<Query> narrowing = FilterQueries.all(filters);
        if (sort != SortOrder.RELEVANCE) {
            BooleanQuery.Builder narrowed = new BooleanQuery.Builder().add(translator.matching(query), Occur.FILTER);
            narrowing.forEach(filter -> narrowed.add(filter, Occur.FILTER));
            return new Finding(place, new OnePass(searcher, narrowed.build()), null, null);
        }
        RankedQuery ranked = ranked(query);
        if (matches == null) {
            Query all = new RankingQuery(ranked.words(narrowing), ranked.checkedExtras(), snapshot);
            return new Finding(place, new OnePass(searcher, all), null, null);
        }
        // With a hit to begin after, what is guessed to come before it would be missing.
        if (after != null || matches.total() <= FEW || ranked.extras().isEmpty()) {
            return new Finding(place, walk(matches, ranked, narrowing, ranked.checkedExtras()), null, null);
        }
        Guesses guesses = new Guesses(ranked.extras());
        return new Finding(place, walk(matches, ranked, narrowing, guesses.queries()), guesses,
                () -> walk(matches, ranked, narrowing, ranked.checkedExtras()));
    }

    private HitWalk walk(MatchSets matches, RankedQuery ranked, List<Query> narrowing, List<Query> extras)
            throws IOException {
        ImpactRanking impacts = ImpactRanking.of(searcher, snapshot, matches, ranked, extras);
        if (impacts != null) {
            return impacts;
        }
        Query words = ranked.words(narrowing);
        Query all = new RankingQuery(words, extras, snapshot);
        return extras.isEmpty()
                ? new OnePass(searcher, all)
                : new TwoPasses(searcher, new Candidates(matches, ranked.candidates()), all,
                        new RankingQuery(words, List.of(), snapshot));
    }

    /**
     * Which of all hits are wanted.
     *
     * @param after a hit to begin after, or null
     * @param offset how many are passed over from there
     * @param end the last one, exclusive, counted from there
     */
    private record Place(SortOrder sort, Cursor after, int offset, int end) {

        boolean isEmpty() {
            return end <= offset;
        }
    }

    /** The search for the first hits, in one piece or in several that are done side by side. */
    final class Finding {

        private final Place place;
        private final HitWalk walk;
        private final Guesses guesses; // that the walk makes; null if it makes none
        private final IOSupplier<HitWalk> certain; // the same without guesses
        private final TopFieldCollectorManager manager;
        private final ScoreMode mode;
        private final List<TopFieldCollector> collectors = new ArrayList<>();

        private Finding(Place place, HitWalk walk, Guesses guesses, IOSupplier<HitWalk> certain) {
            this.place = place;
            this.walk = walk;
            this.guesses = guesses;
            this.certain = certain;
            manager = new TopFieldCollectorManager(sort(place.sort()), Math.max(1, place.end()),
                    place.after() == null ? null : fields(place.after()), 1);
            mode = manager.newCollector().scoreMode();
        }

        /** What has to be run before anything else. */
        List<Task> first(Division division) throws IOException {
            return place.isEmpty() ? List.of() : walk.first(division, mode, this::collector);
        }

        /** What has to be run then, in any order and side by side. */
        List<Task> rest(Division division) throws IOException {
            return place.isEmpty() ? List.of() : walk.rest(division, mode, this::collector);
        }

        /** The hits, when all of it has been run; none if nothing has. */
        List<Top> tops() throws IOException {
            if (collectors.isEmpty()) {
                return List.of();
            }
            TopFieldDocs docs = manager.reduce(collectors);
            LuceneSearcher.requireInTime(searcher);
            if (guesses == null || guesses.hold(searcher, docs(docs))) {
                return tops(docs);
            }
            Finding certainly = new Finding(place, certain.get(), null, null);
            Division none = Division.none(searcher.getLeafContexts());
            none.run(certainly.first(none));
            none.run(certainly.rest(none));
            return certainly.tops();
        }

        private static int[] docs(TopFieldDocs docs) {
            return Arrays.stream(docs.scoreDocs).mapToInt(hit -> hit.doc).sorted().toArray();
        }

        private List<Top> tops(TopFieldDocs docs) {
            List<Top> tops = new ArrayList<>(Math.max(0, docs.scoreDocs.length - place.offset()));
            for (int i = place.offset(); i < docs.scoreDocs.length; i++) {
                ScoreDoc doc = docs.scoreDocs[i];
                Object key = ((FieldDoc) doc).fields[0];
                tops.add(new Top(doc.doc,
                        key instanceof Float score ? Float.floatToIntBits(score) : key(place.sort(), (Long) key)));
            }
            return tops;
        }

        private TopFieldCollector collector() {
            TopFieldCollector collector = manager.newCollector();
            collectors.add(collector);
            return collector;
        }
    }

    private static Sort sort(SortOrder sort) {
        SortField id = new SortField(IndexFields.ID_ORDER, SortField.Type.LONG);
        if (sort == SortOrder.RELEVANCE) {
            return new Sort(SortField.FIELD_SCORE, id);
        }
        Long last = lastOf(sort);
        SortField field = new SortedNumericSortField(IndexFields.values(sort.field()), SortField.Type.LONG,
                sort.descending(), SortedNumericSelector.Type.MIN, last);
        return new Sort(field, id);
    }

    /** What stands for a missing number, so that it comes last. */
    private static Long lastOf(SortOrder sort) {
        return sort.descending() ? Long.MIN_VALUE : Long.MAX_VALUE;
    }

    private static long key(SortOrder sort, Long number) {
        return number.equals(lastOf(sort)) ? Long.MIN_VALUE : number;
    }

    private static Long number(Cursor cursor) {
        return cursor.key() == Long.MIN_VALUE ? lastOf(cursor.sort()) : (Long) cursor.key();
    }

    /** The number of the document does not matter, since no two share an id: it must only not come before any. */
    private static FieldDoc fields(Cursor cursor) {
        Object key = cursor.sort() == SortOrder.RELEVANCE
                ? (Object) Float.intBitsToFloat((int) cursor.key())
                : number(cursor);
        return new FieldDoc(Integer.MAX_VALUE, Float.NaN, new Object[]{key, ArticleDocuments.idOrder(cursor.id())});
    }
}
