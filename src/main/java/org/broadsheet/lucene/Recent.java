package org.broadsheet.lucene;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** What was found last, kept for as long as it is likely to be asked for again. */
final class Recent<K, V> {

    private final Map<K, V> found;

    /** @param most how many are kept */
    Recent(int most) {
        found = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    /** A way to find what is not known. */
    @FunctionalInterface
    interface Finding<V> {
        V find() throws IOException;
    }

    /** Two threads that miss the same one both look for it: neither waits for the other. */
    V get(K key, Finding<V> finding) throws IOException {
        synchronized (found) {
            V known = found.get(key);
            if (known != null) {
                return known;
            }
        }
        V value = finding.find();
        synchronized (found) {
            found.put(key, value);
        }
        return value;
    }
}
