package org.broadsheet.opensearch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.broadsheet.field.Declaration;
import org.broadsheet.search.Deadline;
import org.broadsheet.search.EngineException;
import org.broadsheet.search.IndexState;
import org.opensearch.client.json.JsonData;
import org.opensearch.client.opensearch._types.HealthStatus;
import org.opensearch.client.opensearch.indices.get_mapping.IndexMappingRecord;

/** The commits of an index: which there are, which is the newest, and what each says of itself. */
final class Commits {

    /** Raised whenever what is written for an article changes in a way that its declaration does not show. */
    private static final String FORMAT = "1";

    private static final String FORMAT_KEY = "format";
    private static final String FIELDS_KEY = "fields";
    private static final String LANGUAGE_KEY = "language";
    private static final String STATE_KEY = "state";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final Cluster cluster;
    private final OpenSearchEngine.Settings settings;
    private final Pattern own;

    Commits(Cluster cluster, OpenSearchEngine.Settings settings) {
        this.cluster = cluster;
        this.settings = settings;
        own = Pattern.compile(Pattern.quote(settings.name()) + "-\\d+-[0-9a-f]{8}");
    }

    /**
     * A commit.
     *
     * @param index the name of its own index
     * @param state what it holds; null where that cannot be read
     */
    record Commit(String index, IndexState state) {}

    /**
     * The newest one; empty if there is none.
     *
     * @throws EngineException if it is of another format, or its fields were declared otherwise
     */
    Optional<Commit> newest() {
        return Optional.ofNullable(described()).map(found -> {
            Map<String, JsonData> data = found.getValue();
            String fields = text(data, FIELDS_KEY);
            if (!FORMAT.equals(text(data, FORMAT_KEY))
                    || !Declaration.fingerprint(settings.analysis()).equals(fields)) {
                throw cluster.troubles().foreign(settings.name(), null);
            }
            try {
                return new Commit(found.getKey(), state(data));
            } catch (JsonProcessingException | IllegalArgumentException e) {
                throw cluster.troubles().foreign(settings.name(), e);
            }
        });
    }

    /** The newest one, of whatever format: beginning anew needs nothing of it but its number. */
    Optional<Commit> newestOfAnyFormat() {
        return Optional.ofNullable(described()).map(found -> {
            try {
                return new Commit(found.getKey(), state(found.getValue()));
            } catch (JsonProcessingException | IllegalArgumentException e) {
                return new Commit(found.getKey(), null);
            }
        });
    }

    /** The language of the newest commit; empty if there is none, or if it does not say. */
    Optional<String> language() {
        return Optional.ofNullable(described()).map(found -> text(found.getValue(), LANGUAGE_KEY));
    }

    /** A name for the index of a commit to come. */
    String nameOf(long number) {
        return settings.name() + "-" + number + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    /** Notes in an index what it holds. */
    void describe(String index, IndexState state) {
        Map<String, JsonData> data = new HashMap<>();
        data.put(FORMAT_KEY, JsonData.of(FORMAT));
        data.put(FIELDS_KEY, JsonData.of(Declaration.fingerprint(settings.analysis())));
        data.put(LANGUAGE_KEY, JsonData.of(settings.analysis().language()));
        try {
            data.put(STATE_KEY, JsonData.of(JSON.writeValueAsString(state)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of texts and numbers can be written as JSON", e);
        }
        cluster.askPatiently(client -> client.indices().putMapping(mapping -> mapping.index(index).meta(data)));
    }

    /**
     * Makes an index the newest commit, in one step; only if the one before is the one that the run began with. Of the
     * indices that an alias names only one may be written to, so that the cluster itself refuses a second newest commit
     * also where there was none before.
     *
     * @param before null if there was none
     * @throws EngineException if another commit has been made meanwhile
     */
    void publish(String index, Commit before) {
        try {
            cluster.seekPatiently(client -> client.indices().updateAliases(change -> {
                if (before != null) {
                    change.actions(action -> action.remove(
                            alias -> alias.index(before.index()).alias(settings.name()).mustExist(true)));
                }
                return change.actions(action -> action
                        .add(alias -> alias.index(index).alias(settings.name()).isWriteIndex(true)));
            }));
        } catch (EngineException | IndexGoneException e) {
            // Also when the answer to a first attempt was lost: then the index is the newest already.
            Optional<String> newest = newestOfAnyFormat().map(Commit::index);
            if (e instanceof EngineException && newest.equals(Optional.ofNullable(before).map(Commit::index))) {
                throw e;
            }
            if (!newest.equals(Optional.of(index))) {
                throw cluster.troubles().overtaken(settings.name());
            }
        }
    }

    /**
     * Before there is anything to be lost, nobody has to wait for a cluster that may come back.
     *
     * @throws EngineException if the cluster does not answer
     */
    void requireReachable() {
        described();
    }

    /** @throws EngineException if some part of a commit is nowhere in the cluster just now */
    void requireWhole(Commit commit) {
        HealthStatus health = cluster
                .ask(Deadline.none(), client -> client.cluster().health(of -> of.index(commit.index())))
                .status();
        if (health == HealthStatus.Red) {
            throw cluster.troubles().incomplete(settings.name());
        }
    }

    /** The indices of commits that are replaced, and of runs that did not come to their end. */
    List<String> stale() {
        try {
            return cluster.seekPatiently(client -> client.indices().getAlias(all -> all.index(settings.name() + "-*")))
                    .result()
                    .entrySet()
                    .stream()
                    .filter(index -> own.matcher(index.getKey()).matches()
                            && !index.getValue().aliases().containsKey(settings.name()))
                    .map(Map.Entry::getKey)
                    .toList();
        } catch (IndexGoneException e) {
            return List.of();
        }
    }

    void delete(List<String> indices) {
        for (String index : indices) {
            cluster.askPatiently(client -> client.indices().delete(gone -> gone.index(index).ignoreUnavailable(true)));
        }
    }

    /** Asks once: what is left is found by the next run. */
    void deleteIfItCan(String index) {
        cluster.askOnce(client -> client.indices().delete(gone -> gone.index(index).ignoreUnavailable(true)));
    }

    /** The index that the alias names, with what it says of itself; null if there is none. */
    private Map.Entry<String, Map<String, JsonData>> described() {
        try {
            Map<String, IndexMappingRecord> found = cluster
                    .ask(Deadline.none(), client -> client.indices().getMapping(one -> one.index(settings.name())))
                    .result();
            if (found.containsKey(settings.name())) {
                throw cluster.troubles().inTheWay(settings.name());
            }
            return found.entrySet()
                    .stream()
                    .max(Map.Entry.comparingByKey())
                    .map(index -> Map.entry(index.getKey(), index.getValue().mappings().meta()))
                    .orElse(null);
        } catch (IndexGoneException e) {
            return null;
        }
    }

    private static IndexState state(Map<String, JsonData> data) throws JsonProcessingException {
        return JSON.readValue(text(data, STATE_KEY), IndexState.class);
    }

    private static String text(Map<String, JsonData> data, String key) {
        JsonData value = data.get(key);
        return value == null ? null : value.to(String.class);
    }
}
