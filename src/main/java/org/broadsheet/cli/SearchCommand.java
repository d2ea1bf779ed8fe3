package org.broadsheet.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import org.broadsheet.search.ArticleSearcher;
import org.broadsheet.search.SearchRequest;
import org.broadsheet.search.SearchResult;
import org.broadsheet.search.SearchService;
import org.broadsheet.search.SearchSettings;
import org.broadsheet.web.ApiJson;
import org.broadsheet.web.ArticleCsv;
import org.broadsheet.web.RequestParameters;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/**
 * Searches the index. Its options are the API's parameters, read by the same code, so that both fronts understand and
 * refuse the same.
 */
@Command(name = "search", sortOptions = false, header = "Search the index.", description = """

        All words must occur; without any, everything is listed, newest first.
        """, footer = """

        Examples:
          broadsheet search ohio police
          broadsheet search '"facial recognition" -ohio'
          broadsheet search --from 2021-04-01 --to 2021-04-30 --quality 50.. privacy
          broadsheet search --provider Reason --provider 'New York Post' --sort newest
          broadsheet search --topic -AI cameras        those that are not about AI
          broadsheet search --format csv --size 100 drones > drones.csv
          broadsheet search -- -ohio facial            a query that begins with -""")
final class SearchCommand implements Callable<Integer> {

    /** How the answer is written. */
    enum Format {
        TEXT, JSON, CSV
    }

    @ParentCommand
    private Broadsheet broadsheet;
    @Mixin
    private EngineOptions engine;
    @Mixin
    private SynonymOptions synonyms;

    @Option(names = "--provider", paramLabel = "NAME", description = "Only of this provider, or of one of several "
            + "(repeat it); -NAME leaves it out. So do the next three.")
    private List<String> provider;
    @Option(names = "--topic", paramLabel = "NAME", description = "Only of this topic.")
    private List<String> topic;
    @Option(names = "--type", paramLabel = "NAME", description = "Only of this type, such as article or video.")
    private List<String> type;
    @Option(names = "--category", paramLabel = "NAME", description = "Only of this category, such as news.")
    private List<String> category;
    @Option(names = "--published", paramLabel = "true|false", description = "Only those that say so.")
    private String published;
    @Option(names = "--from", paramLabel = "DATE", description = "From this day or instant.")
    private String from;
    @Option(names = "--to", paramLabel = "DATE", description = "To this day, included, or instant.")
    private String to;
    @Option(names = "--quality", paramLabel = "RANGE", description = "Such as 50.., ..80 or 50..80.")
    private String quality;
    @Option(names = "--heat", paramLabel = "RANGE", description = "Such as 1.. or -1..50.")
    private String heat;
    @Option(names = "--sort", paramLabel = "ORDER", description = "relevance, newest, oldest, quality or heat (default: relevance).")
    private String sort;
    @Option(names = "--page", paramLabel = "N", description = "Which page, from 1.")
    private String page;
    @Option(names = "--size", paramLabel = "N", description = "Hits on a page, at most " + SearchRequest.LARGEST
            + " (default: " + SearchRequest.DEFAULT_SIZE + ").")
    private String size;
    @Option(names = "--cursor", paramLabel = "NEXT", description = "Go on from the \"next\" of an answer in JSON.")
    private String cursor;
    @Option(names = "--facets", paramLabel = "NAMES", description = "Which facets to count: provider, topic, type, "
            + "category, date, quality, separated by commas (default: all in JSON, none in text).")
    private String facets;
    @Option(names = "--explain", description = "Say in words why each hit is where it is.")
    private boolean explain;
    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text", description = "text, json or csv (default: ${DEFAULT-VALUE}).")
    private Format format;
    @Parameters(paramLabel = "QUERY", arity = "0..*", description = "In the query language; words are joined.")
    private List<String> words = List.of();

    @Override
    public Integer call() throws IOException {
        SearchRequest request = RequestParameters.strict(parameters());
        SearchSettings settings = synonyms.settings(engine.analysis());
        try (ArticleSearcher searcher = engine.searcher()) {
            SearchResult result = new SearchService(searcher, settings).search(request);
            Output output = broadsheet.output();
            switch (format) {
                case TEXT -> new SearchText(output).print(result);
                case CSV -> output.out().print(ArticleCsv.of(result.hits()));
                case JSON -> {
                    ApiJson.write(result, output.out());
                    output.out().println();
                }
            }
        }
        return 0;
    }

    /** The options that were given, as parameters of the API. */
    private Map<String, List<String>> parameters() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        parameters.put("q", List.of(String.join(" ", words)));
        several(parameters, "provider", provider);
        several(parameters, "topic", topic);
        several(parameters, "type", type);
        several(parameters, "category", category);
        one(parameters, "published", published);
        one(parameters, "from", from);
        one(parameters, "to", to);
        one(parameters, "quality", quality);
        one(parameters, "heat", heat);
        one(parameters, "sort", sort);
        one(parameters, "page", page);
        one(parameters, "size", size);
        one(parameters, "cursor", cursor);
        // Counting facets costs more than finding hits: it is left out where nobody sees them.
        one(parameters, "facets", facets == null && format != Format.JSON ? "" : facets);
        one(parameters, "explain", explain ? "true" : null);
        return parameters;
    }

    private static void one(Map<String, List<String>> parameters, String name, String value) {
        several(parameters, name, value == null ? null : List.of(value));
    }

    private static void several(Map<String, List<String>> parameters, String name, List<String> values) {
        if (values != null) {
            parameters.put(name, values);
        }
    }
}
