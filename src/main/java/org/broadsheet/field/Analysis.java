package org.broadsheet.field;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
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
 * @param language the name that it is chosen by
 * @param characters what is done to the text before it is cut: patterns that are replaced
 * @param signs the characters that a match of such a pattern begins with, so that a text without them is spared the search
 * @param tokenizer what cuts it
 * @param exact what is done to each word
 * @param stem what is done after that in the stemmed twin
 * @param commonWords in lower case, words that say nothing by themselves: searched as all others, but the first to be
 *        left out when nothing has all words of a query
 */
public record Analysis(String language, List<Component> characters, String signs, Component tokenizer,
        List<Component> exact,
        Component stem, Set<String> commonWords) {

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

        static Component of(String name) {
            return new Component(name, Map.of());
        }
    }

    /** For texts in English. */
    public static final Analysis ENGLISH = Languages.ALL.get("english");

    /**
     * For texts in a language.
     *
     * @param language in English and in any case, such as {@code german}
     * @throws IllegalArgumentException naming those that there are, if it is none of them
     */
    public static Analysis of(String language) {
        Analysis analysis = Languages.ALL.get(language.toLowerCase(Locale.ROOT));
        if (analysis == null) {
            throw new IllegalArgumentException("'" + language + "' is none of the languages "
                    + String.join(", ", Languages.ALL.keySet()));
        }
        return analysis;
    }

    /** All that decides which terms a text has, as a text: an index holds the terms of just one such. */
    public String terms() {
        return characters + " " + tokenizer + " " + exact + " " + stem;
    }

    /** The filters of the stemmed twin. */
    public List<Component> stemmed() {
        return Stream.concat(exact.stream(), Stream.of(stem)).toList();
    }
}
