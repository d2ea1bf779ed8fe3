package org.broadsheet.evaluation;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The answers to a list of queries, as a TREC run file holds them: {@code query Q0 document rank score tag}.
 *
 * <p>Programs such as trec_eval order a run by its scores alone and break ties by the documents' names. So that they
 * all see the order of the answer, scores are made to fall strictly: one that does not is replaced by the greatest
 * number below its predecessor.
 */
public final class Run {

    /** Names the system that answered, in the last column. */
    private static final String TAG = "broadsheet";
    private static final String FORM = "query Q0 document rank score tag";

    /**
     * A document at its place.
     *
     * @param document an article's path
     * @param score lower than that of the document before it
     */
    record Ranked(String document, float score) {}

    /** A line of a file; its rank counts only between equal scores. */
    private record Entry(String document, int rank, double score) {}

    private final Map<String, List<Ranked>> answers = new LinkedHashMap<>();

    Run() {}

    /** Adds an answer, best first. */
    void put(String query, List<Ranked> ranking) {
        List<Ranked> falling = new ArrayList<>();
        float limit = Float.POSITIVE_INFINITY;
        for (Ranked ranked : ranking) {
            limit = Math.min(ranked.score, Math.nextDown(limit));
            falling.add(new Ranked(ranked.document, limit));
        }
        answers.put(query, Collections.unmodifiableList(falling));
    }

    /** What was found, best first; empty for a query that found nothing or was not asked. */
    List<Ranked> of(String query) {
        return answers.getOrDefault(query, List.of());
    }

    /**
     * Reads a run file, of this or another program. Documents are ordered by score, highest first, and where scores are
     * equal by rank.
     *
     * @throws EvaluationException if a line is malformed, or names a document that the query has already
     * @throws IOException if the file cannot be read
     */
    public static Run read(Path path) throws IOException {
        Map<String, List<Entry>> entries = new LinkedHashMap<>();
        Map<String, Set<String>> seen = new LinkedHashMap<>();
        FileLine.each(path, line -> {
            List<String> fields = line.fields(2, 3, FORM);
            String query = fields.getFirst();
            Entry entry = new Entry(fields.get(2), line.wholeNumber("rank", fields.get(3)), score(line, fields.get(4)));
            if (!seen.computeIfAbsent(query, _ -> new HashSet<>()).add(entry.document)) {
                throw line.fault("'" + entry.document + "' is in the answer to '" + query + "' already");
            }
            entries.computeIfAbsent(query, _ -> new ArrayList<>()).add(entry);
        });
        Run run = new Run();
        Comparator<Entry> order = Comparator.comparingDouble(Entry::score).reversed().thenComparing(Entry::rank);
        entries.forEach((query, found) -> run.put(query, found.stream()
                .sorted(order)
                .map(entry -> new Ranked(entry.document, (float) entry.score))
                .toList()));
        return run;
    }

    private static double score(FileLine line, String field) {
        try {
            double score = Double.parseDouble(field);
            if (Float.isFinite((float) score)) {
                return score;
            }
        } catch (NumberFormatException _) {
            // As wrong as an infinite one.
        }
        throw line.fault("the score '" + field + "' is not a number");
    }

    /**
     * Writes the run file, over any that is there. A query that found nothing has no line.
     *
     * @throws IOException if the file cannot be written
     */
    public void write(Path path) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(path)) {
            for (Map.Entry<String, List<Ranked>> answer : answers.entrySet()) {
                int rank = 0;
                for (Ranked ranked : answer.getValue()) {
                    rank++;
                    out.write(String.join(" ", answer.getKey(), "Q0", oneLine(ranked.document), Integer.toString(rank),
                            Float.toString(ranked.score), TAG) + "\n");
                }
            }
        }
    }

    /** A path may hold any character. One with a line break is not found again, but all the others are. */
    private static String oneLine(String document) {
        return document.replace('\n', ' ').replace('\r', ' ');
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Run run && answers.equals(run.answers);
    }

    @Override
    public int hashCode() {
        return answers.hashCode();
    }

    /** For tests: the documents of each query, best first. */
    @Override
    public String toString() {
        return answers.toString();
    }
}
