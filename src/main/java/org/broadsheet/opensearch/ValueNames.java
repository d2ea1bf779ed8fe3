package org.broadsheet.opensearch;

import java.util.ArrayList;
import java.util.List;

import org.broadsheet.analysis.Analyzers;

/**
 * The values of a facet by the beginnings of their words: {@code tech} finds Government Technology. For each word a
 * value has one term, its text from that word on without case and accents, and behind a sign the value itself:
 *
 * <pre>
 * government technology␞Government Technology
 * technology␟Government Technology
 * </pre>
 */
final class ValueNames {

    /** Behind the text of a whole value: a control character that {@code source} leaves in no text. */
    private static final char WHOLE = '\u001e';
    /** Behind a part of it. */
    private static final char PART = '\u001f';

    /** A term, taken apart. */
    record Name(String text, String value, boolean whole) {

        static Name read(String term) {
            int whole = term.indexOf(WHOLE);
            int end = whole >= 0 ? whole : term.indexOf(PART);
            return new Name(term.substring(0, end), term.substring(end + 1), whole >= 0);
        }
    }

    private ValueNames() {}

    static List<String> of(String value, Analyzers analyzers) {
        String text = analyzers.normalized(value);
        List<String> names = new ArrayList<>();
        names.add(text + WHOLE + value);
        for (int at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) {
            names.add(text.substring(at + 1) + PART + value);
        }
        return names;
    }

    /** All terms of values that begin so, or of which a word does. */
    static String beginningWith(String normalized) {
        return Patterns.quoted(normalized) + ".*";
    }

    /** All terms of values that begin so themselves. */
    static String wholeBeginningWith(String normalized) {
        return Patterns.quoted(normalized) + "[^" + WHOLE + PART + "]*" + WHOLE + ".*";
    }

    /** All terms of values that would begin so but for one typo. */
    static String wholeBeginningWithTypo(String normalized) {
        return Patterns.oneTypo(normalized) + "[^" + WHOLE + PART + "]*" + WHOLE + ".*";
    }
}
