package org.broadsheet.opensearch;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.broadsheet.field.Analysis;
import org.broadsheet.search.ArticleIndexer;
import org.broadsheet.search.ArticleSearcher;
import org.broadsheet.search.EngineException;

/**
 * The distributed engine: an index on an OpenSearch cluster.
 *
 * <p>Any number of processes may search an index while one writes it. A writer's commit is seen as a whole or not at
 * all, whatever happens to the writer before it.
 */
public final class OpenSearchEngine {

    /**
     * Who asks.
     *
     * @param user or null
     * @param password or null where there is no user
     * @param apiKey as the cluster gave it out, or null; it goes before a user
     */
    public record Credentials(String user, String password, String apiKey) {

        public Credentials {
            if (user != null && password == null) {
                throw new IllegalArgumentException("user " + user + " has no password");
            }
        }

        /** A cluster that asks nobody who they are. */
        public static final Credentials NONE = new Credentials(null, null, null);

        /** Secrets stay out of logs. */
        @Override
        public String toString() {
            return apiKey != null ? "an API key" : user != null ? "user " + user : "nobody";
        }
    }

    /**
     * How a cluster is reached.
     *
     * @param urls of some of its nodes, at least one: if one does not answer, the next is asked
     * @param authority the certificate (PEM) of the authority that vouches for the nodes, or null for those that Java
     *        trusts
     * @param credentials who asks
     * @param timeLimit how long one request may take
     * @param patience how long a run waits for a cluster that is too busy, or out of reach, and asks again, before it
     *        gives up; those who search are kept waiting for some seconds at most
     */
    public record Connection(List<URI> urls, Path authority, Credentials credentials, Duration timeLimit,
            Duration patience) {

        /** Half a minute: what a busy cluster needs to take a batch of articles or to clone an index. */
        public static final Duration TIME_LIMIT = Duration.ofSeconds(30);
        /** Two minutes: longer than a node takes to start, or a cluster to do without one. */
        public static final Duration PATIENCE = Duration.ofMinutes(2);

        public Connection {
            urls = List.copyOf(urls);
        }

        /** A cluster that is open to everybody who can reach it. */
        public static Connection to(URI... urls) {
            return new Connection(List.of(urls), null, Credentials.NONE, TIME_LIMIT, PATIENCE);
        }

        /** The same, for a run that waits so long. */
        public Connection waiting(Duration other) {
            return new Connection(urls, authority, credentials, timeLimit, other);
        }
    }

    /**
     * @param connection to the cluster
     * @param name of the index: an alias of the cluster, before which each commit's own index has a number
     * @param analysis how texts become terms; an index can only be searched with the one that it was built with
     * @param refresh how often a searcher looks for a newer commit; zero for never
     * @param shards into how many parts a rebuild divides the index
     * @param replicas how many more copies of each part there are, on nodes of their own
     */
    public record Settings(Connection connection, String name, Analysis analysis, Duration refresh, int shards,
            int replicas) {

        /** The program's own name: a cluster for one archive needs no other. */
        public static final String NAME = "broadsheet";
        /** Half a second: a commit shows within 2 s, and looking costs the cluster one read of its state. */
        private static final Duration REFRESH = Duration.ofMillis(500);
        /** One shard carries some millions of articles, and what is not divided need not be put together. */
        public static final int SHARDS = 1;
        /** With one more copy the loss of any one node loses nothing; on a single node it is simply not made. */
        public static final int REPLICAS = 1;

        /** For an index in English. */
        public static Settings of(Connection connection) {
            return new Settings(connection, NAME, Analysis.ENGLISH, REFRESH, SHARDS, REPLICAS);
        }

        /** The same, under another name. */
        public Settings named(String other) {
            return new Settings(connection, other, analysis, refresh, shards, replicas);
        }

        /** The same, for texts in another language. */
        public Settings in(Analysis other) {
            return new Settings(connection, name, other, refresh, shards, replicas);
        }

        /** The same, divided and copied in another way when it is built next. */
        public Settings spread(int otherShards, int otherReplicas) {
            return new Settings(connection, name, analysis, refresh, otherShards, otherReplicas);
        }

        /** The same, for a searcher that looks for newer commits so often. */
        public Settings refreshed(Duration other) {
            return new Settings(connection, name, analysis, other, shards, replicas);
        }

        /** The same, for a searcher that answers and ends: it never looks for a newer commit. */
        public Settings once() {
            return refreshed(Duration.ZERO);
        }
    }

    private OpenSearchEngine() {}

    /**
     * The language that an index was built in, so that it need not be told to whoever searches it. Empty if there is no
     * index, or none that can be read: what opens it next says why.
     */
    public static Optional<String> language(Settings settings) {
        try (Cluster cluster = new Cluster(settings.connection())) {
            return new Commits(cluster, settings).language();
        } catch (EngineException e) {
            return Optional.empty();
        }
    }

    /**
     * Opens an index for searching.
     *
     * @throws EngineException if the cluster is out of reach, there is no index of that name, or it cannot be read
     */
    public static ArticleSearcher searcher(Settings settings) {
        return new OpenSearchSearcher(settings);
    }

    /**
     * Begins a run that writes an index; it is made if there is none.
     *
     * @throws EngineException if the cluster is out of reach, or another run is under way
     */
    public static ArticleIndexer indexer(Settings settings, ArticleIndexer.Mode mode) {
        return new OpenSearchIndexer(settings, mode);
    }
}
