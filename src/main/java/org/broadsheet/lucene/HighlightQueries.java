package org.broadsheet.lucene;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.broadsheet.analysis.Analyzers;
import org.broadsheet.analysis.PlacedTerm;
import org.broadsheet.field.ArticleField;
import org.broadsheet.query.ArticleQuery;

/** What of a query is to be marked within one field: every part that asks for words there. */
final class HighlightQueries {

    private final Analyzers analyzers;

    HighlightQueries(Analyzers analyzers) {
        this.analyzers = analyzers;
    }

    /** What is to be marked, part by part; empty if the query asks for no words in this field. */
    List<Query> within(ArticleField field, ArticleQuery query) {
        List<Query> parts = new ArrayList<>();
        collect(field, query, parts);
        return parts.stream().distinct().toList();
    }

    /** The same as one query. */
    Optional<Query> anyWithin(ArticleField field, ArticleQuery query) {
        List<Query> parts = within(field, query);
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        parts.forEach(part -> any.add(part, Occur.SHOULD));
        return parts.isEmpty() ? Optional.empty() : Optional.of(any.build());
    }

    private void collect(ArticleField field, ArticleQuery query, List<Query> parts) {
        String exact = IndexFields.exact(field);
        switch (query) {
            case ArticleQuery.Word(String text, _) -> addWord(field, text, parts);
            case ArticleQuery.Respelt(_, String text) -> addWord(field, text, parts);
            case ArticleQuery.WithSynonyms(ArticleQuery asked, List<ArticleQuery> others) -> {
                collect(field, asked, parts);
                others.forEach(part -> collect(field, part, parts));
            }
            case ArticleQuery.Phrase(String text, int slop) -> addPhrase(exact, text, slop, parts);
            case ArticleQuery.Prefix(String text) -> addPrefix(exact, text, parts);
            case ArticleQuery.Fuzzy(String text, int edits) ->
                parts.add(new FuzzyQuery(new Term(exact, analyzers.normalized(text)), edits));
            case ArticleQuery.InField(ArticleField named, ArticleQuery part) -> {
                if (named == field) {
                    collect(field, part, parts);
                }
            }
            case ArticleQuery.All(List<ArticleQuery> all) -> all.forEach(part -> collect(field, part, parts));
            case ArticleQuery.Any(List<ArticleQuery> any) -> any.forEach(part -> collect(field, part, parts));
            case ArticleQuery.AtLeast(_, List<ArticleQuery> some) -> some.forEach(part -> collect(field, part, parts));
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

    private void addWord(ArticleField field, String text, List<Query> parts) {
        List<PlacedTerm> stems = analyzers.stemmedTokens(text);
        if (stems.size() == 1) {
            parts.add(new TermQuery(new Term(IndexFields.stems(field), stems.getFirst().term())));
        } else if (!stems.isEmpty()) {
            parts.add(QueryTranslator.phrase(stems, IndexFields.stems(field), 0));
        }
    }

    /** The words that stand before the unfinished one are marked each for itself. */
    private void addPrefix(String field, String text, List<Query> parts) {
        List<PlacedTerm> tokens = analyzers.exactTokens(text);
        for (int i = 0; i < tokens.size(); i++) {
            Term term = new Term(field, tokens.get(i).term());
            parts.add(i < tokens.size() - 1 ? new TermQuery(term) : new PrefixQuery(term));
        }
    }

    /** Words that may stand apart are marked each for itself, not with all that lies between. */
    private void addPhrase(String field, String text, int slop, List<Query> parts) {
        List<PlacedTerm> tokens = analyzers.exactTokens(text);
        if (slop == 0 && tokens.size() > 1) {
            parts.add(QueryTranslator.phrase(tokens, field, 0));
        } else {
            tokens.forEach(token -> parts.add(new TermQuery(new Term(field, token.term()))));
        }
    }
}
