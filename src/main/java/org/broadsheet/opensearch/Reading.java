package org.broadsheet.opensearch;

import java.util.function.Consumer;

import org.broadsheet.search.Deadline;
import org.broadsheet.search.IndexState;
import org.broadsheet.search.SearchTimeoutException;
import org.opensearch.client.opensearch._types.SearchType;
import org.opensearch.client.opensearch._types.Time;
import org.opensearch.client.opensearch.core.SearchRequest;
import org.opensearch.client.opensearch.core.SearchResponse;

/**
 * One commit, as one request reads it until its deadline. It may ask the cluster several times: the commit's index does
 * not change, so all answers belong together.
 */
final class Reading {

    /** What the cluster is told where there is no deadline, or a late one: no search is worth more of its time. */
    private static final long LONGEST_MILLIS = 60_000;

    private final Cluster cluster;
    private final Commits.Commit commit;
    private final Deadline deadline;

    Reading(Cluster cluster, Commits.Commit commit, Deadline deadline) {
        this.cluster = cluster;
        this.commit = commit;
        this.deadline = deadline;
    }

    Cluster cluster() {
        return cluster;
    }

    String index() {
        return commit.index();
    }

    IndexState state() {
        return commit.state();
    }

    Deadline deadline() {
        return deadline;
    }

    /**
     * Searches the commit's index; all of it or not at all.
     *
     * @throws SearchTimeoutException if the deadline passes
     */
    <T> SearchResponse<T> search(Class<T> source, Consumer<SearchRequest.Builder> question) {
        SearchResponse<T> answer = cluster.ask(deadline, client -> client.search(search -> {
            long millis = Math.clamp(Cluster.remainingMillis(deadline), 1, LONGEST_MILLIS);
            search.index(commit.index())
                    .allowPartialSearchResults(false)
                    .timeout(millis + "ms")
                    .cancelAfterTimeInterval(Time.of(after -> after.time(millis + "ms")));
            question.accept(search);
            return search;
        }, source));
        if (answer.timedOut()) {
            throw new SearchTimeoutException();
        }
        return answer;
    }

    /**
     * What a search needs that ranks: the frequencies of words in all shards together, so that it does not matter which
     * one an article lies in; and of the copies of each shard always the same for one text, since copies that have
     * merged away different old versions of articles weigh words a little differently.
     */
    static void rankAlike(SearchRequest.Builder search, Object query) {
        search.searchType(SearchType.DfsQueryThenFetch).preference(Integer.toHexString(query.toString().hashCode()));
    }
}
