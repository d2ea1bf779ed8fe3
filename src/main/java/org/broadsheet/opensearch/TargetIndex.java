package org.broadsheet.opensearch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.broadsheet.article.Article;
import org.broadsheet.field.ArticleField;
import org.broadsheet.search.Deadline;
import org.broadsheet.search.EngineException;
import org.broadsheet.search.FileStamp;
import org.opensearch.client.json.JsonData;
import org.opensearch.client.opensearch._types.FieldValue;
import org.opensearch.client.opensearch._types.SortOrder;
import org.opensearch.client.opensearch._types.aggregations.Aggregate;
import org.opensearch.client.opensearch._types.aggregations.StringTermsBucket;
import org.opensearch.client.opensearch.cluster.HealthResponse;
import org.opensearch.client.opensearch.core.SearchResponse;
import org.opensearch.client.opensearch.core.search.Hit;
import org.opensearch.client.opensearch.generic.OpenSearchGenericClient;
import org.opensearch.client.opensearch.generic.OpenSearchGenericClient.ClientOptions;
import org.opensearch.client.opensearch.generic.Request;
import org.opensearch.client.opensearch.generic.Requests;
import org.opensearch.client.opensearch.indices.add_block.IndicesBlockOptions;

/** The index of one commit, as a run sees it. */
final class TargetIndex {

    /** Documents read at a time. */
    private static final int PAGE = 5_000;
    /** More than anybody has; the counts of all must be exact. */
    private static final int SOURCES = 10_000;
    /** A cluster that has made no copy for so long does not mean to: its disks are full, or its rules forbid it. */
    private static final Duration UNWILLING = Duration.ofSeconds(5);
    private static final long BETWEEN_LOOKS = 100; // in milliseconds

    private final Cluster cluster;
    private final String name;

    TargetIndex(Cluster cluster, String name) {
        this.cluster = cluster;
        this.name = name;
    }

    /**
     * What an index holds.
     *
     * @param newest the newest date that is not in the future, or null
     */
    record Counts(long articles, Map<String, Long> bySource, Instant newest) {}

    String name() {
        return name;
    }

    /** Makes it, empty. */
    void create(OpenSearchEngine.Settings settings) {
        Request creation = Requests.builder()
                .method("PUT")
                .endpoint("/" + name)
                .json(IndexDefinition.json(settings))
                .build();
        // The typed request knows no filter delimited_term_freq.
        once(() -> cluster.askPatiently(client -> new OpenSearchGenericClient(client._transport())
                .withClientOptions(ClientOptions.throwOnHttpErrors())
                .executeAsync(creation)));
    }

    /**
     * Makes it hold what another one holds: the cluster links the files of each part, so that it costs little where the
     * part lies; other copies of the part are made from that one. Nothing can be written to the other one from then on,
     * and nobody would.
     */
    void cloneOf(String other, OpenSearchEngine.Settings settings) {
        cluster.askPatiently(client -> client.indices()
                .addBlock(block -> block.index(other).block(IndicesBlockOptions.Write)));
        once(() -> cluster.askPatiently(client -> client.indices()
                .clone(clone -> clone.index(other)
                        .target(name)
                        .settings("index.blocks.write", JsonData.of(false))
                        .settings("index.number_of_replicas", JsonData.of(settings.replicas())))));
    }

    /** What was made already must not be made twice: a second attempt finds what the first one has done. */
    private void once(Runnable making) {
        try {
            making.run();
        } catch (EngineException e) {
            boolean made = e.getCause() instanceof Exception cause && Failure.of(cause).isBadRequest()
                    && cluster.askPatiently(client -> client.indices().exists(any -> any.index(name))).value();
            if (!made) {
                throw e;
            }
        }
    }

