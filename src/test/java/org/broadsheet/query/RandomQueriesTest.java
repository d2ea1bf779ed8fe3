package org.broadsheet.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.broadsheet.field.ArticleField;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for every text and every tree, tried on many; the seed is fixed, so that a failure comes back. */
class RandomQueriesTest {

    private static final int TEXTS = 8_000;
    private static final int TREES = 2_000;
    private static final QuerySettings LIMITS = QuerySettings.DEFAULT;
    /** For what a tree prints as, which may be longer than what it was read from. */
    private static final ArticleQueryParser GENEROUS = new ArticleQueryParser(
            new QuerySettings(1_000_000, 10_000, 100, 10_000, 10_000, 100, 10_000, 10));
    private static final String[] PIECES = {"ohio", "police", "AND", "OR", "NOT", "(", ")", "\"",
            "\"facial recognition\"",
            "-", "~", "~1", "~99", "*", "^2", ":", "title:", "TITLE:", "quality:", "date:", "before:", "published:true",
            "50..100", "2021-04", "..", ">=5", "foo:bar", "[", "]", "{", "}", "[1 TO 5]", " TO ", "/", "\\", "&&", "||",
            "!", "?", ",", ".", "…", "–", "“", "”", "é", "\u0301", "🙂", "\uD83D", "\uDE42", "\u0000", "\u200B",
            "\u202E",
            "https://x.com/", "C#", "A.I.", "(s)", "#", "1,000", "'", "=", "<", "+", "%", "@", "_", "$", "x", "7", "：",
            " "};
    private static final String[] WORDS = {"ohio", "Police", "C#", ".NET", "A.I.", "AT&T", "GPT-4", "12:30", "1,000",
            "https://x.com/y?z=1", "person(s)", "o'brien", "東京", "🙂", "and", "10^6", "AC/DC", "a", "50%", "std::x"};

    private final Random random = new Random(20_261_120);

    @Test
    void parse_anyText() {
        ArticleQueryParser parser = new ArticleQueryParser();
        for (int i = 0; i < TEXTS; i++) {
            String text = text();
            ParsedQuery parsed = parser.parse(text);
            String shown = shown(text);
            assertThat(leaves(parsed.query())).as(shown).hasSizeBetween(1, 2 * LIMITS.clauses());
            assertThat(parsed.notices()).as(shown)
                    .hasSizeLessThanOrEqualTo(LIMITS.notices())
                    .allMatch(notice -> 0 <= notice.from() && notice.from() < notice.to()
                            && notice.to() <= text.length());
            assertNegationsHaveCompany(parsed.query(), shown);
            String printed = parsed.query().toString();
            ParsedQuery again = GENEROUS.parse(printed);
            assertThat(strict(again.query())).as("%s%nprinted as %s", shown, printed).isEqualTo(strict(parsed.query()));
            assertThat(again.notices()).as("%s%nprinted as %s", shown, printed).isEmpty();
        }
    }

    @Test
    void parse_anyPrintedTree() {
        for (int i = 0; i < TREES; i++) {
            ArticleQuery tree = tree(3);
            ParsedQuery parsed = GENEROUS.parse(tree.toString());
            assertThat(strict(parsed.query())).as(tree.toString()).isEqualTo(tree);
            assertThat(parsed.notices()).as(tree.toString()).isEmpty();
        }
    }

