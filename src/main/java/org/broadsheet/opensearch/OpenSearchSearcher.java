package org.broadsheet.opensearch;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

import org.broadsheet.analysis.Analyzers;
import org.broadsheet.article.Article;
import org.broadsheet.engine.CommitWatch;
import org.broadsheet.engine.Completer;
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

/** Answers from the newest commit that it has seen, and looks for newer ones in the background. */
final class OpenSearchSearcher implements ArticleSearcher {

    private final OpenSearchEngine.Settings settings;
    private final Cluster cluster;
    private final Commits commits;
    private final Analyzers analyzers;
    private final CommitWatch watch;
    private volatile Commits.Commit current;

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
        watch = new CommitWatch(() -> {}, this::refresh, settings.refresh());
    }

    @Override
    public EngineAnswer search(EngineRequest request) {
        return read(request.deadline(), reading -> new Search(reading, analyzers, request).answer());
    }

    @Override
    public long count(ArticleQuery query, Filters filters, Deadline deadline) {
        return search(new EngineRequest(query, filters, SortOrder.NEWEST, 0, 0, null, Set.of(), false, false,
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
        return read(deadline,
                reading -> new Completer<>(new CommitVocabulary(reading, analyzers), analyzers).of(text, size));
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
        return watch.trouble();
    }

    @Override
    public void close() {
        watch.abandon();
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

    /** A commit of which a part is out of reach is taken over too: the one before may be gone. */
    private void refresh() {
        current = newest();
        commits.requireWhole(current);
    }
}
