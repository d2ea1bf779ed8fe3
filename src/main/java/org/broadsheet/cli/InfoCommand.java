package org.broadsheet.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.util.concurrent.Callable;

import org.broadsheet.article.SafeText;
import org.broadsheet.search.ArticleSearcher;
import org.broadsheet.search.IndexState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Says what the index holds. */
@Command(name = "info", sortOptions = false, header = "Say what the index holds.", footer = """

        Examples:
          broadsheet info
          broadsheet info --index /srv/news/index --format json
          broadsheet info --server http://localhost:7070""")
final class InfoCommand implements Callable<Integer> {

    @ParentCommand
    private Broadsheet broadsheet;
    @Mixin
    private EngineOptions engine;
    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text", description = "text or json (default: ${DEFAULT-VALUE}).")
    private Format format;

    @Option(names = "--server", paramLabel = "URL", description = "Ask a running server what it is asked most often, too; it must have been started with --popular-queries.")
    private URI server;

    @Override
    public Integer call() throws IOException {
        IndexState state;
        try (ArticleSearcher searcher = engine.searcher()) {
            state = searcher.state();
        }
        ServerQueries queries = server == null ? null : ServerQueries.of(server);
        PrintStream out = broadsheet.output().out();
        switch (format) {
            case TEXT -> {
                print(state, out);
                if (queries != null) {
                    queries.print(out);
                }
            }
            case JSON -> {
                InfoJson.write(state, queries, out);
                out.println();
            }
        }
        return 0;
    }

    private static void print(IndexState state, PrintStream out) {
        out.println("articles  " + state.articles());
        out.println("rejected  " + state.rejected());
        out.println("newest    " + (state.newest() == null ? "none with a date" : state.newest()));
        out.println("built at  " + state.builtAt());
        out.println("commit    " + state.number() + " (" + state.id() + ")");
        int widest = state.sources().stream().mapToInt(source -> source.name().length()).max().orElse(0);
        for (IndexState.SourceState source : state.sources()) {
            String name = source.name() + " ".repeat(widest - source.name().length());
            out.println("source    " + SafeText.of(name + "  " + Counted.articles(source.articles()) + " from "
                    + source.location()));
        }
    }
}
