package org.broadsheet.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The program: reads the command line, and hands over to one of its commands. */
@Command(name = "broadsheet", sortOptions = false, synopsisSubcommandLabel = "COMMAND", header = """
        Searches an archive of articles that are kept as files.
        """, footer = """

        Examples:
          broadsheet serve news           index the folder news and serve the search
          broadsheet index news           only index it
          broadsheet search ohio police   search on the command line
          broadsheet search --help        all that a command can do

        An option that is not on the command line is taken from a variable such as
        BROADSHEET_PORT, else from the file broadsheet.yaml in the working directory,
        with lines such as "port: 7070". So can be set what describes an installation;
        a key that cannot be is refused with a list of those that can. User and password of
        a cluster, or an API key, are only taken from BROADSHEET_OPENSEARCH_USER,
        _PASSWORD and _API_KEY.

        Exit status: 0 done, 1 done but files were rejected, 2 wrong usage,
        3 it could not be done.""")
public final class Broadsheet {

    /** Lucene recommends an incubating module at every start; that is no concern of who searches. */
    private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

    private final Output output;
    private final Map<String, String> environment;
    private final Path folder;
    private final CommandLine line;
    private String[] arguments = {};

    /**
     * @param environment the variables that options may come from
     * @param folder where {@code broadsheet.yaml} is looked for
     */
    Broadsheet(Output output, Map<String, String> environment, Path folder) {
        this.output = output;
        this.environment = environment;
        this.folder = folder;
        this.line = new CommandLine(this);
    }

    /** Runs a command and ends the process with its status. */
    public static void main(String[] arguments) {
        LUCENE.setLevel(Level.SEVERE);
        Map<String, String> environment = System.getenv();
        Output output = Output.ofProcess(environment);
        int status = new Broadsheet(output, environment, Path.of("")).run(arguments);
        output.out().flush();
        output.err().flush();
        System.exit(status);
    }

    /** Runs a command; the answer is its exit status. */
    int run(String... words) {
        arguments = words;
        Failures failures = new Failures(output, environment.getOrDefault("BROADSHEET_DEBUG", "").equals("1"));
        try {
            Commands.addTo(line, arguments);
            Settings settings = new Settings(environment,
                    asksForHelp(arguments) ? Map.of() : SettingsFile.read(folder));
            line.setDefaultValueProvider(settings)
                    .setCaseInsensitiveEnumValuesAllowed(true)
                    .setExecutionExceptionHandler((failure, _, _) -> failures.notDone(failure))
                    .setParameterExceptionHandler(
                            (mistake, given) -> failures.wrongUsage(mistake,
                                    settings.origin(mistake.getArgSpec(), given)))
                    .setOut(new PrintWriter(output.out(), true))
                    .setErr(new PrintWriter(output.err(), true))
                    .setUsageHelpWidth(output.width());
            return line.execute(arguments);
        } catch (Throwable e) { // also errors, which the handlers are not given: a status says so, not a stack trace
            return failures.notDone(e);
        }
    }

    /** The variables that options may come from. */
    Map<String, String> environment() {
        return environment;
    }

    /**
     * The command that runs, with its options as they would be if it began now. The command line is as it was, but what it
     * leaves open may have changed.
     *
     * @throws SettingsException if {@code broadsheet.yaml} cannot be used
     * @throws ParameterException if it has a bad value
     */
    Object readAgain() {
        Broadsheet again = new Broadsheet(output, environment, folder);
        Commands.addTo(again.line, arguments);
        again.line.setDefaultValueProvider(new Settings(environment, SettingsFile.read(folder)))
                .setCaseInsensitiveEnumValuesAllowed(true);
        return again.line.parseArgs(arguments).subcommand().commandSpec().userObject();
    }

    /** Where {@code broadsheet.yaml} is looked for. */
    Path folder() {
        return folder;
    }

    Output output() {
        return output;
    }

    /** A mistake that only the command itself can see. */
    ParameterException wrongUsage(String command, String message) {
        return new ParameterException(line.getSubcommands().get(command), message);
    }

    /** Whoever asks for help gets it, also when the settings are broken. */
    private static boolean asksForHelp(String[] arguments) {
        List<String> options = Arrays.asList(arguments);
        int end = options.indexOf("--");
        return (end < 0 ? options : options.subList(0, end)).stream()
                .anyMatch(List.of("--help", "-h", "--version", "-V")::contains);
    }
}
