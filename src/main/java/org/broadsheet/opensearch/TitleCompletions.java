package org.broadsheet.opensearch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.broadsheet.analysis.Analyzers;
import org.broadsheet.analysis.PlacedTerm;
import org.broadsheet.field.ArticleField;
import org.broadsheet.field.Ranking;
import org.opensearch.client.opensearch._types.aggregations.StringTermsBucket;
import org.opensearch.client.opensearch._types.query_dsl.Query;
import org.opensearch.client.opensearch.core.search.Hit;

/** Titles that have the typed words, the last of them only begun; first those that begin with what was typed. */
final class TitleCompletions {

    /** Titles that begin alike; where there are more, that they do says nothing yet. */
    private static final int SCANNED = 200;
    /** What a word as it was typed counts against one with a typo: more than all that ranks titles besides. */
    private static final float AS_TYPED = 10;

    private final Reading reading;
    private final Analyzers analyzers;

    TitleCompletions(Reading reading, Analyzers analyzers) {
        this.reading = reading;
        this.analyzers = analyzers;
    }

    /**
     * At most so many; titles that differ in case and punctuation only are one.
     *
     * @param typed one word or more
     */
    List<String> of(List<PlacedTerm> typed, int size) {
        Map<String, String> titles = new LinkedHashMap<>();
        List<String> beginnings = beginningWith(IndexFields.wholeTitle(typed), size);
        if (!beginnings.isEmpty()) {
            Map<String, String> shown = new LinkedHashMap<>();
            add(QueryTranslator.terms(IndexFields.WHOLE_TITLE, beginnings), size, shown);
            beginnings.forEach(title -> titles.put(title, shown.getOrDefault(title, title)));
        }
        if (titles.size() < size) {
            add(having(typed), size, titles);
        }
        return titles.values().stream().limit(size).toList();
    }

    /** One title of each kind, by their kinds. */
    private void add(Query query, int size, Map<String, String> titles) {
        for (Hit<StoredArticles.Source> hit : reading.search(StoredArticles.Source.class, search -> search.query(query)
                .size(size)
                .trackTotalHits(track -> track.enabled(false))
                .collapse(alike -> alike.field(IndexFields.WHOLE_TITLE))).hits().hits()) {
            String title = hit.source().article().title();
            titles.putIfAbsent(IndexFields.wholeTitle(analyzers.exactTokens(title)), title);
        }
    }

    private List<String> beginningWith(String start, int size) {
        List<StringTermsBucket> found = reading.search(Void.class, search -> search.size(0)
                .trackTotalHits(track -> track.enabled(false))
                .query(QueryTranslator.beginningWith(IndexFields.WHOLE_TITLE, start))
                .aggregations("titles", count -> count
                        .terms(by -> by.field(IndexFields.WHOLE_TITLE).size(SCANNED))))
                .aggregations()
                .get("titles")
                .sterms()
                .buckets()
                .array();
        return found.size() == SCANNED
                ? List.of()
                : found.stream()
                        .sorted(Comparator.comparingLong(StringTermsBucket::docCount)
                                .reversed()
                                .thenComparing(StringTermsBucket::key))
                        .limit(size)
                        .map(StringTermsBucket::key)
                        .toList();
    }

    /** Titles with the words anywhere, those of the best articles first. */
    private Query having(List<PlacedTerm> typed) {
        String field = IndexFields.exact(ArticleField.TITLE);
        List<Query> words = new ArrayList<>();
        for (PlacedTerm word : typed.subList(0, typed.size() - 1)) {
            words.add(QueryTranslator.term(field, word.term()));
        }
        String beginning = typed.getLast().term();
        Query asTyped = QueryTranslator.beginningWith(field, beginning);
        words.add(Patterns.allowsTypo(beginning)
                ? Query.of(query -> query.bool(any -> any.should(asTyped,
                        TermBeginnings.matching(field, Patterns.oneTypo(beginning) + ".*"))))
                : asTyped);
        return Query.of(query -> query.bool(all -> all.filter(words)
                .should(QueryTranslator.constant(asTyped, AS_TYPED),
                        Priors.saturating(ArticleField.QUALITY, 1, Ranking.DEFAULT.qualityPivot()))));
    }
}
