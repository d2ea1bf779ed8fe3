package org.broadsheet.analysis;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.broadsheet.field.Analysis;

/**
 * The signs that an analysis replaces before it cuts a text into words ({@code C#}, {@code AT&T}). Hardly any text has
 * one, and to look for them is much cheaper than Lucene's filters, which copy every text once for each pattern.
 */
final class Signs {

    private final String first;
    private final Pattern any;

    Signs(Analysis analysis) {
        first = analysis.signs();
        any = Pattern.compile(analysis.characters()
                .stream()
                .map(component -> "(?:" + component.settings().get("pattern") + ")")
                .collect(Collectors.joining("|", "(?=[" + Pattern.quote(first) + "])(?:", ")")));
    }

    /** False if nothing in the text would be replaced. */
    boolean areIn(String text) {
        int from = text.length();
        for (int i = 0; i < first.length(); i++) {
            int at = text.indexOf(first.charAt(i));
            from = at < 0 ? from : Math.min(from, at);
        }
        return from < text.length() && any.matcher(text).find(from);
    }
}
