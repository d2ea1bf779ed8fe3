package org.broadsheet.opensearch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.broadsheet.analysis.Analyzers;
import org.broadsheet.analysis.EditDistance;
import org.broadsheet.analysis.PlacedTerm;
import org.broadsheet.field.ArticleField;
import org.broadsheet.query.ArticleQuery;
import org.broadsheet.search.TextRange;

/** What of a query is to be marked in a text: every part that asks for words there. */
final class Marks {

    private final Analyzers analyzers;
    private final List<Mark> marks = new ArrayList<>();

    Marks(Analyzers analyzers, ArticleQuery query) {
        this.analyzers = analyzers;
        collect(query, null);
    }

    /**
     * Terms next to each other.
     *
     * @param field that they are looked for in, or null for any
     * @param byStem whether the conditions are about stems, not about words as they stand
     * @param conditions one for each term
     */
    private record Mark(ArticleField field, boolean byStem, List<Predicate<String>> conditions) {

        void find(List<PlacedTerm> terms, List<TextRange> found) {
            for (int i = 0; i + conditions.size() <= terms.size(); i++) {
                if (matches(terms, i)) {
                    found.add(new TextRange(terms.get(i).start(), terms.get(i + conditions.size() - 1).end()));
                }
            }
        }

        private boolean matches(List<PlacedTerm> terms, int at) {
            for (int i = 0; i < conditions.size(); i++) {
                PlacedTerm term = terms.get(at + i);
                if (!conditions.get(i).test(term.term()) || i > 0 && term.increment() != 1) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Where the query matches in a text of a field, in order, without overlaps. */
    List<TextRange> in(ArticleField field, String text) {
        if (marks.isEmpty()) {
            return List.of();
        }
        List<PlacedTerm> words = analyzers.exactTokens(text);
        List<PlacedTerm> stems = analyzers.stemsOf(words);
        List<TextRange> found = new ArrayList<>();
        for (Mark mark : marks) {
            if (mark.field() == null || mark.field() == field) {
                mark.find(mark.byStem() ? stems : words, found);
            }
        }
        return TextRange.merged(found);
    }

    private void collect(ArticleQuery part, ArticleField field) {
        switch (part) {
            case ArticleQuery.Word(String text, _) -> addWord(text, field);
            case ArticleQuery.Respelt(_, String text) -> addWord(text, field);
            case ArticleQuery.WithSynonyms(ArticleQuery asked, List<ArticleQuery> others) -> {
                collect(asked, field);
                others.forEach(other -> collect(other, field));
            }
            case ArticleQuery.Phrase(String text, int slop) -> addPhrase(text, slop, field);
            case ArticleQuery.Prefix(String text) -> addPrefix(text, field);
            case ArticleQuery.Fuzzy(String text, int edits) -> {
                String word = analyzers.normalized(text);
                marks.add(new Mark(field, false, List.of(other -> EditDistance.of(word, other) <= edits)));
            }
            case ArticleQuery.InField(ArticleField named, ArticleQuery inner) -> collect(inner, named);
            case ArticleQuery.All(List<ArticleQuery> parts) -> parts.forEach(each -> collect(each, field));
            case ArticleQuery.Any(List<ArticleQuery> parts) -> parts.forEach(each -> collect(each, field));
            case ArticleQuery.AtLeast(_, List<ArticleQuery> parts) -> parts.forEach(each -> collect(each, field));
            // What follows is not about words, or about words that are not there.
            case ArticleQuery.Everything _ -> {
            }
            case ArticleQuery.Not _ -> {
            }
            case ArticleQuery.NumberIn _ -> {
            }
            case ArticleQuery.DateIn _ -> {
            }
            case ArticleQuery.Published _ -> {
            }
        }
    }

    private void addWord(String text, ArticleField field) {
        List<PlacedTerm> stems = analyzers.stemmedTokens(text);
        if (!stems.isEmpty()) {
            marks.add(new Mark(field, true, stems.stream().map(Marks::same).toList()));
        }
    }

    /** Words that may stand apart are marked each for itself, not with all that lies between. */
    private void addPhrase(String text, int slop, ArticleField field) {
        List<Predicate<String>> words = analyzers.exactTokens(text).stream().map(Marks::same).toList();
        if (slop == 0 && !words.isEmpty()) {
            marks.add(new Mark(field, false, words));
        } else {
            words.forEach(word -> marks.add(new Mark(field, false, List.of(word))));
        }
    }

    /** The words that stand before the unfinished one are marked each for itself. */
    private void addPrefix(String text, ArticleField field) {
        List<PlacedTerm> tokens = analyzers.exactTokens(text);
        for (int i = 0; i < tokens.size(); i++) {
            String term = tokens.get(i).term();
            marks.add(new Mark(field, false,
                    List.of(i < tokens.size() - 1 ? same(tokens.get(i)) : other -> other.startsWith(term))));
        }
    }

    private static Predicate<String> same(PlacedTerm term) {
        return other -> other.equals(term.term());
    }
}
