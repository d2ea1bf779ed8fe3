package org.broadsheet.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.broadsheet.field.Analysis;
import org.broadsheet.opensearch.OpenSearchEngine;
import org.broadsheet.opensearch.OpenSearchEngine.Connection;
import org.broadsheet.opensearch.OpenSearchEngine.Credentials;
import org.broadsheet.search.InvalidRequestException;
import picocli.CommandLine.Option;

/** Which cluster a command works on, and how it is reached. */
final class OpenSearchOptions {

    private static final int MOST_SHARDS = 1_024; // as the cluster itself has it

    @Option(names = "--opensearch-url", paramLabel = "URL", split = ",", description = "A node of the cluster, or "
            + "several with commas between them: if one does not answer, the next is asked.")
    private List<String> urls = List.of();
    @Option(names = "--opensearch-index", paramLabel = "NAME", defaultValue = OpenSearchEngine.Settings.NAME, description = "What the index is called there (default: ${DEFAULT-VALUE}).")
    private String name;
    @Option(names = "--opensearch-ca", paramLabel = "FILE", description = "The certificate (PEM) of the authority that "
            + "vouches for the nodes (default: those that Java trusts).")
    private Path authority;
    @Option(names = "--opensearch-timeout", paramLabel = "SECONDS", defaultValue = "30", description = "How long one request to the cluster may take (default: ${DEFAULT-VALUE}).")
    private int timeoutSeconds;
    @Option(names = "--opensearch-patience", paramLabel = "SECONDS", defaultValue = "120", description = "How long indexing waits for a cluster that is too busy or out of reach (default: ${DEFAULT-VALUE}).")
    private int patienceSeconds;
    @Option(names = "--opensearch-shards", paramLabel = "N", defaultValue = "1", description = "Into how many parts a rebuild divides the index (default: ${DEFAULT-VALUE}).")
    private int shards;
    @Option(names = "--opensearch-replicas", paramLabel = "N", defaultValue = "1", description = "How many more copies there are of each part (default: ${DEFAULT-VALUE}).")
    private int replicas;

    /**
     * All that is known of the index but its language, which is taken to be English.
     *
     * @param environment has the secrets, which are no options, since other users can read a command line
     * @throws InvalidRequestException naming the option that is wrong
     */
    OpenSearchEngine.Settings settings(Map<String, String> environment) {
        if (urls.isEmpty()) {
            throw new InvalidRequestException("opensearch-url",
                    "--engine opensearch needs the address of a node, such as https://search.example.org:9200");
        }
        require(name.matches("[a-z0-9][a-z0-9_.-]{0,199}"), "opensearch-index",
                "'" + name + "' is not made of small letters, digits, dots, hyphens and underscores");
        require(timeoutSeconds >= 1, "opensearch-timeout", timeoutSeconds + " is not a number from 1");
        require(patienceSeconds >= 0, "opensearch-patience", patienceSeconds + " is not a number from 0");
        require(shards >= 1 && shards <= MOST_SHARDS, "opensearch-shards",
                shards + " is not a number from 1 to " + MOST_SHARDS);
        require(replicas >= 0, "opensearch-replicas", replicas + " is not a number from 0");
        Connection connection = new Connection(urls.stream().map(OpenSearchOptions::url).toList(), authority,
                credentials(environment), Duration.ofSeconds(timeoutSeconds), Duration.ofSeconds(patienceSeconds));
        return OpenSearchEngine.Settings.of(connection).named(name).spread(shards, replicas).in(Analysis.ENGLISH);
    }

    private static Credentials credentials(Map<String, String> environment) {
        String user = environment.get("BROADSHEET_OPENSEARCH_USER");
        String password = environment.get("BROADSHEET_OPENSEARCH_PASSWORD");
        require((user == null) == (password == null), "opensearch-url",
                "of BROADSHEET_OPENSEARCH_USER and BROADSHEET_OPENSEARCH_PASSWORD only one is set");
        return new Credentials(user, password, environment.get("BROADSHEET_OPENSEARCH_API_KEY"));
    }

    private static URI url(String text) {
        try {
            URI url = new URI(text.strip());
            require(url.getScheme() != null && url.getScheme().matches("(?i)https?") && url.getHost() != null,
                    "opensearch-url", "'" + text + "' is not an address such as https://search.example.org:9200");
            require(url.getUserInfo() == null, "opensearch-url", "user and password are set by "
                    + "BROADSHEET_OPENSEARCH_USER and BROADSHEET_OPENSEARCH_PASSWORD, not in the address");
            return url;
        } catch (URISyntaxException e) {
            throw new InvalidRequestException("opensearch-url", "'" + text + "' is not an address (" + e.getReason()
                    + ")");
        }
    }

    private static void require(boolean right, String option, String otherwise) {
        if (!right) {
            throw new InvalidRequestException(option, otherwise);
        }
    }
}
