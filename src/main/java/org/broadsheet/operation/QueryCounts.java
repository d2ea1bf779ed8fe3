package org.broadsheet.operation;

import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * What is asked most often, and what is asked most often in vain. Nothing is kept of who asked, and what was asked only
 * once or twice is never told: it might be a name that someone looked for.
 */
public final class QueryCounts {

    /** As often as it must have been asked before it is told. */
    public static final int FEWEST = 5;
    /** Some hundred kilobytes; what is asked often enough to be told is among so many. */
    private static final int KEPT = 2_000;
    /** Longer texts are no questions that several people have. */
    private static final int LONGEST = 100;

    private final Instant since = Instant.now();
    private final FrequentTexts all = new FrequentTexts(KEPT);
    private final FrequentTexts empty = new FrequentTexts(KEPT);

    /**
     * How often a query was asked.
     *
     * @param count at least so often, in truth
     */
    public record Count(String text, long count) {}

    /**
     * Counts a query.
     *
     * @param found whether it found anything just as it was asked
     */
    public void add(String text, boolean found) {
        String query = Normalizer.normalize(text, Normalizer.Form.NFC)
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
        if (query.isEmpty() || query.length() > LONGEST) {
            return;
        }
        all.add(query);
        if (!found) {
            empty.add(query);
        }
    }

    /** When counting began. */
    public Instant since() {
        return since;
    }

    /** The queries asked most often, most frequent first; empty if none was asked {@value #FEWEST} times. */
    public List<Count> popular(int size) {
        return all.most(size, FEWEST);
    }

    /** The same of those that found nothing. */
    public List<Count> inVain(int size) {
        return empty.most(size, FEWEST);
    }
}
