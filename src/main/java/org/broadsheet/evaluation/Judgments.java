package org.broadsheet.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which documents are relevant to which query, and how much. */
final class Judgments {

    private static final String FORM = "query 0 document grade";

    private final Map<String, Map<String, Integer>> grades = new LinkedHashMap<>();
    private final DocumentNames names;

    private Judgments(DocumentNames names) {
        this.names = names;
    }

    /**
     * All of a file.
     *
     * @param names is told of every document that is judged
     */
    static Judgments read(Path path, DocumentNames names) throws IOException {
        Judgments judgments = new Judgments(names);
        FileLine.each(path, judgments::add);
        return judgments;
    }

    private void add(FileLine line) {
        List<String> fields = line.fields(2, 1, FORM);
        String document = fields.get(2);
        int grade = line.wholeNumber("grade", fields.get(3));
        Integer other = grades.computeIfAbsent(fields.getFirst(), _ -> new LinkedHashMap<>()).put(document, grade);
        // The same once more is harmless; two grades are not, for one of them is a mistake.
        if (other != null && other != grade) {
            throw line.fault("'" + document + "' has a grade of " + other + " for this query already");
        }
        names.mention(document, line);
    }

    /** The grade of each document that is judged for a query; empty if none is. */
    Map<String, Integer> of(String query) {
        return grades.getOrDefault(query, Map.of());
    }

    /** Whether any document is relevant to a query. */
    boolean hasRelevant(String query) {
        return of(query).values().stream().anyMatch(grade -> grade > 0);
    }

    /** The queries that have judgments, in the order of the file. */
    Set<String> queries() {
        return grades.keySet();
    }
}
