package org.broadsheet.query;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.broadsheet.field.Analysis;

/**
 * Texts that mean the same, such as {@code AI} and {@code artificial intelligence}. They widen queries and leave the
 * index alone, so that a change of them needs no rebuild. Immutable.
 *
 * <p>Case, accents, the stops of initials and plurals do not matter; but an entry in capitals that is a common word in
 * small letters ({@code US}) is meant only where it is typed in capitals.
 */
public final class Synonyms {

    /** None at all. */
    public static final Synonyms NONE = new Synonyms(Map.of());
    /** For archives of news and technology in English. */
    public static final Synonyms DEFAULT = resource("synonyms.txt");

    /**
     * What one text stands for.
     *
     * @param found texts as they stand in the file, without the one that is asked for
     * @param itself whether it finds itself too
     */
    record Entry(Set<String> found, boolean itself) {

        private Entry and(Entry other) {
            Set<String> both = new LinkedHashSet<>(found);
            both.addAll(other.found);
            return new Entry(both, itself || other.itself);
        }
    }

    private final Map<List<String>, Entry> entries;
    private final Set<String> beginnings; // the first words of entries
    private final int longest;

    private Synonyms(Map<List<String>, Entry> entries) {
        this.entries = Map.copyOf(entries);
        this.beginnings = entries.keySet()
                .stream()
                .flatMap(key -> key.stream().limit(1))
                .collect(Collectors.toUnmodifiableSet());
        this.longest = entries.keySet().stream().mapToInt(List::size).max().orElse(0);
    }

    /**
     * Reads synonyms in the format of Solr: a line has equivalents ({@code a, b}), or what stands in the place of others
     * ({@code a, b => c}); lines that begin with {@code #} are comments.
     *
     * @param name of the file, for messages
     * @param commonWords in lower case, those that an entry in capitals does not mean
     * @throws SynonymsException if a line is of another form
     * @throws IOException if it cannot be read
     */
    public static Synonyms parse(String name, Reader reader, Set<String> commonWords) throws IOException {
        Map<List<String>, Entry> entries = new HashMap<>();
        BufferedReader lines = new BufferedReader(reader);
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            String text = line.replace("\uFEFF", "").strip(); // editors on Windows begin files with it
            if (!text.isEmpty() && !text.startsWith("#")) {
                try {
                    add(SynonymLine.of(text), commonWords, entries);
                } catch (IllegalArgumentException e) {
                    throw new SynonymsException(name, number, e.getMessage());
                }
            }
        }
        return new Synonyms(entries);
    }

    private static Synonyms resource(String name) {
        try (Reader reader = new InputStreamReader(Synonyms.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
            return parse(name, reader, Analysis.ENGLISH.commonWords());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(SynonymLine line, Set<String> commonWords, Map<List<String>, Entry> entries) {
        for (String asked : line.asked()) {
            List<String> key = SynonymKey.of(asked);
            Set<String> found = new LinkedHashSet<>(line.found());
            boolean itself = found.removeIf(other -> SynonymKey.of(other).equals(key));
            boolean capitalsOnly = key.size() == 1 && commonWords.contains(key.getFirst())
                    && !asked.equals(asked.toLowerCase(Locale.ROOT));
            if (!found.isEmpty()) {
                entries.merge(capitalsOnly ? SynonymKey.cased(asked) : key, new Entry(found, itself), Entry::and);
            }
        }
    }

    /** The query with all that means the same; the query itself if nothing does. */
    public ArticleQuery expand(ArticleQuery query) {
        return entries.isEmpty() ? query : new SynonymExpansion(this).of(query);
    }

    /** How many words the longest entry has; 0 if there is none. */
    int longest() {
        return longest;
    }

    /** Whether an entry may begin with a word: most words begin none, and no run of words has to be looked for. */
    boolean mayBegin(String word) {
        return mayBegin(SynonymKey.of(word)) || mayBegin(SynonymKey.cased(word));
    }

    private boolean mayBegin(List<String> key) {
        return key.isEmpty() || beginnings.contains(key.getFirst());
    }

    /** What a text stands for, or null. */
    Entry entry(String text) {
        Entry cased = entries.get(SynonymKey.cased(text));
        return cased != null ? cased : entries.get(SynonymKey.of(text));
    }

    /** Whether they widen every query alike. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Synonyms that && entries.equals(that.entries);
    }

    @Override
    public int hashCode() {
        return entries.hashCode();
    }
}
