package org.broadsheet.cli;

import java.util.List;

import org.broadsheet.search.EngineException;
import org.broadsheet.search.InvalidRequestException;
import org.broadsheet.search.SearchTimeoutException;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Turns whatever goes wrong into one line and an exit status; this is the only place that does.
 *
 * @param debug whether the stack trace follows
 */
record Failures(Output output, boolean debug) implements IExecutionExceptionHandler, IParameterExceptionHandler {

    static final int WRONG_USAGE = 2;
    static final int NOT_DONE = 3;

    /** A mistake in the command line or the settings. */
    @Override
    public int handleParseException(ParameterException mistake, String[] arguments) {
        CommandLine command = mistake.getCommandLine();
        say(message(mistake));
        output.err().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        trace(mistake);
        return WRONG_USAGE;
    }

    /** A command that began and could not end well. */
    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        return handle(failure);
    }

    int handle(Throwable failure) {
        int status = failure instanceof InvalidRequestException || failure instanceof SettingsException
                ? WRONG_USAGE
                : NOT_DONE;
        say(message(failure));
        trace(failure);
        return status;
    }

    private static String message(Throwable failure) {
        return switch (failure) {
            case UnmatchedArgumentException unknown -> unknown(unknown);
            case ParameterException mistake -> oneLine(mistake.getMessage());
            case InvalidRequestException invalid -> String.join("; ", invalid.problems().stream()
                    .map(problem -> "--" + problem.parameter() + ": " + problem.detail())
                    .toList());
            case EngineException e -> oneLine(e.getMessage());
            case SettingsException e -> e.getMessage();
            case SearchTimeoutException e -> e.getMessage();
            case OutOfMemoryError _ -> "there is not enough memory: set BROADSHEET_JAVA_OPTS=-Xmx2g, or more";
            default -> "this should not have happened: " + oneLine(failure.toString())
                    + " (BROADSHEET_DEBUG=1 shows where)";
        };
    }

    private static String unknown(UnmatchedArgumentException mistake) {
        List<String> suggestions = mistake.getSuggestions();
        String message = oneLine(mistake.getMessage());
        if (!suggestions.isEmpty()) {
            message += "; did you mean " + String.join(" or ", suggestions) + "?";
        }
        if (mistake.isUnknownOption() && mistake.getCommandLine().getCommandName().equals("search")) {
            message += "; a query that begins with - comes after --";
        }
        return message;
    }

    private void say(String message) {
        output.err().println("broadsheet: " + message);
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
