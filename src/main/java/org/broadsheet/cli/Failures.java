package org.broadsheet.cli;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;

import org.broadsheet.article.SafeText;
import org.broadsheet.evaluation.EvaluationException;
import org.broadsheet.indexing.IndexRunException;
import org.broadsheet.query.SynonymsException;
import org.broadsheet.search.EngineException;
import org.broadsheet.search.InvalidRequestException;
import org.broadsheet.search.SearchTimeoutException;
import org.broadsheet.source.SourceException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Turns whatever goes wrong into one line and an exit status; this is the only place that does.
 *
 * @param debug whether the stack trace follows
 */
record Failures(Output output, boolean debug) {

    static final int WRONG_USAGE = 2;
    static final int NOT_DONE = 3;

    /**
     * A mistake in the command line, or in what stands in for it.
     *
     * @param origin where the value comes from if not from the command line, else null
     */
    int wrongUsage(ParameterException mistake, String origin) {
        CommandLine command = mistake.getCommandLine();
        say(message(mistake) + (origin == null ? "" : " (from " + origin + ")"));
        output.err().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        trace(mistake);
        return WRONG_USAGE;
    }

    /** A command that could not begin, or could not end well. */
    int notDone(Throwable failure) {
        int status = switch (failure) {
            case InvalidRequestException _,SettingsException _,SynonymsException _ -> WRONG_USAGE;
            default -> NOT_DONE;
        };
        say(message(failure));
        trace(failure);
        return status;
    }

    private static String message(Throwable failure) {
        return switch (failure) {
            case UnmatchedArgumentException unknown -> unknown(unknown);
            case ParameterException mistake when mistake.getMessage().equals("Missing required subcommand") ->
                "a command is missing: " + String.join(", ", mistake.getCommandLine().getSubcommands().keySet());
            case ParameterException mistake -> oneLine(mistake.getMessage());
            case InvalidRequestException invalid -> String.join("; ", invalid.problems()
                    .stream()
                    .map(problem -> option(problem.parameter()) + ": " + problem.detail())
                    .toList());
            case EvaluationException e -> oneLine(e.getMessage());
            case NoSuchFileException e -> "there is no file " + e.getFile();
            case EngineException e -> oneLine(e.getMessage());
            case SourceException e -> oneLine(e.getMessage());
            case IndexRunException e -> oneLine(e.getMessage());
            case SettingsException e -> e.getMessage();
            case SynonymsException e -> oneLine(e.getMessage());
            case SearchTimeoutException e -> e.getMessage();
            case IOException e when e.getMessage() != null -> oneLine(e.getMessage());
            case OutOfMemoryError _ -> "there is not enough memory: set BROADSHEET_JAVA_OPTS=-Xmx2g, or more";
            default -> "this should not have happened: " + oneLine(failure.toString())
                    + " (BROADSHEET_DEBUG=1 shows where)";
        };
    }

    private static String unknown(UnmatchedArgumentException mistake) {
        List<String> suggestions = mistake.getSuggestions();
        boolean program = mistake.getCommandLine().getParent() == null;
        String message = program && !mistake.isUnknownOption()
                ? "there is no command '" + mistake.getUnmatched().getFirst() + "'"
                : oneLine(mistake.getMessage());
        if (!suggestions.isEmpty()) {
            message += "; did you mean " + String.join(" or ", suggestions) + "?";
        }
        if (mistake.isUnknownOption() && mistake.getCommandLine().getCommandName().equals("search")) {
            message += "; a query that begins with - comes after --";
        }
        return message;
    }

    /** The API's name for what is an option here. */
    private static String option(String parameter) {
        return parameter.equals("q") ? "the query" : "--" + parameter;
    }

    private void say(String message) {
        output.err().println("broadsheet: " + SafeText.of(message));
    }

    private void trace(Throwable failure) {
        if (debug) {
            failure.printStackTrace(output.err());
        }
    }

    private static String oneLine(String message) {
        return message == null ? "" : message.lines().map(String::strip).reduce((a, b) -> a + " " + b).orElse("");
    }
}
