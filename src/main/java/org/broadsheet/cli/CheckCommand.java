package org.broadsheet.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.core.JsonGenerator;
import org.broadsheet.article.SafeText;
import org.broadsheet.source.Linter;
import org.broadsheet.source.Problem;
import org.broadsheet.source.Source;
import org.broadsheet.web.SafeJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Reads sources without an index, and names every file that indexing would reject or may take otherwise than meant. */
@Command(name = "check", sortOptions = false, header = "Name the files that cannot be indexed, and likely mistakes.", description = """

        Reads all articles of the sources and needs no index. Each problem is one line,
        path:line:column: message. Errors keep a file out of the index; warnings do not:
        keys that look mistyped, topics and providers in several spellings, dates
        without a time zone or in the future, one webUrl in two files, text in a wrong
        encoding, http images.
        """, footer = """

        Examples:
          broadsheet check news
          broadsheet check --format json news archive.tar.xz

        Exit status: 0 no error, 1 there are errors, 2 wrong usage,
        3 a source could not be read.""")
final class CheckCommand implements Callable<Integer> {

    @ParentCommand
    private Broadsheet broadsheet;
    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text", description = "text or json (default: ${DEFAULT-VALUE}).")
    private Format format;
    @Parameters(paramLabel = "SOURCE", arity = "1..*", description = "PATH or NAME=PATH.")
    private List<String> sources;

    private final List<Problem> listed = new ArrayList<>(); // only for JSON, which is written in one piece
    private long files;
    private long errors;
    private long warnings;

    @Override
    public Integer call() throws IOException {
        Linter linter = new Linter(Instant.now());
        Source.all(sources).forEach(source -> source.forEach(file -> {
            files++;
            linter.check(file).forEach(this::tell);
        }, rejection -> {
            files++;
            tell(Problem.error(rejection));
        }));
        linter.acrossFiles(this::tell);
        if (format == Format.JSON) {
            writeJson();
        }
        broadsheet.output()
                .err()
                .println(Counted.of(files, "file") + ", " + Counted.of(errors, "error") + ", "
                        + Counted.of(warnings, "warning"));
        return errors == 0 ? 0 : 1;
    }

    private void tell(Problem problem) {
        switch (problem.severity()) {
            case ERROR -> errors++;
            case WARNING -> warnings++;
        }
        switch (format) {
            case TEXT -> broadsheet.output().out().println(SafeText.of(problem.toString()));
            case JSON -> listed.add(problem);
        }
    }

    private void writeJson() throws IOException {
        Output output = broadsheet.output();
        try (JsonGenerator json = SafeJson.FACTORY.createGenerator(output.out())) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeNumberField("files", files);
            json.writeNumberField("errors", errors);
            json.writeNumberField("warnings", warnings);
            json.writeArrayFieldStart("problems");
            for (Problem problem : listed) {
                json.writeStartObject();
                json.writeStringField("path", problem.path());
                json.writeNumberField("line", problem.line());
                json.writeNumberField("column", problem.column());
                json.writeStringField("severity", problem.severity().name().toLowerCase(Locale.ROOT));
                json.writeStringField("message", problem.message());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        output.out().println();
    }
}
