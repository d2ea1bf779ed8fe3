package org.broadsheet.web;

import java.util.ArrayList;
import java.util.List;

/** Reads comma-separated values by the letter of RFC 4180, and takes nothing else for them. */
final class Csv {

    private final String text;
    private int at;

    private Csv(String text) {
        this.text = text;
    }

    /** The rows with their cells. */
    static List<List<String>> parse(String text) {
        Csv csv = new Csv(text);
        List<List<String>> rows = new ArrayList<>();
        while (csv.at < text.length()) {
            rows.add(csv.row());
        }
        return rows;
    }

    private List<String> row() {
        List<String> cells = new ArrayList<>(List.of(cell()));
        while (text.startsWith(",", at)) {
            at++;
            cells.add(cell());
        }
        if (!text.startsWith("\r\n", at)) {
            throw new AssertionError(
                    "no end of a line at " + at + ": " + text.substring(at, Math.min(text.length(), at + 80)));
        }
        at += 2;
        return cells;
    }

    private String cell() {
        int start = at;
        if (!text.startsWith("\"", at)) {
            while (",\r\n\"".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            return text.substring(start, at);
        }
        StringBuilder cell = new StringBuilder();
        for (at++; !text.startsWith("\"", at) || text.startsWith("\"\"", at); at++) {
            at += text.charAt(at) == '"' ? 1 : 0;
            cell.append(text.charAt(at));
        }
        at++;
        return cell.toString();
    }
}
