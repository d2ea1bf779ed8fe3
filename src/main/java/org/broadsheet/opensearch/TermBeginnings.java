package org.broadsheet.opensearch;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.broadsheet.search.FacetName;
import org.opensearch.client.opensearch._types.aggregations.StringTermsBucket;
import org.opensearch.client.opensearch._types.query_dsl.Query;

/** The terms of a field that begin with what was typed, most frequent first. */
final class TermBeginnings {

    /**
     * Articles of each shard that are looked at: where more have such a term, the most frequent ones are among these,
     * and to look at all for a single letter would take long.
     */
    private static final int SAMPLE = 20_000;
    /** So many as they are typed leave no room for doubt. */
    private static final int ENOUGH = 3;
    private static final int NAMES = 50;

    private final Reading reading;

    TermBeginnings(Reading reading) {
        this.reading = reading;
    }

    /** A term and how many of the articles looked at have it. */
    record Candidate(String text, long articles) {}

    /** Words that begin so; where they are few, after them those that would but for one typo. */
    List<String> words(String beginning, int size) {
        Set<String> found = new LinkedHashSet<>();
        for (Candidate word : frequent(IndexFields.VOCABULARY, Patterns.quoted(beginning) + ".*",
                QueryTranslator.beginningWith(IndexFields.WORDS, beginning), size)) {
            found.add(word.text());
        }
        if (found.size() < Math.min(ENOUGH, size) && Patterns.allowsTypo(beginning)) {
            String pattern = Patterns.oneTypo(beginning) + ".*";
            frequent(IndexFields.VOCABULARY, pattern, matching(IndexFields.WORDS, pattern), size)
                    .forEach(word -> found.add(word.text()));
        }
        return found.stream().limit(size).toList();
    }

    /**
     * Values of a facet: those that begin so, then those of which a word does; if there are none of either, those that
     * would begin so but for one typo.
     *
     * @param typed normalized
     */
    List<String> names(FacetName facet, String typed) {
        String field = IndexFields.names(facet);
        List<Candidate> found = frequent(field, ValueNames.beginningWith(typed),
                QueryTranslator.beginningWith(field, typed), NAMES);
        if (found.isEmpty() && Patterns.allowsTypo(typed)) {
            String pattern = ValueNames.wholeBeginningWithTypo(typed);
            found = frequent(field, pattern, matching(field, pattern), NAMES);
        }
        List<String> whole = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        for (Candidate candidate : found) {
            ValueNames.Name name = ValueNames.Name.read(candidate.text());
            (name.whole() ? whole : parts).add(name.value());
        }
        Set<String> names = new LinkedHashSet<>(whole);
        names.addAll(parts);
        return List.copyOf(names);
    }

    /** Whether some article has a word. */
    boolean exists(String word) {
        return reading.search(Void.class, search -> search.size(0)
                .query(QueryTranslator.term(IndexFields.WORDS, word))
                .trackTotalHits(track -> track.count(1))).hits().total().value() > 0;
    }

    /** What has a term that the expression matches. */
    static Query matching(String field, String pattern) {
        return Query.of(query -> query.regexp(term -> term.field(field).value(pattern)));
    }

    private List<Candidate> frequent(String field, String pattern, Query having, int size) {
        List<Candidate> found = new ArrayList<>();
        for (StringTermsBucket term : reading.search(Void.class, search -> search.size(0)
                .trackTotalHits(track -> track.enabled(false))
                .query(FilterQueries.together(List.of(having)))
                .aggregations("sample", all -> all.sampler(some -> some.shardSize(SAMPLE))
                        .aggregations("terms", count -> count.terms(by -> by.field(field)
                                .size(size)
                                .include(these -> these.regexp(pattern))))))
                .aggregations()
                .get("sample")
                .sampler()
                .aggregations()
                .get("terms")
                .sterms()
                .buckets()
                .array()) {
            found.add(new Candidate(term.key(), term.docCount()));
        }
        return found;
    }
}
