package org.broadsheet.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** The distribution as it was packaged, run as a process in a folder of its own. */
final class Program {

    private static final Path SCRIPT = Path.of("target", "broadsheet", "bin", "broadsheet").toAbsolutePath();
    private static final int PATIENCE_SECONDS = 180; // on a busy machine, "prepare" takes a minute

    /** How a command ended. */
    record Ended(int status, String out, String err) {
        List<String> outLines() {
            return out.lines().toList();
        }

        List<String> errLines() {
            return err.lines().toList();
        }
    }

    private final Path folder;
    private final Map<String, String> variables = new TreeMap<>();
    private Path script = SCRIPT;

    Program(Path folder) {
        this.folder = folder;
    }

    Program with(String variable, String value) {
        variables.put(variable, value);
        return this;
    }

    Program by(Path otherScript) {
        script = otherScript;
        return this;
    }

    static Path script() {
        return SCRIPT;
    }

    /** The samples of the project. */
    static Path seeds() {
        return Path.of("seeds").toAbsolutePath();
    }

    /** Runs a command to its end. */
    Ended run(String... arguments) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "out", null);
        Path err = Files.createTempFile(folder, "err", null);
        Process process = builder(arguments).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError(List.of(arguments) + " did not end: " + Files.readString(err));
            }
            return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
        } finally {
            process.destroyForcibly();
            Files.delete(out);
            Files.delete(err);
        }
    }

    /** Starts a command whose standard error is to be read. */
    Process start(String... arguments) throws IOException {
        return builder(arguments).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    }

    private ProcessBuilder builder(String... arguments) {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("BROADSHEET_"));
        builder.environment().putAll(variables);
        return builder;
    }

    /** The first line of a process's standard error that contains a text. */
    static String awaitLine(Process process, String text) throws IOException {
        StringBuilder seen = new StringBuilder();
        var lines = process.errorReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.contains(text)) {
                return line;
            }
            seen.append(line).append('\n');
        }
        throw new AssertionError("no line with \"" + text + "\" in:\n" + seen);
    }
}
