package org.broadsheet.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which documents are left out of which answer, such as the one that a query was made from. */
record Exclusions(Map<String, Set<String>> documents) {

    static final Exclusions NONE = new Exclusions(Map.of());

    /**
     * All of a file.
     *
     * @param names is told of every document that is excluded
     */
    static Exclusions read(Path path, DocumentNames names) throws IOException {
        Map<String, Set<String>> documents = new HashMap<>();
        FileLine.each(path, line -> {
            List<String> columns = line.columns("query<TAB>document");
            documents.computeIfAbsent(columns.getFirst(), _ -> new HashSet<>()).add(columns.getLast());
            names.mention(columns.getLast(), line);
        });
        return new Exclusions(documents);
    }

    /** Those of one query; empty if it has none. */
    Set<String> of(String query) {
        return documents.getOrDefault(query, Set.of());
    }
}
