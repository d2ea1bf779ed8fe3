package org.broadsheet.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Where a command writes to.
 *
 * @param out for results
 * @param err for all else
 * @param terminal whether a person is looking: then there is colour, and a bar that moves
 * @param width in characters, of a line of text
 */
record Output(PrintStream out, PrintStream err, boolean terminal, int width) {

    /** As wide as text is still read with ease. */
    private static final int WIDEST = 100;
    private static final int NARROWEST = 40;
    /** Where the terminal does not tell. */
    private static final int USUAL = 80;

    /** That of this process. */
    static Output ofProcess(Map<String, String> environment) {
        // Always UTF-8: the stream that Java opens follows the locale, and writes "?" where that has no such letter.
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        boolean terminal = System.console() != null && System.console().isTerminal();
        return new Output(out, err, terminal, width(environment.get("COLUMNS")));
    }

    private static int width(String columns) {
        return columns != null && columns.matches("\\d{1,4}")
                ? Math.clamp(Integer.parseInt(columns), NARROWEST, WIDEST)
                : USUAL;
    }
}
