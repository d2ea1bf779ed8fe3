package org.broadsheet.search;

import java.time.Duration;

/**
 * @param timeLimit how long a search may take before it is stopped
 */
public record SearchSettings(Duration timeLimit) {

    /** Two seconds: a hundred times what a search of a million articles takes, and before a reader gives up. */
    public static final SearchSettings DEFAULT = new SearchSettings(Duration.ofSeconds(2));
}