    /** Reports cannot hold control characters and halves of characters. */
    private static String shown(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cs}]", "¤");
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        int pieces = random.nextInt(100) == 0 ? 600 : random.nextInt(12);
        for (int i = 0; i < pieces; i++) {
            text.append(one(PIECES)).append(random.nextInt(3) == 0 ? " " : "");
        }
        // Some are well-formed queries with one character gone, doubled or replaced.
        if (random.nextInt(4) == 0) {
            text = new StringBuilder(tree(3).toString());
            int at = random.nextInt(text.length());
            switch (random.nextInt(3)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, one(PIECES));
                default -> text.setCharAt(at, (char) random.nextInt(0x3000));
            }
        }
        return text.toString();
    }

    /** A tree in the form that the parser gives: see {@link SyntaxTree}. */
    private ArticleQuery tree(int depth) {
        return switch (random.nextInt(depth == 0 ? 1 : 4)) {
            case 0 -> random.nextInt(50) == 0 ? new ArticleQuery.Everything() : leaf();
            case 1 -> any(depth);
            default -> all(depth);
        };
    }

    private ArticleQuery any(int depth) {
        return new ArticleQuery.Any(several(() -> {
            ArticleQuery part = tree(depth - 1);
            return part instanceof ArticleQuery.Any ? leaf() : part;
        }));
    }

    private ArticleQuery all(int depth) {
        List<ArticleQuery> parts = new ArrayList<>(several(() -> {
            ArticleQuery part = tree(depth - 1);
            part = part instanceof ArticleQuery.Everything ? leaf() : part;
            boolean pureNegation = part instanceof ArticleQuery.All all
                    && all.parts().getFirst() instanceof ArticleQuery.Everything;
            if (random.nextInt(4) == 0) {
                return new ArticleQuery.Not(pureNegation ? leaf() : part);
            }
            return part instanceof ArticleQuery.All ? leaf() : part;
        }));
        if (parts.stream().allMatch(ArticleQuery.Not.class::isInstance)) {
            parts.addFirst(new ArticleQuery.Everything());
        }
        return new ArticleQuery.All(parts);
    }

    private List<ArticleQuery> several(java.util.function.Supplier<ArticleQuery> part) {
        return IntStream.range(0, 2 + random.nextInt(3)).mapToObj(i -> part.get()).toList();
    }

    private ArticleQuery leaf() {
        return switch (random.nextInt(6)) {
            case 0 -> new ArticleQuery.InField(random.nextBoolean() ? ArticleField.TITLE : ArticleField.TOPIC, words());
            case 1 -> new ArticleQuery.NumberIn(random.nextBoolean() ? ArticleField.QUALITY : ArticleField.HEAT,
                    one(new String[]{"50..80", "-1..", "..7", "0..0"}, NumberRange::parse));
            case 2 -> new ArticleQuery.DateIn(one(
                    new String[]{"2021", "2021-04..", "..2020-02-29", "2021-04-07T10:00:00Z.."}, DateRange::parse));
            case 3 -> new ArticleQuery.Published(random.nextBoolean());
            default -> words();
        };
    }

    private ArticleQuery words() {
        return switch (random.nextInt(6)) {
            case 0 -> new ArticleQuery.Phrase(one(WORDS) + " & " + one(WORDS), random.nextInt(4));
            case 1 -> new ArticleQuery.Prefix(one(new String[]{"oh", "o'br", "東京", "govtech.c"}));
            // Two edits are for long words only.
            case 2 -> random.nextBoolean()
                    ? new ArticleQuery.Fuzzy(one(new String[]{"ohio", "govtech.com", "Über"}), 1)
                    : new ArticleQuery.Fuzzy(one(new String[]{"edmonton", "govtech.com", "Überraschung"}), 2);
            default -> new ArticleQuery.Word(one(WORDS), false);
        };
    }

    private String one(String[] of) {
        return of[random.nextInt(of.length)];
    }

    private <T> T one(String[] of, java.util.function.Function<String, java.util.Optional<T>> parse) {
        return parse.apply(one(of)).orElseThrow();
    }

    private static Stream<ArticleQuery> leaves(ArticleQuery query) {
        return switch (query) {
            case ArticleQuery.All all -> all.parts().stream().flatMap(RandomQueriesTest::leaves);
            case ArticleQuery.Any any -> any.parts().stream().flatMap(RandomQueriesTest::leaves);
            case ArticleQuery.Not not -> leaves(not.part());
            default -> Stream.of(query);
        };
    }

    /** Engines rely on it: what is excluded is always excluded from something. */
    private static void assertNegationsHaveCompany(ArticleQuery query, String text) {
        switch (query) {
            case ArticleQuery.All all -> {
                assertThat(all.parts()).as(text)
                        .hasSizeGreaterThan(1)
                        .anyMatch(part -> !(part instanceof ArticleQuery.Not))
                        .noneMatch(ArticleQuery.All.class::isInstance);
                all.parts()
                        .forEach(part -> assertNegationsHaveCompany(
                                part instanceof ArticleQuery.Not not ? not.part() : part, text));
            }
            case ArticleQuery.Any any -> {
                assertThat(any.parts()).as(text)
                        .hasSizeGreaterThan(1)
                        .noneMatch(ArticleQuery.Any.class::isInstance);
                any.parts().forEach(part -> assertNegationsHaveCompany(part, text));
            }
            case ArticleQuery.Not not -> assertThat(not).as(text).isNull();
            default -> {
            }
        }
    }

    /** The same tree with no word loose: that is not printed. */
    private static ArticleQuery strict(ArticleQuery query) {
        return switch (query) {
            case ArticleQuery.Word word -> new ArticleQuery.Word(word.text(), false);
            case ArticleQuery.All all ->
                new ArticleQuery.All(all.parts().stream().map(RandomQueriesTest::strict).toList());
            case ArticleQuery.Any any ->
                new ArticleQuery.Any(any.parts().stream().map(RandomQueriesTest::strict).toList());
            case ArticleQuery.Not not -> new ArticleQuery.Not(strict(not.part()));
            default -> query;
        };
    }
}
