package org.broadsheet.query;

import java.util.List;

import org.broadsheet.field.ArticleField;

import static java.util.stream.Collectors.joining;

/**
 * What is asked for, as a tree. {@link #toString} prints it in the query language, for logs, tests and readers.
 *
 * <p>Texts in the tree are as they were typed: analysis (case, accents, stems) belongs to the engines. A text in which
 * that finds no word, such as {@code --}, is no condition: it is left out of what it is part of, and a query of which
 * nothing is left matches every article.
 */
public sealed interface ArticleQuery {

    /** Matches every article. */
    record Everything() implements ArticleQuery {
        @Override
        public String toString() {
            return "*";
        }
    }

    /**
     * A word in any of the searched text fields. A word that the analysis splits ({@code GPT-4}) matches its parts next
     * to each other, within one value of one field.
     *
     * @param text never blank; without the punctuation around it, but not that of a name ({@code C#}, {@code .NET})
     * @param loose whether it may be relaxed: neither excluded, nor in a field, nor beside an operator, nor in
     *        parentheses that group (those of a sentence do not)
     */
    record Word(String text, boolean loose) implements ArticleQuery {
        @Override
        public String toString() {
            return text;
        }
    }

    /**
     * Words in their exact form, within one value of one field.
     *
     * @param text the words, separated by spaces
     * @param slop how many positions they may be moved apart in all; 0 means next to each other and in order
     */
    record Phrase(String text, int slop) implements ArticleQuery {
        @Override
        public String toString() {
            return '"' + text + '"' + (slop == 0 ? "" : "~" + slop);
        }
    }

    /** Words that begin with the text; where the analysis splits that ({@code GPT-4}), its last part is unfinished. */
    record Prefix(String text) implements ArticleQuery {
        @Override
        public String toString() {
            return text + "*";
        }
    }

    /**
     * Words that differ from the text by a few edits (a letter added, left out, replaced, or two neighbours swapped).
     *
     * @param text one word for the analysis
     * @param edits at most so many, 1 or 2
     */
    record Fuzzy(String text, int edits) implements ArticleQuery {
        @Override
        public String toString() {
            return text + "~" + edits;
        }
    }

    /**
     * All parts must match; those that are {@link Not} must not. At least one part; the parser makes at least two, none
     * of them an {@code All}, and at least one that is no {@code Not}, if need be {@link Everything}.
     */
    record All(List<ArticleQuery> parts) implements ArticleQuery {
        public All {
            parts = List.copyOf(parts);
        }

        @Override
        public String toString() {
            return parts.stream()
                    .map(part -> part instanceof Any ? "(" + part + ")" : part.toString())
                    .collect(joining(" AND "));
        }
    }

    /**
     * One of the parts must match; more is better. At least one part; the parser makes at least two, none of them an
     * {@code Any} or a {@code Not}.
     */
    record Any(List<ArticleQuery> parts) implements ArticleQuery {
        public Any {
            parts = List.copyOf(parts);
        }

        @Override
        public String toString() {
            return parts.stream()
                    .map(part -> part instanceof All ? "(" + part + ")" : part.toString())
                    .collect(joining(" OR "));
        }
    }

    /** Some of the parts must match; more is better. */
    record AtLeast(int minimum, List<ArticleQuery> parts) implements ArticleQuery {
        public AtLeast {
            parts = List.copyOf(parts);
            if (minimum < 1 || minimum > parts.size()) {
                throw new IllegalArgumentException(minimum + " of " + parts.size() + " parts cannot match");
            }
        }

        @Override
        public String toString() {
            return parts.stream().map(ArticleQuery::toString).collect(joining(" ")) + " [at least " + minimum + "]";
        }
    }

    /** A word that was typed in another spelling; it matches as a {@link Word} does. */
    record Respelt(String typed, String text) implements ArticleQuery {
        @Override
        public String toString() {
            return text + "~";
        }
    }

    /**
     * Something asked for and what means the same; one of them must match, and what was asked for counts most.
     *
     * @param asked a {@link Word}, {@link Phrase}, or the {@link All} of loose words
     * @param others at least one
     */
    record WithSynonyms(ArticleQuery asked, List<ArticleQuery> others) implements ArticleQuery {
        public WithSynonyms {
            others = List.copyOf(others);
        }

        @Override
        public String toString() {
            return asked.toString();
        }
    }

    /** What the part does not match. The parser has it only within an {@link All}, and not within another. */
    record Not(ArticleQuery part) implements ArticleQuery {
        @Override
        public String toString() {
            return "NOT " + (part instanceof All || part instanceof Any ? "(" + part + ")" : part);
        }
    }

    /** The part, a {@link Word}, {@link Phrase}, {@link Prefix} or {@link Fuzzy}, within one text field. */
    record InField(ArticleField field, ArticleQuery part) implements ArticleQuery {
        @Override
        public String toString() {
            return field.queryName() + ":" + part;
        }
    }

    /** Articles whose quality or heat lies in the range; those without the value do not match. */
    record NumberIn(ArticleField field, NumberRange range) implements ArticleQuery {
        @Override
        public String toString() {
            return field.queryName() + ":" + range;
        }
    }

    /** Articles published in the range; those without a date do not match. */
    record DateIn(DateRange range) implements ArticleQuery {
        @Override
        public String toString() {
            return "date:" + range;
        }
    }

    /** Articles whose file says that they are published, or that they are not. */
    record Published(boolean value) implements ArticleQuery {
        @Override
        public String toString() {
            return "published:" + value;
        }
    }
}
