package org.broadsheet;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Queries that nobody would think of: pieces of the language in any order, well-formed queries with something broken,
 * and what costs an engine most, such as prefixes of two letters and misspellings of long words. A seed gives the same
 * ones again.
 */
public final class HostileQueries {

    private static final List<String> PIECES = List.of("AND", "OR", "NOT", "(", ")", "((", "\"", "-", "~", "~1", "~2",
            "~99", "*", "^2", ":", "title:", "TITLE:", "body:", "topic:", "quality:", "heat:>", "date:", "before:",
            "published:true", "50..100", "2021-04", "..", ">=5", "foo:bar", "[", "]", "{", "}", "[1 TO 5]", " TO ", "/",
            "\\", "&&", "||", "!", "?", ",", "…", "–", "“", "”", "é", "\u0301", "🙂", "\uD83D", "\uDE42", "\u0000",
            "\u200B", "\u202E", "https://x.com/", "C#", "A.I.", "GPT-4", "AT&T", "1,000", "'", "=", "<", "+", "%", "@",
            "_", "$", "：", "a*", "th*", "re*", "GPT-4*", "\"a b\"~100", "*a*b*c*", "/.*.*.*/", "date:2021..",
            "quality:0..", "artificial intelligence", "US", "東京", "полиция");

    private final Random random;
    private final List<String> words;

    /** @param words of the index, in any order */
    public HostileQueries(long seed, List<String> words) {
        this.random = new Random(seed);
        this.words = List.copyOf(words);
    }

    /** The next one, not blank. */
    public String next() {
        String text = switch (random.nextInt(10)) {
            case 0 -> pieces(1 + random.nextInt(12), "");
            case 1 -> pieces(1 + random.nextInt(30), " ");
            case 2 -> words(1 + random.nextInt(25));
            case 3 -> expansions();
            case 4 -> random.nextInt(20) == 0 ? words(600) : phrase() + "~" + random.nextInt(120);
            case 5 -> field();
            case 6 -> brackets(1 + random.nextInt(30));
            default -> mutated(random.nextBoolean() ? words(1 + random.nextInt(6)) : field() + " " + expansions());
        };
        return text.isBlank() ? "x" : text;
    }

    private String pieces(int number, String between) {
        return IntStream.range(0, number)
                .mapToObj(i -> random.nextInt(3) == 0 ? word() : one(PIECES))
                .collect(Collectors.joining(between));
    }

    private String words(int number) {
        return IntStream.range(0, number).mapToObj(i -> word()).collect(Collectors.joining(" "));
    }

    private String expansions() {
        return IntStream.range(0, 1 + random.nextInt(9)).mapToObj(i -> {
            String word = word();
            return switch (random.nextInt(3)) {
                case 0 -> word.substring(0, Math.min(word.length(), 2)) + "*";
                case 1 -> word + "~2";
                default -> word.substring(0, (word.length() + 1) / 2) + "*";
            };
        }).collect(Collectors.joining(random.nextBoolean() ? " " : " OR "));
    }

    private String phrase() {
        return "\"" + words(2 + random.nextInt(random.nextInt(10) == 0 ? 60 : 4)) + "\"";
    }

    private String field() {
        return one(List.of("title", "excerpt", "body", "topic", "provider", "domain", "path", "type", "published"))
                + ":" + (random.nextBoolean() ? word() : phrase()) + one(List.of("", "*", "~", " -" + word()));
    }

    private String brackets(int depth) {
        StringBuilder text = new StringBuilder(word());
        for (int i = 0; i < depth; i++) {
            text.insert(0, one(List.of("(", "NOT (", "-(")))
                    .append(one(List.of(" OR ", " AND ", " ")))
                    .append(word())
                    .append(')');
        }
        return text.toString();
    }

    /** A few characters gone, doubled, swapped for others, or something put between. */
    private String mutated(String text) {
        StringBuilder mutated = new StringBuilder(text);
        for (int i = 1 + random.nextInt(4); i > 0 && !mutated.isEmpty(); i--) {
            int at = random.nextInt(mutated.length());
            switch (random.nextInt(4)) {
                case 0 -> mutated.deleteCharAt(at);
                case 1 -> mutated.insert(at, one(PIECES));
                case 2 -> mutated.insert(at, mutated.charAt(at));
                default -> mutated.setCharAt(at, (char) random.nextInt(random.nextBoolean() ? 0x80 : 0x10000));
            }
        }
        return mutated.toString();
    }

    private String word() {
        return one(words);
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
