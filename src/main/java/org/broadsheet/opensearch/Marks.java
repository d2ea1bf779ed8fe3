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
    private final ArticleQuery query;

    Marks(Analyzers analyzers, ArticleQuery query) {
        this.analyzers = analyzers;
        this.query = query;
    }

    /** A text that is looked through, by its words and by their stems; which stand at the same places. */
    private record Looked(ArticleField field, List<PlacedTerm> words, List<PlacedTerm> stems, List<TextRange> found) {

        /** Marks every run of terms that meets the conditions one by one. */
        void mark(List<PlacedTerm> terms, List<Predicate<String>> conditions) {
            for (int i = 0; i + conditions.size() <= terms.size(); i++) {
                if (matches(terms, i, conditions)) {
                    found.add(new TextRange(terms.get(i).start(), terms.get(i + conditions.size() - 1).end()));
                }
            }
        }

        private static boolean matches(List<PlacedTerm> terms, int at, List<Predicate<String>> conditions) {
            for (int i = 0; i < conditions.size(); i++) {
                if (!conditions.get(i).test(terms.get(at + i).term())
                        || i > 0 && terms.get(at + i).increment() != 1) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Where the query matches in a text of a field, in order, without overlaps. */
    List<TextRange> in(ArticleField field, String text) {
        List<PlacedTerm> words = analyzers.exactTokens(text);
        Looked looked = new Looked(field, words, analyzers.stemsOf(words), new ArrayList<>());
        mark(query, looked);
        return TextRange.merged(looked.found());
    }

    private void mark(ArticleQuery part, Looked looked) {
        switch (part) {
            case ArticleQuery.Word(String text, _) -> markWord(text, looked);
            case ArticleQuery.Respelt(_, String text) -> markWord(text, looked);
            case ArticleQuery.WithSynonyms(ArticleQuery asked, List<ArticleQuery> others) -> {
                mark(asked, looked);
                others.forEach(other -> mark(other, looked));
            }
            case ArticleQuery.Phrase(String text, int slop) -> markPhrase(text, slop, looked);
            case ArticleQuery.Prefix(String text) -> markPrefix(text, looked);
            case ArticleQuery.Fuzzy(String text, int edits) -> {
                String word = analyzers.normalized(text);
                looked.mark(looked.words(), List.of(other -> EditDistance.of(word, other) <= edits));
            }
            case ArticleQuery.InField(ArticleField named, ArticleQuery inner) -> {
                if (named == looked.field()) {
                    mark(inner, looked);
                }
            }
            case ArticleQuery.All(List<ArticleQuery> parts) -> parts.forEach(each -> mark(each, looked));
            case ArticleQuery.Any(List<ArticleQuery> parts) -> parts.forEach(each -> mark(each, looked));
            case ArticleQuery.AtLeast(_, List<ArticleQuery> parts) -> parts.forEach(each -> mark(each, looked));
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

    private void markWord(String text, Looked looked) {
        List<PlacedTerm> stems = analyzers.stemmedTokens(text);
        if (!stems.isEmpty()) {
            looked.mark(looked.stems(), stems.stream().map(Marks::same).toList());
        }
    }

    /** Words that may stand apart are marked each for itself, not with all that lies between. */
    private void markPhrase(String text, int slop, Looked looked) {
        List<Predicate<String>> words = analyzers.exactTokens(text).stream().map(Marks::same).toList();
        if (slop == 0 && !words.isEmpty()) {
            looked.mark(looked.words(), words);
        } else {
            words.forEach(word -> looked.mark(looked.words(), List.of(word)));
        }
    }

    /** The words that stand before the unfinished one are marked each for itself. */
    private void markPrefix(String text, Looked looked) {
        List<PlacedTerm> tokens = analyzers.exactTokens(text);
        for (int i = 0; i < tokens.size(); i++) {
            String term = tokens.get(i).term();
            looked.mark(looked.words(),
                    List.of(i < tokens.size() - 1 ? same(tokens.get(i)) : other -> other.startsWith(term)));
        }
    }

    private static Predicate<String> same(PlacedTerm term) {
        return other -> other.equals(term.term());
    }
}
