package org.broadsheet.field;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How a text becomes terms, as data: components by the names that Lucene gives them, each of which OpenSearch has too.
 *
 * <p>The stemmed twin of a field is the exact one with stems at its end, so that both agree on what a word is and where
 * it stands. Stop words stay: a phrase has no holes, and {@code The Who} can be found.
 *
 * @param characters what is done to the text before it is cut
 * @param tokenizer what cuts it
 * @param exact what is done to each word
 * @param stem what is done after that in the stemmed twin
 */
public record Analysis(List<Component> characters, Component tokenizer, List<Component> exact, Component stem) {

    /**
     * One step.
     *
     * @param name Lucene's name for it
     * @param settings its parameters, by Lucene's names; empty where it has none
     */
    public record Component(String name, Map<String, String> settings) {

        /** Settings are sorted, so that a component prints the same in every process. */
        public Component {
            settings = Collections.unmodifiableMap(new TreeMap<>(settings));
        }

        private static Component of(String name) {
            return new Component(name, Map.of());
        }
    }

    /**
     * Letters joined by {@code &} or single letters with stops between them are one word ({@code AT&T}, {@code A.I.}):
     * cut apart, they would be words of one letter that say nothing.
     */
    private static final Component INITIALS = new Component("patternReplace", Map.of("pattern",
            "(?<=\\b\\p{L}{1,2})&(?=\\p{L}\\b)|(?<=\\b\\p{L})\\.(?=\\p{L}\\b)", "replacement", ""));

    /** For texts in English. */
    public static final Analysis ENGLISH = new Analysis(List.of(INITIALS), Component.of("standard"),
            List.of(Component.of("englishPossessive"), Component.of("lowercase"), Component.of("asciiFolding")),
            Component.of("porterStem"));

    /** The filters of the stemmed twin. */
    public List<Component> stemmed() {
        return Stream.concat(exact.stream(), Stream.of(stem)).toList();
    }
}
