package org.broadsheet.search;

import java.util.List;

import static java.util.stream.Collectors.joining;

/**
 * A part of a text with what matched in it, as plain text: markup is a matter of whoever shows it.
 *
 * @param fragments in the order of the text; empty where nothing matched
 */
public record Snippet(List<Fragment> fragments) {

    /** Where nothing matched. */
    public static final Snippet EMPTY = new Snippet(List.of());

    /** A run of text, never empty, that matched or did not. */
    public record Fragment(String text, boolean match) {}

    public Snippet {
        fragments = List.copyOf(fragments);
    }

    public boolean isEmpty() {
        return fragments.isEmpty();
    }

    /** For logs and tests: {@code Ohio AG Resumes [Facial] [Recognition] Use}. */
    @Override
    public String toString() {
        return fragments.stream().map(part -> part.match() ? "[" + part.text() + "]" : part.text()).collect(joining());
    }
}
