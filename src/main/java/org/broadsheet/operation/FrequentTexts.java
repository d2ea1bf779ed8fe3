package org.broadsheet.operation;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The most frequent of endlessly many texts, in bounded memory: the algorithm Space-Saving (Metwally, Agrawal and El
 * Abbadi, 2005). What is new takes the place of what was counted least, and with it that count as a possible error, so
 * that no text that is more frequent than the total divided by the capacity is ever missed.
 */
final class FrequentTexts {

    private static final class Counter {
        private long count;
        private final long error; // what may have been counted before this text was there

        private Counter(long error) {
            this.count = error;
            this.error = error;
        }

        private long sure() {
            return count - error;
        }
    }

    private final int capacity;
    private final Map<String, Counter> counters = new HashMap<>();

    FrequentTexts(int capacity) {
        this.capacity = capacity;
    }

    synchronized void add(String text) {
        Counter counter = counters.get(text);
        if (counter == null) {
            counter = new Counter(counters.size() < capacity ? 0 : replaced());
            counters.put(text, counter);
        }
        counter.count++;
    }

    /** Those that were surely added so often, most frequent first, then in order of the text. */
    synchronized List<QueryCounts.Count> most(int size, int fewest) {
        return counters.entrySet()
                .stream()
                .filter(entry -> entry.getValue().sure() >= fewest)
                .map(entry -> new QueryCounts.Count(entry.getKey(), entry.getValue().sure()))
                .sorted(Comparator.comparingLong(QueryCounts.Count::count)
                        .reversed()
                        .thenComparing(QueryCounts.Count::text))
                .limit(size)
                .toList();
    }

    /** Makes room; the answer is the count of what had to go. A look at all of them is far less than a search. */
    private long replaced() {
        String rarest = null;
        long fewest = Long.MAX_VALUE;
        for (Map.Entry<String, Counter> entry : counters.entrySet()) {
            if (entry.getValue().count < fewest) {
                fewest = entry.getValue().count;
                rarest = entry.getKey();
            }
        }
        counters.remove(rarest);
        return fewest;
    }
}
