package org.broadsheet.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

import org.broadsheet.field.ArticleField;
import org.broadsheet.query.ArticleQuery;

/** Marks the words that matched; texts are shown whole, however long they are. */
final class NaiveSnippets {

    private final NaiveMatcher matcher;

    NaiveSnippets(NaiveMatcher matcher) {
        this.matcher = matcher;
    }

    Snippet mark(ArticleQuery query, ArticleField field, String value) {
        if (value == null) {
            return Snippet.EMPTY;
        }
        BitSet marked = new BitSet();
        asked(query, field).flatMap(words -> matcher.occurrences(words, field, value).stream())
                .flatMap(List::stream)
                .forEach(token -> marked.set(token.start(), token.end()));
        return marked.isEmpty() ? Snippet.EMPTY : new Snippet(cut(value, marked));
    }

    /** What is asked of this field; what is excluded cannot have matched. */
    private static Stream<ArticleQuery> asked(ArticleQuery query, ArticleField field) {
        return switch (query) {
            case ArticleQuery.All all -> all.parts().stream().flatMap(part -> asked(part, field));
            case ArticleQuery.Any any -> any.parts().stream().flatMap(part -> asked(part, field));
            case ArticleQuery.AtLeast some -> some.parts().stream().flatMap(part -> asked(part, field));
            case ArticleQuery.WithSynonyms either ->
                Stream.concat(Stream.of(either.asked()), either.others().stream()).flatMap(part -> asked(part, field));
            case ArticleQuery.Respelt respelt -> Stream.of(new ArticleQuery.Word(respelt.text(), true));
            case ArticleQuery.InField in -> in.field() == field ? Stream.of(in.part()) : Stream.empty();
            case ArticleQuery.Word word -> Stream.of(word);
            case ArticleQuery.Phrase phrase -> Stream.of(phrase);
            case ArticleQuery.Prefix prefix -> Stream.of(prefix);
            case ArticleQuery.Fuzzy fuzzy -> Stream.of(fuzzy);
            default -> Stream.empty();
        };
    }

    private static List<Snippet.Fragment> cut(String value, BitSet marked) {
        List<Snippet.Fragment> fragments = new ArrayList<>();
        for (int at = 0; at < value.length();) {
            boolean match = marked.get(at);
            int next = match ? marked.nextClearBit(at) : marked.nextSetBit(at);
            int end = next < 0 ? value.length() : next;
            fragments.add(new Snippet.Fragment(value.substring(at, end), match));
            at = end;
        }
        return fragments;
    }
}
