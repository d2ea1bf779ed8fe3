package org.broadsheet.cli;

import java.time.Duration;

import org.broadsheet.operation.Limits;
import org.broadsheet.query.QuerySettings;
import org.broadsheet.search.SearchSettings;
import picocli.CommandLine.Option;

/** How much may be asked: of one search, and of the server at once. What is changed holds without a new start. */
final class LimitOptions {

    private static final SearchSettings SEARCH = SearchSettings.DEFAULT;
    private static final QuerySettings QUERY = QuerySettings.DEFAULT;
    private static final Limits LIMITS = Limits.DEFAULT;

    @Option(names = "--time-limit", paramLabel = "TIME", converter = DurationText.class, defaultValue = "2s", description = "How long a search may take (default: ${DEFAULT-VALUE}).")
    private Duration timeLimit;
    @Option(names = "--query-length", paramLabel = "N", description = "Characters of a query that are read (default: ${DEFAULT-VALUE}).")
    private int queryLength = QUERY.characters();
    @Option(names = "--clauses", paramLabel = "N", description = "Words, phrases and conditions of a query that are read (default: ${DEFAULT-VALUE}).")
    private int clauses = QUERY.clauses();
    @Option(names = "--expansions", paramLabel = "N", description = "Words with * or ~ in a query (default: ${DEFAULT-VALUE}).")
    private int expansions = QUERY.expansions();
    @Option(names = "--page-depth", paramLabel = "N", description = "The last hit that page numbers reach (default: ${DEFAULT-VALUE}).")
    private int pageDepth = SEARCH.deepest();
    @Option(names = "--filter-values", paramLabel = "N", description = "Values of one facet that a search may name (default: ${DEFAULT-VALUE}).")
    private int filterValues = SEARCH.filterValues();
    @Option(names = "--parameters", paramLabel = "N", description = "Parameters of an address (default: ${DEFAULT-VALUE}).")
    private int parameters = LIMITS.parameters();
    @Option(names = "--searches", paramLabel = "N", description = "Searches at once (default: two for each processor, at least 4).")
    private int searches = LIMITS.searches();
    @Option(names = "--queue", paramLabel = "N", description = "Searches that may wait for their turn (default: ${DEFAULT-VALUE}).")
    private int queue = LIMITS.queue();
    @Option(names = "--patience", paramLabel = "TIME", converter = DurationText.class, defaultValue = "20ms", description = "How long one may wait (default: ${DEFAULT-VALUE}).")
    private Duration patience;
    @Option(names = "--exports", paramLabel = "N", description = "Exports at once; 0 for none (default: ${DEFAULT-VALUE}).")
    private int exports = LIMITS.exports();
    @Option(names = "--export-rate", paramLabel = "N", description = "Articles a second that all exports together write; 0 for no limit (default: ${DEFAULT-VALUE}).")
    private int exportRate = LIMITS.exportRate();
    @Option(names = "--client-rate", paramLabel = "N", description = "Requests a minute that a client may make; 0 for no limit (default: ${DEFAULT-VALUE}).")
    private int clientRate = LIMITS.clientRate();

    /** @throws IllegalArgumentException if a number is out of its range */
    SearchSettings of(SearchSettings settings) {
        requireAtLeast(1, queryLength, "query-length");
        requireAtLeast(1, clauses, "clauses");
        requireAtLeast(0, expansions, "expansions");
        requireAtLeast(0, filterValues, "filter-values");
        if (pageDepth < 1 || pageDepth > SEARCH.deepest()) {
            throw new IllegalArgumentException(
                    "page-depth: " + pageDepth + " is not a number from 1 to " + SEARCH.deepest());
        }
        return settings.withTimeLimit(timeLimit)
                .withQuery(settings.query().withBounds(queryLength, clauses, expansions))
                .withBounds(pageDepth, filterValues);
    }

    /** @throws IllegalArgumentException if a number is out of its range */
    Limits limits() {
        requireAtLeast(1, parameters, "parameters");
        requireAtLeast(1, searches, "searches");
        requireAtLeast(0, queue, "queue");
        requireAtLeast(0, exports, "exports");
        requireAtLeast(0, exportRate, "export-rate");
        requireAtLeast(0, clientRate, "client-rate");
        return new Limits(searches, queue, patience, exports, exportRate, clientRate, parameters);
    }

    private static void requireAtLeast(int least, int number, String name) {
        if (number < least) {
            throw new IllegalArgumentException(name + ": " + number + " is not a number from " + least);
        }
    }
}
