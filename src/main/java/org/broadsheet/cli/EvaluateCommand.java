package org.broadsheet.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;

import org.broadsheet.evaluation.Evaluation;
import org.broadsheet.evaluation.EvaluationReport;
import org.broadsheet.evaluation.Run;
import org.broadsheet.search.ArticleSearcher;
import org.broadsheet.search.SearchService;
import org.broadsheet.search.SearchSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Measures the ranking by queries whose answers are known. */
@Command(name = "evaluate", sortOptions = false, header = "Measure the ranking by judged queries.", description = """

        QUERIES.tsv has a query on a line: its name, a tab, its text. QRELS.txt has a judgment on a line, as TREC has
        them: the query's name, 0, an article's path (or its file name less the ending, where that is unique), a grade;
        grades above 0 are relevant. The first 1,000 hits of each query are measured.
        """, footer = """

        Examples:
          broadsheet evaluate queries.tsv qrels.txt
          broadsheet evaluate --run before.run queries.tsv qrels.txt      keep what was found …
          broadsheet evaluate --against before.run queries.tsv qrels.txt  … and see what has changed since""")
final class EvaluateCommand implements Callable<Integer> {

    /** A slow query is a matter of speed, not of ranking: it must not end the evaluation. */
    private static final Duration TIME_LIMIT = Duration.ofMinutes(1);

    @ParentCommand
    private Broadsheet broadsheet;
    @Mixin
    private EngineOptions engine;
    @Mixin
    private SynonymOptions synonyms;

    @Option(names = "--exclude", paramLabel = "SOURCES.tsv", description = "For each query a document to leave out, such "
            + "as the one that it was made from: the query's name, a tab, the document.")
    private Path exclude;
    @Option(names = "--run", paramLabel = "OUT", description = "Write what was found as a TREC run.")
    private Path out;
    @Option(names = "--against", paramLabel = "RUN", description = "Say what differs from an earlier run.")
    private Path against;
    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text", description = "text or json (default: ${DEFAULT-VALUE}).")
    private Format format;
    @Parameters(index = "0", paramLabel = "QUERIES.tsv", description = "The queries.")
    private Path queries;
    @Parameters(index = "1", paramLabel = "QRELS.txt", description = "The judgments.")
    private Path judgments;

    @Override
    public Integer call() throws IOException {
        Evaluation evaluation = Evaluation.read(queries, judgments, exclude);
        // Read before anything is written: it may be the same file.
        Run earlier = against == null ? null : Run.read(against);
        Output output = broadsheet.output();
        SearchSettings settings = synonyms.settings(engine.analysis()).withTimeLimit(TIME_LIMIT);
        try (ArticleSearcher searcher = engine.searcher()) {
            SearchService service = new SearchService(searcher, settings);
            evaluation.notices(service).forEach(output.err()::println);
            Run run = evaluation.search(service, answered -> {});
            if (out != null) {
                run.write(out);
            }
            EvaluationReport report = earlier == null ? evaluation.report(run) : evaluation.report(run, earlier);
            switch (format) {
                case TEXT -> output.out().print(report.text());
                case JSON -> output.out().println(report.json());
            }
        }
        return 0;
    }
}
