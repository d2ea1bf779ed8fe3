package org.broadsheet.opensearch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.broadsheet.article.Article;
import org.broadsheet.article.Articles;
import org.broadsheet.opensearch.OpenSearchEngine.Settings;
import org.broadsheet.opensearch.SpoilingProxy.Treatment;
import org.broadsheet.query.ArticleQuery;
import org.broadsheet.search.ArticleIndexer;
import org.broadsheet.search.ArticleIndexer.Mode;
import org.broadsheet.search.ArticleSearcher;
import org.broadsheet.search.Deadline;
import org.broadsheet.search.EngineException;
import org.broadsheet.search.EngineRequest;
import org.broadsheet.search.FacetName;
import org.broadsheet.search.FileStamp;
import org.broadsheet.search.Filters;
import org.broadsheet.search.IndexedArticle;
import org.broadsheet.search.SortOrder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The roles of the documentation allow what is really asked of a cluster, and no more. OpenSearch's distribution for
 * tests has no security plugin, so this holds the requests against the documentation, not against the plugin.
 */
class RoleIT {

    private static final Path DOCUMENTATION = Path.of("src", "docs", "scaling.md");

    /**
     * What OpenSearch calls what a request asks for: the names of its transport actions, as a node logs them. To clone an
     * index, the node looks at its size on behalf of whoever asks.
     */
    private static final Map<String, String> ACTIONS = Map.ofEntries(
            Map.entry("HEAD /[^/]+", "indices:admin/get"),
            Map.entry("GET /[^/]+/_mapping", "indices:admin/mappings/get"),
            Map.entry("PUT /[^/]+/_mapping", "indices:admin/mapping/put"),
            Map.entry("GET /[^/]+/_alias", "indices:admin/aliases/get"),
            Map.entry("POST /_aliases", "indices:admin/aliases"),
            Map.entry("PUT /[^/_]+", "indices:admin/create"),
            Map.entry("DELETE /[^/]+", "indices:admin/delete"),
            Map.entry("PUT /[^/]+/_block/write", "indices:admin/block/add"),
            Map.entry("(PUT|POST) /[^/]+/_clone/[^/]+", "indices:admin/resize indices:monitor/stats"),
            Map.entry("POST /[^/]+/_refresh", "indices:admin/refresh"),
            Map.entry("POST /_bulk", "indices:data/write/bulk"),
            Map.entry("(PUT|POST) /[^/]+/(_doc|_create)/[^/]+", "indices:data/write/index"),
            Map.entry("GET /[^/]+/_doc/[^/]+", "indices:data/read/get"),
            Map.entry("DELETE /[^/]+/_doc/[^/]+", "indices:data/write/delete"),
            Map.entry("POST /[^/]+/_search", "indices:data/read/search"),
            Map.entry("GET /_cluster/health/[^/]+", "cluster:monitor/health"));

    private final TestCluster cluster = TestCluster.shared();

    /** All that is done to a cluster in its life: two builds, updates, a run that gives up, and one that finds a lock. */
    private static void write(Settings settings, SpoilingProxy proxy) {
        for (Mode mode : List.of(Mode.REBUILD, Mode.UPDATE, Mode.UPDATE, Mode.REBUILD)) {
            try (ArticleIndexer indexer = OpenSearchEngine.indexer(settings, mode)) {
                try {
                    OpenSearchEngine.indexer(settings, mode).close();
                } catch (EngineException locked) {
                    assertThat(locked).hasMessageContaining("is being written by another command");
                }
                indexer.held("test");
                put(indexer, "test/1");
                put(indexer, "test/2");
                indexer.remove(Article.idOf("test/2"));
                indexer.restamp(Article.idOf("test/1"), new FileStamp(2, 2, "hash"));
                indexer.commit(List.of(new ArticleIndexer.SourceLocation("test", "/archive/test")), 0);
            }
        }
        try (ArticleIndexer givesUp = OpenSearchEngine.indexer(settings, Mode.UPDATE)) {
            put(givesUp, "test/3");
        }
    }