    /**
     * Waits until there are as many copies of each part as were asked for and the cluster has nodes for, so that a node
     * that is lost takes none with it that is the only one. A cluster that does not make them in time goes without.
     */
    void awaitCopies(OpenSearchEngine.Settings settings) {
        Deadline end = Deadline.in(cluster.patience());
        Deadline unwilling = Deadline.in(UNWILLING);
        while (!end.expired() && !unwilling.expired()) {
            HealthResponse health = cluster.askPatiently(client -> client.cluster().health(of -> of.index(name)));
            int asked = settings.replicas() + 1;
            int all = health.activeShards() + health.initializingShards() + health.unassignedShards();
            if (health.activeShards() * asked >= all * Math.min(asked, health.numberOfDataNodes())) {
                return;
            }
            if (health.initializingShards() > 0) {
                unwilling = Deadline.in(UNWILLING);
            }
            Cluster.pause(BETWEEN_LOOKS);
        }
    }

    /** From here on what was written can be found in it. */
    void refresh() {
        cluster.askPatiently(client -> client.indices().refresh(all -> all.index(name)));
    }

    Counts counts(Instant now) {
        String date = IndexFields.values(ArticleField.DATE);
        SearchResponse<Void> answer = cluster.askPatiently(client -> client.search(search -> search.index(name)
                .size(0)
                .trackTotalHits(track -> track.enabled(true))
                .allowPartialSearchResults(false)
                .aggregations("sources", count -> count.terms(by -> by.field(IndexFields.SOURCE).size(SOURCES)))
                .aggregations("past", past -> past
                        .filter(QueryTranslator.numbers(date, null, now.toEpochMilli()))
                        .aggregations("newest", newest -> newest.max(of -> of.field(date)))),
                Void.class));
        Map<String, Aggregate> counted = answer.aggregations();
        Map<String, Long> bySource = new HashMap<>();
        for (StringTermsBucket source : counted.get("sources").sterms().buckets().array()) {
            bySource.put(source.key(), source.docCount());
        }
        Instant newest = counted.get("past").filter().docCount() == 0
                ? null
                : newest(counted.get("past").filter().aggregations().get("newest").max().value());
        return new Counts(answer.hits().total().value(), bySource, newest);
    }

    /** Milliseconds are whole numbers far within what a double holds exactly. */
    private static Instant newest(Double millis) {
        return millis == null || millis.isInfinite() ? null : Instant.ofEpochMilli(millis.longValue());
    }

    /** What it holds of a source: for each article's path, the file that it was read from. */
    Map<String, FileStamp> stamps(String source) {
        Map<String, FileStamp> stamps = new HashMap<>();
        List<Hit<Void>> page = List.of();
        do {
            List<FieldValue> after = page.isEmpty() ? List.of() : page.getLast().sort();
            page = cluster.askPatiently(client -> client.search(search -> {
                search.index(name)
                        .size(PAGE)
                        .allowPartialSearchResults(false)
                        .query(QueryTranslator.term(IndexFields.SOURCE, source))
                        .source(none -> none.fetch(false))
                        .docvalueFields(field -> field.field(IndexFields.STORED_PATH))
                        .docvalueFields(field -> field.field(IndexFields.STAMP))
                        .sort(by -> by.field(field -> field.field(IndexFields.ID).order(SortOrder.Asc)));
                return after.isEmpty() ? search : search.searchAfter(after);
            }, Void.class)).hits().hits();
            for (Hit<Void> hit : page) {
                stamps.put(StoredArticles.text(hit.fields(), IndexFields.STORED_PATH),
                        StoredArticles.readStamp(StoredArticles.text(hit.fields(), IndexFields.STAMP)));
            }
        } while (page.size() == PAGE);
        return stamps;
    }

    /** Articles whole, as far as there are any of these ids. */
    List<Article> articles(List<String> ids) {
        List<Article> articles = new ArrayList<>();
        for (Hit<StoredArticles.Source> hit : cluster.askPatiently(client -> client.search(search -> search.index(name)
                .size(ids.size())
                .allowPartialSearchResults(false)
                .query(query -> query.ids(any -> any.values(ids)))
                .source(source -> source.fetch(true))
                .storedFields(StoredArticles.DETAILS), StoredArticles.Source.class)).hits().hits()) {
            articles.add(StoredArticles.whole(hit.source().article(), hit.fields()));
        }
        return articles;
    }
}
