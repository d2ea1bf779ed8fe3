package org.broadsheet.source;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds names that are probably the same, written in different ways: {@code A.I.} and {@code AI}, {@code Robot} and
 * {@code robots}, {@code Cybersecurity} and {@code Cybersecurtiy}. Of each two, the rarer one is the suspect.
 */
final class Spellings {

    /** Shorter names differ by a letter and mean different things: {@code Bing}, {@code Ring}. */
    private static final int LEAST_LETTERS = 8;

    /** A misspelling is rare beside what it was meant to be; names that are not are both meant. */
    private static final int TIMES_AS_OFTEN = 5;

    private final String what;
    private final Map<String, Name> names = new TreeMap<>();

    /** One spelling. */
    private static final class Name {
        private final String text;
        private final String path; // where it occurred first
        private final Value at;
        private int count;

        Name(String text, String path, Value at) {
            this.text = text;
            this.path = path;
            this.at = at;
        }
    }

    /** @param what the names are of, for the message */
    Spellings(String what) {
        this.what = what;
    }

    void add(String path, Value.Text written) {
        String text = TextRepair.repair(written.text());
        if (!text.isEmpty()) {
            names.computeIfAbsent(text, _ -> new Name(text, path, written)).count++;
        }
    }

    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        Map<String, Name> usual = new HashMap<>(); // the most frequent spelling of what is written alike
        Comparator<Name> frequentFirst = Comparator.comparingInt((Name name) -> name.count).reversed();
        for (Name name : names.values().stream().sorted(frequentFirst).toList()) {
            String key = key(name.text);
            Name other = key.isEmpty() ? null : usual.putIfAbsent(key, name);
            if (other != null) {
                problems.add(problem(name, other));
            }
        }
        Map<String, Name> shortened = new HashMap<>();
        usual.entrySet().stream().sorted(Map.Entry.comparingByValue(frequentFirst)).forEach(entry -> {
            Name other = similar(entry.getKey(), entry.getValue(), shortened);
            if (other != null) {
                problems.add(problem(entry.getValue(), other));
            }
        });
        return problems;
    }

    private Problem problem(Name name, Name other) {
        return Problem.warning(name.path, name.at, what + " " + Quoted.of(name.text) + " is probably the same as "
                + Quoted.of(other.text) + ", which occurs " + (other.count == 1 ? "once" : other.count + " times"));
    }

    /** A name that is one letter away, with which this one shares a form from which a letter is left out. */
    private static Name similar(String key, Name name, Map<String, Name> shortened) {
        if (key.length() < LEAST_LETTERS || key.chars().anyMatch(Character::isDigit)) {
            return null; // numbers tell things apart: Windows 10, Windows 11
        }
        Name found = shortened.putIfAbsent(key, name);
        for (int i = 0; i < key.length(); i++) {
            Name other = shortened.putIfAbsent(key.substring(0, i) + key.substring(i + 1), name);
            found = found == null && other != name ? other : found;
        }
        return found != null && found != name && found.count >= TIMES_AS_OFTEN * name.count ? found : null;
    }

    /** Letters and digits alone, without case and accents, in the singular. */
    private static String key(String text) {
        String key = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
        return key.length() > 3 && key.endsWith("s") && !key.endsWith("ss") ? key.substring(0, key.length() - 1) : key;
    }
}
