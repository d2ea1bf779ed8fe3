package org.broadsheet.cli;

import java.io.PrintStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

import org.broadsheet.search.ArticleSearcher;
import org.broadsheet.search.IndexState;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Says what the index holds. */
@Command(name = "info", header = "Say what the index holds.",
        footer = {"", "Examples:", "  broadsheet info", "  broadsheet info --index /srv/news/index --format json"})
final class InfoCommand implements Callable<Integer> {

    /** How the answer is written. */
    enum Format {
        text, json // as they are typed
    }

    @ParentCommand
    private Broadsheet broadsheet;
    @Mixin
    private EngineOptions engine;
    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format;

    @Override
    public Integer call() throws JsonProcessingException {
        IndexState state;
        try (ArticleSearcher searcher = engine.searcher()) {
            state = searcher.state();
        }
        PrintStream out = broadsheet.output().out();
        switch (format) {
            case text -> print(state, out);
            case json -> out.println(new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT)
                    .writeValueAsString(json(state)));
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
            out.println("source    " + TextBlock.harmless(name + "  " + Counted.articles(source.articles()) + " from "
                    + source.location()));
        }
    }

    private static Map<String, Object> json(IndexState state) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("articles", state.articles());
        json.put("commit", state.number());
        json.put("id", state.id());
        json.put("builtAt", state.builtAt().toString());
        json.put("newest", text(state.newest()));
        json.put("rejected", state.rejected());
        json.put("sources", state.sources().stream().map(InfoCommand::json).toList());
        return json;
    }

    private static Map<String, Object> json(IndexState.SourceState source) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", source.name());
        json.put("location", source.location());
        json.put("articles", source.articles());
        return json;
    }

    private static String text(Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
