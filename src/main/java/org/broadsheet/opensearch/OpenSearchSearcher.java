package org.broadsheet.opensearch;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

import org.broadsheet.analysis.Analyzers;
import org.broadsheet.article.Article;
import org.broadsheet.query.ArticleQuery;
import org.broadsheet.search.ArticleSearcher;
import org.broadsheet.search.Completion;
import org.broadsheet.search.Deadline;
import org.broadsheet.search.EngineAnswer;
import org.broadsheet.search.EngineException;
import org.broadsheet.search.EngineRequest;
import org.broadsheet.search.Facet;
import org.broadsheet.search.FacetName;
import org.broadsheet.search.Filters;
import org.broadsheet.search.Hit;
import org.broadsheet.search.IndexState;
import org.broadsheet.search.SortOrder;
import org.broadsheet.search.Spelling;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers from the newest commit that it has seen, and looks for newer ones in the background. */
final class OpenSearchSearcher implements ArticleSearcher {

    private static final Logger LOG = LoggerFactory.getLogger(OpenSearchSearcher.class);

    private final OpenSearchEngine.Settings settings;
    private final Cluster cluster;
    private final Commits commits;
    private final Analyzers analyzers;
    private final ScheduledExecutorService refresher; // null if it never looks for a newer commit
    private volatile Commits.Commit current;
    private volatile String trouble; // of the last look for a newer commit; null if it went well

    OpenSearchSearcher(OpenSearchEngine.Settings settings) {
        this.settings = settings;
        analyzers = new Analyzers(settings.analysis());
        cluster = new Cluster(settings.connection());
        commits = new Commits(cluster, settings);
        try {
            current = newest();
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
        refresher = settings.refresh().isZero()
                ? null
                : Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("index-refresh").factory());
        if (refresher != null) {
            long pause = settings.refresh().toMillis();
            refresher.scheduleWithFixedDelay(this::refresh, pause, pause, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public EngineAnswer search(EngineRequest request) {
        return read(request.deadline(), reading -> new Search(reading, analyzers, request).answer());
    }

    @Override
    public long count(ArticleQuery query, Filters filters, Deadline deadline) {
        return search(new EngineRequest(query, filters, SortOrder.NEWEST, 0, 0, null, java.util.Set.of(), false, false,
                deadline)).total();
    }

    @Override
    public Optional<Article> article(String id) {
        return read(Deadline.none(), reading -> new ArticleLookup(reading).article(id));
    }

    @Override
    public List<Hit> similar(String id, int size, Deadline deadline) {
        return read(deadline, reading -> new SimilarArticles(reading, analyzers).to(id, size));
    }

    @Override
    public Map<String, List<String>> idsByWebUrl(Collection<String> webUrls) {
        return read(Deadline.none(), reading -> new ArticleLookup(reading).idsByWebUrl(webUrls));
    }

    @Override
    public List<Completion> completions(String text, int size, Deadline deadline) {
        return read(deadline, reading -> new Completions(reading, analyzers).of(text, size));
    }

    @Override
    public List<Facet.ValueCount> facetValues(FacetName facet, String prefix, ArticleQuery query, Filters filters,
            int size, Deadline deadline) {
        return read(deadline, reading -> new ValueCounts(reading,
                new SearchedQuery(analyzers, query, filters, SortOrder.NEWEST, null))
                .startingWith(facet, prefix, filters.selection(facet), analyzers, size));
    }

    @Override
    public List<Spelling> spellings(String word, int edits, int size, Deadline deadline) {
        return read(deadline, reading -> new Spellings(reading, analyzers).of(word, edits, size));
    }

    @Override
    public void export(ArticleQuery query, Filters filters, SortOrder sort, Consumer<Article> consumer) {
        // Not to be begun again with a newer commit: some articles may have been given already.
        try {
            new Export(new Reading(cluster, current, Deadline.none()), analyzers).run(query, filters, sort, consumer);
        } catch (IndexGoneException e) {
            throw new EngineException("the index has been replaced twice while it was exported: export it again", e);
        }
    }

    @Override
    public IndexState state() {
        return current.state();
    }

    @Override
    public Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    @Override
    public void close() {
        if (refresher != null) {
            refresher.shutdownNow();
        }
        cluster.close();
    }

    /** A commit that is gone has been replaced: the newest one answers then. */
    private <T> T read(Deadline deadline, Function<Reading, T> question) {
        deadline.check();
        try {
            return question.apply(new Reading(cluster, current, deadline));
        } catch (IndexGoneException gone) {
            current = newest();
            try {
                return question.apply(new Reading(cluster, current, deadline));
            } catch (IndexGoneException e) {
                throw cluster.troubles().missing(settings.name());
            }
        }
    }

    private Commits.Commit newest() {
        return commits.newest().orElseThrow(() -> cluster.troubles().missing(settings.name()));
    }

    /** Whatever is wrong with a newer commit or with the cluster, the one that is known goes on answering, if it can. */
    private void refresh() {
        try {
            current = newest();
            commits.requireWhole(current);
            trouble = null;
        } catch (RuntimeException e) {
            String now = String.valueOf(e.getMessage());
            if (!now.equals(trouble)) {
                LOG.warn("the newest state of the index cannot be read: {}", now);
            }
            trouble = now;
        }
    }
}
