package org.broadsheet.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a browser sends for the form, as a URL worth keeping. A browser sends every field, also those that were left
 * empty or at their default, and a range as two numbers; without a script only the server can tidy that.
 */
final class SubmittedForm {

    /** The two ends of the range of quality, which the parameter {@code quality} holds together. */
    static final String QUALITY_MIN = "quality-min";
    static final String QUALITY_MAX = "quality-max";

    private static final Set<String> DEFAULTS = Set.of("sort=relevance", "page=1");

    private SubmittedForm() {}

    /**
     * The same search without what says nothing.
     *
     * @param raw the query part of the URL as it came, or null
     * @return relative to the server; empty if there was nothing to tidy
     */
    static Optional<String> tidied(String raw) {
        List<String> pairs = QueryString.pairs(raw);
        List<String> kept = new ArrayList<>();
        for (String pair : pairs) {
            String name = QueryString.name(pair);
            boolean says = !QueryString.value(pair).isBlank() || name.equals("facets");
            if (says && !name.equals(QUALITY_MIN) && !name.equals(QUALITY_MAX) && !DEFAULTS.contains(pair)) {
                kept.add(QueryString.encode(name) + "=" + QueryString.encode(QueryString.value(pair)));
            }
        }
        if (kept.size() == pairs.size()) {
            return Optional.empty();
        }
        String quality = first(pairs, QUALITY_MIN) + ".." + first(pairs, QUALITY_MAX);
        if (!quality.equals("..")) {
            kept.add("quality=" + QueryString.encode(quality));
        }
        return Optional.of(kept.isEmpty() ? "/" : "/?" + String.join("&", kept));
    }

    private static String first(List<String> pairs, String name) {
        return pairs.stream()
                .filter(pair -> QueryString.name(pair).equals(name))
                .flatMap(pair -> Stream.of(QueryString.value(pair).strip()))
                .findFirst()
                .orElse("");
    }
}
