package org.broadsheet.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.FSDirectory;
import org.broadsheet.MadeArticles;
import org.broadsheet.analysis.Analyzers;
import org.broadsheet.field.Analysis;
import org.broadsheet.indexing.IndexProgress;
import org.broadsheet.indexing.IndexRun;
import org.broadsheet.indexing.IndexingSettings;
import org.broadsheet.query.ArticleQuery;
import org.broadsheet.query.ArticleQueryParser;
import org.broadsheet.search.ArticleIndexer;
import org.broadsheet.search.Deadline;
import org.broadsheet.search.EngineAnswer;
import org.broadsheet.search.EngineRequest;
import org.broadsheet.search.Facet;
import org.broadsheet.search.FacetName;
import org.broadsheet.search.Filters;
import org.broadsheet.search.Hit;
import org.broadsheet.search.SortOrder;
import org.broadsheet.source.Source;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What each part of a search takes, on one processor, and the whole of it on all. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
public class SearchParts {

    /** Queries that are asked in turn. */
    private static final int QUERIES = 500;

    /** Whether all words must match, or one is enough. */
    @Param({"all", "any"})
    public String words;
    @Param("50000")
    public int articles;

    private final Analyzers analyzers = new Analyzers(Analysis.ENGLISH);
    private final List<String> texts = new ArrayList<>();
    private final List<ArticleQuery> queries = new ArrayList<>();
    private final List<MatchSets> matches = new ArrayList<>();
    private final List<List<TopHits.Top>> tops = new ArrayList<>();
    private Snapshot snapshot;
    private LuceneSearcher searcher;
    private int next;

    /** Makes an archive, indexes it, and asks everything once. */
    @Setup(Level.Trial)
    public void open() throws IOException {
        Path folder = Files.createTempDirectory("broadsheet-parts");
        Path archive = folder.resolve("articles.ndjson");
        MadeArticles.main(
                new String[]{Integer.toString(articles), archive.toString(), folder.resolve("queries").toString()});
        LuceneEngine.Settings settings = LuceneEngine.Settings.of(folder.resolve("index")).once();
        try (ArticleIndexer indexer = LuceneEngine.indexer(settings, ArticleIndexer.Mode.REBUILD)) {
            int threads = Runtime.getRuntime().availableProcessors();
            new IndexRun(indexer, new IndexingSettings(threads, false), IndexProgress.NONE)
                    .run(List.of(Source.of(archive.toString())));
        }
        DirectoryReader reader = DirectoryReader.open(FSDirectory.open(settings.index()));
        snapshot = new Snapshot(reader, CommitData.read(reader.getIndexCommit().getUserData(), Analysis.ENGLISH,
                new IndexTroubles(settings.index())), new ColumnCache(Runtime.getRuntime().maxMemory()));
        searcher = new LuceneSearcher(settings);
        for (String line : Files.readAllLines(folder.resolve("queries")).subList(0, QUERIES)) {
            String text = words.equals("all") ? line : String.join(" OR ", line.split(" "));
            ArticleQuery query = new ArticleQueryParser().parse(text).query();
            texts.add(text);
            queries.add(query);
            matches.add(matches(query));
            tops.add(ranked(query, matches.getLast()));
        }
    }

    @TearDown(Level.Trial)
    public void close() throws IOException {
        searcher.close();
        snapshot.release();
    }

    private int turn() {
        next = (next + 1) % QUERIES;
        return next;
    }

    @Benchmark
    public ArticleQuery readingTheQuery() {
        return new ArticleQueryParser().parse(texts.get(turn())).query();
    }

    @Benchmark
    public MatchSets findingWhatMatches() throws IOException {
        return matches(queries.get(turn()));
    }

    @Benchmark
    public List<TopHits.Top> ranking() throws IOException {
        int turn = turn();
        return ranked(queries.get(turn), matches.get(turn));
    }

    @Benchmark
    public Map<FacetName, Facet> counting() throws IOException {
        FacetCounts counts = new FacetCounts(snapshot, matches.get(turn()), Filters.NONE, Deadline.none());
        Division.none(snapshot.reader().leaves()).run(counts.tasks(EnumSet.allOf(FacetName.class)));
        return counts.facets();
    }

    @Benchmark
    public List<Hit> hits() throws IOException {
        int turn = turn();
        Snapshot.TimedSearcher timed = snapshot.searcher(Deadline.none());
        List<TopHits.Top> shown = tops.get(turn);
        Highlights highlights = new Highlights(timed, analyzers, queries.get(turn),
                shown.stream().mapToInt(TopHits.Top::doc).toArray());
        List<Hit> hits = new ArrayList<>();
        for (TopHits.Top top : shown) {
            hits.add(highlights.hit(snapshot.article(timed.storedFields(), top.doc()), top.doc(), top.score(),
                    List.of()));
        }
        return hits;
    }

    @Benchmark
    public EngineAnswer wholeSearch() {
        return searcher.search(new EngineRequest(queries.get(turn()), Filters.NONE, SortOrder.RELEVANCE, 0, 10, null,
                EnumSet.allOf(FacetName.class), true, false, Deadline.none()));
    }

    private MatchSets matches(ArticleQuery query) throws IOException {
        Snapshot.TimedSearcher timed = snapshot.searcher(Deadline.none());
        return MatchSets.of(timed, new QueryTranslator(analyzers), query, Filters.NONE,
                Division.none(timed.getLeafContexts()));
    }

    private List<TopHits.Top> ranked(ArticleQuery query, MatchSets matching) throws IOException {
        Division whole = Division.none(snapshot.reader().leaves());
        TopHits.Finding finding = new TopHits(snapshot.searcher(Deadline.none()), snapshot, analyzers)
                .finding(matching, query, Filters.NONE, SortOrder.RELEVANCE, null, 0, 10);
        whole.run(finding.first(whole));
        whole.run(finding.rest(whole));
        return finding.tops();
    }
}