    private static void put(ArticleIndexer indexer, String path) {
        indexer.put(new IndexedArticle(
                Articles.titled("Robots").path(path).topics("AI").webUrl("https://example.org").build(),
                new FileStamp(1, 1, "hash")));
    }

    /** All that can be asked of one. */
    private static void search(Settings settings, SpoilingProxy proxy) {
        ArticleQuery robots = new ArticleQuery.Word("robots", true);
        OpenSearchEngine.language(settings);
        try (ArticleSearcher searcher = OpenSearchEngine.searcher(settings)) {
            searcher.search(new EngineRequest(robots, Filters.NONE, SortOrder.RELEVANCE, 0, 10, null,
                    EnumSet.allOf(FacetName.class), true, true, Deadline.none()));
            searcher.article(Article.idOf("test/1"));
            searcher.similar(Article.idOf("test/1"), 5, Deadline.none());
            searcher.idsByWebUrl(List.of("https://example.org"));
            searcher.completions("rob", 5, Deadline.none());
            searcher.spellings("robats", 1, 5, Deadline.none());
            searcher.facetValues(FacetName.TOPIC, "a", robots, Filters.NONE, 5, Deadline.none());
            searcher.export(robots, Filters.NONE, SortOrder.NEWEST, article -> {});
        }
        try (ArticleSearcher _ = OpenSearchEngine.searcher(settings.refreshed(Duration.ofMillis(10)))) {
            TestCluster.await(() -> proxy.asked().stream().anyMatch(asked -> asked.path().contains("health")));
        }
    }

    private Set<String> actions(BiConsumer<Settings, SpoilingProxy> use) {
        try (SpoilingProxy proxy = new SpoilingProxy(cluster.node(0).url(), asked -> Treatment.handOn())) {
            use.accept(Settings.of(OpenSearchEngine.Connection.to(proxy.url())).named("role").spread(1, 0).once(),
                    proxy);
            Set<String> actions = new TreeSet<>();
            proxy.asked().forEach(asked -> actions.addAll(actions(asked.method() + " " + asked.path())));
            return actions;
        }
    }

    private static List<String> actions(String request) {
        List<String> actions = ACTIONS.entrySet()
                .stream()
                .filter(action -> request.matches(action.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        assertThat(actions).as("what %s is called", request).hasSize(1);
        return List.of(actions.getFirst().split(" "));
    }

    /** The permissions of a role in the documentation. */
    private static List<String> documented(String role) throws IOException {
        Matcher block = Pattern.compile("PUT _plugins/_security/api/roles/" + role + "\n(.+?)```", Pattern.DOTALL)
                .matcher(Files.readString(DOCUMENTATION));
        assertThat(block.find()).as(role).isTrue();
        JsonNode json = new ObjectMapper().readTree(block.group(1));
        List<String> permissions = new ArrayList<>();
        json.get("cluster_permissions").forEach(each -> permissions.add(each.asText()));
        json.get("index_permissions")
                .forEach(indices -> indices.get("allowed_actions")
                        .forEach(
                                each -> permissions.add(each.asText())));
        return permissions;
    }

    private static boolean allows(String permission, String action) {
        return permission.endsWith("*")
                ? action.startsWith(permission.substring(0, permission.length() - 1))
                : permission.equals(action);
    }

    private static void assertRole(String role, Set<String> asked) throws IOException {
        List<String> permissions = documented(role);
        assertThat(asked).allSatisfy(action -> assertThat(permissions).as(action)
                .anyMatch(permission -> allows(permission, action)));
        assertThat(permissions).allSatisfy(permission -> assertThat(asked).as(permission)
                .anyMatch(action -> allows(permission, action)));
    }

    @Test
    void roleOfWhoWrites_isWhatIsAsked() throws IOException {
        Set<String> asked = new TreeSet<>(actions(RoleIT::write));
        asked.addAll(actions(RoleIT::search)); // who writes may search too: the command line asks before it writes
        assertRole("broadsheet", asked);
    }

    @Test
    void roleOfWhoOnlySearches_isWhatIsAsked() throws IOException {
        actions(RoleIT::write);
        assertRole("broadsheet_reader", actions(RoleIT::search));
    }
}
