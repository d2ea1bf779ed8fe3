package org.broadsheet.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds files that share a {@code webUrl}. */
final class Addresses {

    private final Map<String, String> first = new HashMap<>(); // the path that had an address first
    private final List<Problem> problems = new ArrayList<>();

    /** @param address where a file's address stands */
    void add(String path, Value.Text address) {
        String other = first.putIfAbsent(WebAddress.of(address.text()), path);
        if (other != null) {
            problems.add(Problem.warning(path, address, "webUrl is that of " + other
                    + " too: if both tell the same story, one of them can go"));
        }
    }

    List<Problem> problems() {
        return problems;
    }
}
