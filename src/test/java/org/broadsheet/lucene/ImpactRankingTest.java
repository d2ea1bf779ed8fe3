package org.broadsheet.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.FixedBitSet;
import org.broadsheet.analysis.Analyzers;
import org.broadsheet.article.Article;
import org.broadsheet.article.Articles;
import org.broadsheet.field.Analysis;
import org.broadsheet.query.ArticleQuery;
import org.broadsheet.query.ArticleQueryParser;
import org.broadsheet.search.ArticleIndexer;
import org.broadsheet.search.ArticleIndexer.Mode;
import org.broadsheet.search.ArticleIndexer.SourceLocation;
import org.broadsheet.search.Cursor;
import org.broadsheet.search.Deadline;
import org.broadsheet.search.FileStamp;
import org.broadsheet.search.Filters;
import org.broadsheet.search.IndexedArticle;
import org.broadsheet.search.SortOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is known of frequent words leads to the same first hits as looking at all that matches. */
class ImpactRankingTest {

    private static final int ARTICLES = 5_000; // enough for matches of frequent words to be many
    private static final int WORDS = 1_500; // some frequent, most rare
    private static final int QUERIES = 150;

    @TempDir
    private Path folder;

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Analyzers analyzers = new Analyzers(Analysis.ENGLISH);
    private int length = 50; // of excerpts, at most, in words
    private ColumnCache columns = new ColumnCache(2_000 * ARTICLES); // what is known of a segment outlives a commit

    /** @param memory in bytes for each article: where it is short, the documents of some words are read for each search */
    @ParameterizedTest
    @ValueSource(ints = {2_000, 400})
    void firstHits_areThoseOfAllMatches(int memory) throws IOException {
        columns = new ColumnCache(memory * ARTICLES);
        List<Article> articles = write(Mode.REBUILD, 0, ARTICLES, Set.of());
        compare();
        length = 200; // with texts that are longer in the mean, each word of those before scores more
        write(Mode.UPDATE, ARTICLES, ARTICLES / 2, Set.of(articles.get(5).id(), articles.get(700).id()));
        compare();
    }

