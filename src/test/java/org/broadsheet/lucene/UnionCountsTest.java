package org.broadsheet.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.FSDirectory;
import org.broadsheet.analysis.Analyzers;
import org.broadsheet.article.Article;
import org.broadsheet.article.Articles;
import org.broadsheet.field.Analysis;
import org.broadsheet.query.ArticleQuery;
import org.broadsheet.query.ArticleQueryParser;
import org.broadsheet.search.ArticleIndexer;
import org.broadsheet.search.ArticleIndexer.Mode;
import org.broadsheet.search.ArticleIndexer.SourceLocation;
import org.broadsheet.search.Deadline;
import org.broadsheet.search.EngineRequest;
import org.broadsheet.search.Facet;
import org.broadsheet.search.FacetName;
import org.broadsheet.search.FileStamp;
import org.broadsheet.search.Filters;
import org.broadsheet.search.IndexedArticle;
import org.broadsheet.search.NaiveEngine;
import org.broadsheet.search.SortOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is counted by what is known of terms is what the naive engine counts. */
class UnionCountsTest {

    private static final int ARTICLES = 4_000; // enough for the values of all facets to be few
    private static final int VALUES = 15; // of a facet, more than are listed
    private static final int WORDS = 12;
    private static final int QUERIES = 150;
    /** So often each word is asked for before: enough for one that nearly all articles have. */
    private static final int ASKED = 40;
    private static final Set<FacetName> FACETS = EnumSet.allOf(FacetName.class);

    @TempDir
    private Path folder;

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final NaiveEngine naive = new NaiveEngine();
    private final Analyzers analyzers = new Analyzers(Analysis.ENGLISH);

    /**
     * @param years that the articles are of; months are counted where they are few
     * @param memory in bytes for each article: where it is short, the documents of some words are read for each search
     */
    @ParameterizedTest
    @CsvSource({"1, 2000", "8, 2000", "8, 270"})
    void facets_ofWordsAskedForOften_areExact(int years, int memory) throws IOException {
        write(Mode.REBUILD, ARTICLES, years);
        write(Mode.UPDATE, 60, years);
        LuceneEngine.Settings settings = LuceneEngine.Settings.of(folder).once();
        try (LuceneSearcher searcher = new LuceneSearcher(settings);
                DirectoryReader reader = DirectoryReader.open(FSDirectory.open(folder))) {
            Snapshot snapshot = new Snapshot(reader, searcher.state(),
                    new ColumnCache((long) memory * reader.maxDoc()));
            for (int i = 0; i < ASKED * WORDS; i++) {
                facets(snapshot, matches(snapshot, "w" + i % WORDS));
            }
            int cheap = 0;
            int bounded = 0;
            for (int i = 0; i < QUERIES; i++) {
                String query = query();
                MatchSets matches = matches(snapshot, query);
                if (query.contains("OR") && !query.contains("-") && matches.total() > ARTICLES / 10) {
                    UnionCounts union = UnionCounts.of(snapshot, matches, Deadline.none());
                    cheap += union.areCheap() ? 1 : 0;
                    bounded += !union.areCheap() && isBounded(snapshot.values(FacetName.TOPIC), union) ? 1 : 0;
                }
                assertThat(facets(snapshot, matches)).as("-Dseed=" + seed + ": " + query).isEqualTo(expected(query));
            }
            assertThat(cheap).as("-Dseed=" + seed).isGreaterThan(QUERIES / 50);
            assertThat(bounded).as("-Dseed=" + seed).isGreaterThan(QUERIES / 50);
        }
    }

    /** Whether it is known of a value that not all of its articles match. */
    private static boolean isBounded(FacetValues values, UnionCounts union) {
        return IntStream.range(0, values.size()).anyMatch(value -> values.most(union, value) < values.documents(value));
    }

    private MatchSets matches(Snapshot snapshot, String query) throws IOException {
        Snapshot.TimedSearcher searcher = snapshot.searcher(Deadline.none());
        return MatchSets.of(searcher, new QueryTranslator(analyzers), parsed(query), Filters.NONE,
                Division.none(searcher.getLeafContexts()));
    }

    private static Map<FacetName, Facet> facets(Snapshot snapshot, MatchSets matches) throws IOException {
        FacetCounts counts = new FacetCounts(snapshot, matches, Filters.NONE, Deadline.none());
        for (SpareProcessors.Task task : counts.tasks(FACETS)) {
            task.run();
        }
        return counts.facets();
    }

    private Map<FacetName, Facet> expected(String query) {
        return naive.searcher()
                .search(new EngineRequest(parsed(query), Filters.NONE, SortOrder.NEWEST, 0, 1, null, FACETS, false,
                        false, Deadline.none()))
                .facets();
    }

    private static ArticleQuery parsed(String query) {
        return new ArticleQueryParser().parse(query).query();
    }

    /** Some of which ask for something else than any of several words. */
    private String query() {
        List<String> words = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            words.add("w" + random.nextInt(WORDS));
        }
        return String.join(" OR ", words) + (random.nextInt(8) == 0 ? " -w" + random.nextInt(WORDS) : "");
    }

    /** Articles, some of which replace earlier ones, and one in ten of which is removed again. */
    private void write(Mode mode, int count, int years) {
        try (ArticleIndexer indexer = LuceneEngine.indexer(LuceneEngine.Settings.of(folder), mode);
                ArticleIndexer other = naive.indexer(mode)) {
            for (int i = 0; i < count; i++) {
                Article article = article(mode == Mode.REBUILD ? i : random.nextInt(ARTICLES + count), years);
                IndexedArticle indexed = new IndexedArticle(article, new FileStamp(1, 1, article.path()));
                for (ArticleIndexer each : List.of(indexer, other)) {
                    if (mode == Mode.UPDATE && i % 10 == 0) {
                        each.remove(article.id());
                    } else {
                        each.put(indexed);
                    }
                }
            }
            for (ArticleIndexer each : List.of(indexer, other)) {
                each.commit(List.of(new SourceLocation("test", "/archive/test")), 0);
            }
        }
    }

    /** Word i is in one of i articles about, so that some words are in most of them and some in few. */
    private Article article(int number, int years) {
        StringBuilder text = new StringBuilder("text");
        for (int i = 0; i < WORDS; i++) {
            text.append(random.nextInt(100) < 90 / (1 + i * i) ? " w" + i : "");
        }
        Articles article = Articles.titled("article " + number)
                .path("test/" + number)
                .excerpt(text.toString())
                .provider("Provider " + value());
        if (random.nextInt(5) > 0) {
            article.topics(topics())
                    .date(LocalDate.of(2016, 1, 1).plusDays(random.nextInt(365 * years)).toString())
                    .quality(random.nextInt(130));
        }
        return article.build();
    }

    /** Hardly an article has more than two. */
    private String[] topics() {
        int count = random.nextInt(150) == 0 ? VALUES : 2;
        return Stream.generate(() -> "Topic " + value()).limit(count).toArray(String[]::new);
    }

    /** The first values are much more frequent than the last. */
    private int value() {
        return random.nextInt(1 + random.nextInt(VALUES));
    }
}
