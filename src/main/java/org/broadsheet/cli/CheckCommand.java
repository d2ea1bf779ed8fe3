package org.broadsheet.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import org.broadsheet.source.ArticleReader;
import org.broadsheet.source.Reading;
import org.broadsheet.source.Rejection;
import org.broadsheet.source.Source;
import org.broadsheet.source.SourceFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Reads sources without an index, and names every file that indexing would reject. */
@Command(name = "check", sortOptions = false, header = "Name the files that cannot be indexed, and why.", description = """

        Reads all articles of the sources and needs no index. Each problem is one line,
        path:line:column: reason.
        """, footer = """

        Examples:
          broadsheet check news
          broadsheet check --format json news archive.tar.xz

        Exit status: 0 no problem, 1 there are problems, 2 wrong usage,
        3 a source could not be read.""")
final class CheckCommand implements Callable<Integer> {

    @ParentCommand
    private Broadsheet broadsheet;
    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text", description = "text or json (default: ${DEFAULT-VALUE}).")
    private Format format;
    @Parameters(paramLabel = "SOURCE", arity = "1..*", description = "PATH or NAME=PATH.")
    private List<String> sources;

    private final ArticleReader reader = new ArticleReader();
    private final List<Rejection> listed = new ArrayList<>(); // only for JSON, which is written in one piece
    private long files;
    private long problems;

    @Override
    public Integer call() throws IOException {
        Source.all(sources).forEach(source -> source.forEach(this::read, this::problem));
        Output output = broadsheet.output();
        if (format == Format.JSON) {
            writeJson();
        }
        output.err().println(Counted.of(files, "file") + ", " + Counted.of(problems, "problem"));
        return problems == 0 ? 0 : 1;
    }

    private void read(SourceFile file) {
        if (reader.read(file) instanceof Reading.Rejected(Rejection rejection)) {
            problem(rejection);
        } else {
            files++;
        }
    }

    private void problem(Rejection rejection) {
        files++;
        problems++;
        switch (format) {
            case TEXT -> broadsheet.output().out().println(TextBlock.harmless(rejection.toString()));
            case JSON -> listed.add(rejection);
        }
    }

    private void writeJson() throws IOException {
        Output output = broadsheet.output();
        try (JsonGenerator json = new JsonFactory().createGenerator(output.out())) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeNumberField("files", files);
            json.writeArrayFieldStart("problems");
            for (Rejection problem : listed) {
                json.writeStartObject();
                json.writeStringField("path", problem.path());
                json.writeNumberField("line", problem.line());
                json.writeNumberField("column", problem.column());
                json.writeStringField("message", problem.reason());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        output.out().println();
    }
}