    private void compare() throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(FSDirectory.open(folder));
                LuceneSearcher searcher = new LuceneSearcher(LuceneEngine.Settings.of(folder).once())) {
            Snapshot snapshot = new Snapshot(reader, searcher.state(), columns);
            int used = 0;
            for (int i = 0; i < QUERIES; i++) {
                String text = words(1 + random.nextInt(4), random.nextBoolean() ? " OR " : " ");
                ArticleQuery query = new ArticleQueryParser().parse(text).query();
                String asked = "-Dseed=" + seed + ": " + text;
                MatchSets matches = matches(snapshot, query);
                used += isUsed(snapshot, matches, query) ? 1 : 0;
                List<TopHits.Top> expected = tops(snapshot, null, query, null, 0, 40);
                assertThat(tops(snapshot, matches, query, null, 0, 11)).as(asked)
                        .isEqualTo(expected.subList(0, Math.min(11, expected.size())));
                assertThat(tops(snapshot, matches, query, null, 20, 20)).as(asked)
                        .isEqualTo(expected.subList(Math.min(20, expected.size()), expected.size()));
                if (expected.size() == 40) {
                    assertThat(tops(snapshot, matches, query, at(snapshot, expected.get(9)), 0, 30)).as(asked)
                            .isEqualTo(expected.subList(10, 40));
                }
            }
            assertThat(used).as("-Dseed=" + seed).isGreaterThan(QUERIES / 10);
        }
    }

    private boolean isUsed(Snapshot snapshot, MatchSets matches, ArticleQuery query) throws IOException {
        Snapshot.TimedSearcher searcher = snapshot.searcher(Deadline.none());
        RankedQuery ranked = new TopHits(searcher, snapshot, analyzers).ranked(query);
        return ImpactRanking.of(searcher, snapshot, matches, ranked, List.of()) != null;
    }

    private MatchSets matches(Snapshot snapshot, ArticleQuery query) throws IOException {
        Snapshot.TimedSearcher searcher = snapshot.searcher(Deadline.none());
        return MatchSets.of(searcher, new QueryTranslator(analyzers), query, Filters.NONE,
                Division.none(searcher.getLeafContexts()));
    }

    private List<TopHits.Top> tops(Snapshot snapshot, MatchSets matches, ArticleQuery query, Cursor after, int offset,
            int size) throws IOException {
        Snapshot.TimedSearcher searcher = snapshot.searcher(Deadline.none());
        TopHits.Finding finding = new TopHits(searcher, snapshot, analyzers).finding(matches, query, Filters.NONE,
                SortOrder.RELEVANCE, after, offset, size);
        try (SpareProcessors processors = new SpareProcessors(2, 0); SpareProcessors.Use two = processors.use(1)) {
            Division division = Division.among(two, searcher.getLeafContexts());
            division.run(finding.first(division));
            division.run(finding.rest(division));
        }
        return finding.tops();
    }

    private static Cursor at(Snapshot snapshot, TopHits.Top top) throws IOException {
        Article article = snapshot.article(snapshot.reader().storedFields(), top.doc());
        return new Cursor(snapshot.state().id(), SortOrder.RELEVANCE, top.key(), article.id());
    }

    @Test
    void bounds_areNeverBelowAScore_norFarAbove() throws IOException {
        write(Mode.REBUILD, 0, ARTICLES, Set.of());
        requireBounds();
        length = 200;
        write(Mode.UPDATE, ARTICLES, ARTICLES / 50, Set.of());
        requireBounds();
    }

    private void requireBounds() throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(FSDirectory.open(folder));
                LuceneSearcher opened = new LuceneSearcher(LuceneEngine.Settings.of(folder).once())) {
            Snapshot snapshot = new Snapshot(reader, opened.state(), columns);
            Snapshot.TimedSearcher searcher = snapshot.searcher(Deadline.none());
            for (String text : List.of(word(0), word(1), word(1) + "s", word(9))) {
                ArticleQuery query = new ArticleQueryParser().parse(text).query();
                WordQuery word = new TopHits(searcher, snapshot, analyzers).ranked(query).looseWords().getFirst();
                for (LeafReaderContext leaf : searcher.getLeafContexts()) {
                    requireBounds(snapshot, searcher, word, leaf);
                }
            }
        }
    }

    private void requireBounds(Snapshot snapshot, Snapshot.TimedSearcher searcher, WordQuery word,
            LeafReaderContext leaf) throws IOException {
        FrequentTerm term = FrequentTerm
                .of(weight(searcher, word.stem(), ScoreMode.COMPLETE_NO_SCORES).scorer(leaf).iterator());
        WordImpacts impacts = snapshot.columns(leaf).frequentTerms().impacts(leaf, word, searcher, term);
        float[] bounds = impacts.bounds(word, searcher, snapshot.state().id());
        Scorer scorer = weight(searcher, word, ScoreMode.COMPLETE).scorer(leaf);
        float most = WordScores.of(word, searcher).most();
        for (int doc = scorer.iterator().nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = scorer.iterator()
                .nextDoc()) {
            float highest = impacts.highest(doc / Long.SIZE, bounds);
            float[] bound = {highest};
            impacts.lower(new int[]{doc}, 1, term.set().getBits(), bounds, bound);
            assertThat(bound[0]).as("%s in %d", word, doc)
                    .isLessThanOrEqualTo(highest * 1.00001f)
                    .isBetween(scorer.score() * 0.99999f, scorer.score() + most / 20);
        }
        for (int group = 0; group * WordImpacts.GROUP * Long.SIZE < leaf.reader().maxDoc(); group++) {
            int first = group * WordImpacts.GROUP;
            int end = Math.min(first + WordImpacts.GROUP, FixedBitSet.bits2words(leaf.reader().maxDoc()));
            assertThat(impacts.highestOfGroup(group, bounds)).as("%s in group %d", word, group)
                    .isEqualTo((float) IntStream.range(first, end)
                            .mapToDouble(block -> impacts.highest(block, bounds))
                            .max()
                            .orElseThrow());
        }
    }

    private static Weight weight(Snapshot.TimedSearcher searcher, Query query, ScoreMode mode) throws IOException {
        return searcher.createWeight(searcher.rewrite(query), mode, 1);
    }

    private List<Article> write(Mode mode, int from, int count, Set<String> removed) {
        List<Article> articles = IntStream.range(from, from + count).mapToObj(this::generated).toList();
        try (ArticleIndexer indexer = LuceneEngine.indexer(LuceneEngine.Settings.of(folder), mode)) {
            articles.forEach(article -> indexer.put(new IndexedArticle(article, new FileStamp(1, 1, article.path()))));
            removed.forEach(indexer::remove);
            indexer.commit(List.of(new SourceLocation("test", "/archive/test")), 0);
        }
        return articles;
    }

    private Article generated(int number) {
        return Articles.titled(words(1 + random.nextInt(8), " "))
                .path("article " + number)
                .excerpt(words(random.nextInt(length), " "))
                .quality(random.nextInt(101))
                .build();
    }

    /** The first of all words are in most articles; one in five is a plural. */
    private String words(int count, String between) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int number = (int) (Math.pow(random.nextDouble(), 6) * WORDS);
            words.add(word(number) + (random.nextInt(5) == 0 ? "s" : ""));
        }
        return String.join(between, words);
    }

    private static String word(int number) {
        return "k" + (char) ('a' + number / 26) + "m" + (char) ('a' + number % 26) + "k";
    }
}
