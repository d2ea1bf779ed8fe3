package org.broadsheet.search;

import java.time.Duration;

import org.broadsheet.field.Analysis;
import org.broadsheet.query.Synonyms;

/**
 * How searches are answered.
 *
 * @param timeLimit how long a search may take before it is stopped
 * @param analysis the one that the index was built with
 * @param synonyms what queries are widened by
 */
public record SearchSettings(Duration timeLimit, Analysis analysis, Synonyms synonyms) {

    /** Two seconds: a hundred times what a search of a million articles takes, and before a reader gives up. */
    public static final SearchSettings DEFAULT = new SearchSettings(Duration.ofSeconds(2), Analysis.ENGLISH,
            Synonyms.DEFAULT);

    public SearchSettings withTimeLimit(Duration other) {
        return new SearchSettings(other, analysis, synonyms);
    }

    public SearchSettings withAnalysis(Analysis other) {
        return new SearchSettings(timeLimit, other, synonyms);
    }

    public SearchSettings withSynonyms(Synonyms other) {
        return new SearchSettings(timeLimit, analysis, other);
    }
}
