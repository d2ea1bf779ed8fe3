package org.broadsheet.search;

import java.time.Duration;

import org.broadsheet.field.Analysis;

/**
 * How searches are answered.
 *
 * @param timeLimit how long a search may take before it is stopped
 * @param analysis the one that the index was built with
 */
public record SearchSettings(Duration timeLimit, Analysis analysis) {

    /** Two seconds: a hundred times what a search of a million articles takes, and before a reader gives up. */
    public static final SearchSettings DEFAULT = new SearchSettings(Duration.ofSeconds(2), Analysis.ENGLISH);
}
