package org.broadsheet.evaluation;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A line of a file, with its place for whoever finds fault with it.
 *
 * @param number from 1
 */
record FileLine(Path path, int number, String text) {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** Gives every line that is not blank to the reader, one at a time: runs can be large. */
    static void each(Path path, Consumer<FileLine> reader) throws IOException {
        // Read as Latin-1, every byte is one character and the same again when encoded; so the bytes of each line can
        // be decoded strictly, and a fault has its line.
        try (BufferedReader lines = Files.newBufferedReader(path, StandardCharsets.ISO_8859_1)) {
            int number = 0;
            for (String raw = lines.readLine(); raw != null; raw = lines.readLine()) {
                number++;
                FileLine line = new FileLine(path, number, raw).decoded();
                if (!line.text.isBlank()) {
                    reader.accept(line);
                }
            }
        }
    }

    private FileLine decoded() {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
            String decoded = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            boolean marked = number == 1 && decoded.startsWith(BYTE_ORDER_MARK);
            return new FileLine(path, number, marked ? decoded.substring(1) : decoded);
        } catch (CharacterCodingException _) {
            throw fault("this is not UTF-8");
        }
    }

    /**
     * The two sides of the first tab, without spaces around them.
     *
     * @param form what the line should look like, for the message
     */
    List<String> columns(String form) {
        int tab = text.indexOf('\t');
        if (tab < 0) {
            throw fault("there is no tab: expected " + form);
        }
        List<String> columns = List.of(text.substring(0, tab).strip(), text.substring(tab + 1).strip());
        if (columns.contains("")) {
            throw fault("one side of the tab is empty: expected " + form);
        }
        if (columns.getFirst().chars().anyMatch(FileLine::separates)) {
            // Judgments and runs could not name it.
            throw fault("the query's id '" + columns.getFirst() + "' holds a space");
        }
        return columns;
    }

    /**
     * Fields between spaces or tabs, of which the one in the middle may hold spaces itself.
     * {@code "q1 0 my file.md 2"} with two before and one after: {@code ["q1", "0", "my file.md", "2"]}.
     *
     * @param before how many fields precede the one in the middle
     * @param after how many follow it
     * @param form what the line should look like, for the message
     */
    List<String> fields(int before, int after, String form) {
        List<String> fields = new ArrayList<>();
        int start = skip(0, true);
        for (int i = 0; i < before; i++) {
            int end = skip(start, false);
            fields.add(text.substring(start, end));
            start = skip(end, true);
        }
        int end = skipBack(text.length(), true);
        for (int i = 0; i < after && start < end; i++) {
            int first = skipBack(end, false);
            fields.add(before, text.substring(first, end));
            end = skipBack(first, true);
        }
        if (start >= end) {
            throw fault("expected " + form);
        }
        fields.add(before, text.substring(start, end));
        return fields;
    }

    /** Where a run of separators, or of anything else, ends. */
    private int skip(int from, boolean separators) {
        int at = from;
        while (at < text.length() && separates(text.charAt(at)) == separators) {
            at++;
        }
        return at;
    }

    /** The same towards the beginning. */
    private int skipBack(int from, boolean separators) {
        int at = from;
        while (at > 0 && separates(text.charAt(at - 1)) == separators) {
            at--;
        }
        return at;
    }

    private static boolean separates(int character) {
        return character == ' ' || character == '\t';
    }

    /** A field as a whole number. */
    int wholeNumber(String name, String field) {
        try {
            return Integer.parseInt(field);
        } catch (NumberFormatException _) {
            throw fault("the " + name + " '" + field + "' is not a whole number");
        }
    }

    EvaluationException fault(String reason) {
        return new EvaluationException(path, number, reason);
    }
}
