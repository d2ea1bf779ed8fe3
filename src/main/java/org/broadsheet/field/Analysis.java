package org.broadsheet.field;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * @param commonWords in lower case, words that say nothing by themselves: searched as all others, but the first to be
 *        left out when nothing has all words of a query
 */
public record Analysis(List<Component> characters, Component tokenizer, List<Component> exact, Component stem,
        Set<String> commonWords) {

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

    private static final String COMMON_ENGLISH = """
            a about after all also an and any are as at be because been before but by can could did do does doesn't \
            don't for from get had has have he her his how i if in into is it its it's just may me might more most my \
            no not of on or our out over she should so some such than that the their them then there these they this \
            those to under up us was we were what when where which while who why will with would you your""";

    /** For texts in English. */
    public static final Analysis ENGLISH = new Analysis(List.of(INITIALS), Component.of("standard"),
            List.of(Component.of("englishPossessive"), Component.of("lowercase"), Component.of("asciiFolding")),
            Component.of("porterStem"), Set.of(COMMON_ENGLISH.split("\\s+")));

    /** All that decides which terms a text has, as a text: an index holds the terms of just one such. */
    public String terms() {
        return characters + " " + tokenizer + " " + exact + " " + stem;
    }

    /** The filters of the stemmed twin. */
    public List<Component> stemmed() {
        return Stream.concat(exact.stream(), Stream.of(stem)).toList();
    }
}
