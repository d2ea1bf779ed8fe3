package org.broadsheet.lucene;

import java.util.List;
import java.util.regex.Pattern;

import org.broadsheet.field.Analysis.Component;

/**
 * The signs that an analysis replaces before it cuts a text into words ({@code C#}, {@code AT&T}). Hardly any text has
 * one, and to look for them is much cheaper than Lucene's filters, which copy every text once for each pattern.
 */
final class Signs {

    private final List<Pattern> patterns;
    private final boolean known;

    /** @param characters what is done to a text before it is cut */
    Signs(List<Component> characters) {
        known = characters.stream().allMatch(component -> component.name().equals("patternReplace"));
        patterns = known
                ? characters.stream().map(component -> Pattern.compile(component.settings().get("pattern"))).toList()
                : List.of();
    }

    /** False only if nothing in the text would be replaced. */
    boolean mayBeIn(String text) {
        if (!known) {
            return true;
        }
        for (Pattern pattern : patterns) {
            if (pattern.matcher(text).find()) {
                return true;
            }
        }
        return false;
    }
}
