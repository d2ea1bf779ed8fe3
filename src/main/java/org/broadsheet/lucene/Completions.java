package org.broadsheet.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.broadsheet.field.ArticleField;
import org.broadsheet.query.ArticleQuery;
import org.broadsheet.search.Completion;
import org.broadsheet.search.Completion.Kind;
import org.broadsheet.search.Deadline;
import org.broadsheet.search.FacetName;
import org.broadsheet.search.Filters;
import org.broadsheet.search.SortOrder;

/** What a reader may be about to type: providers and topics first, since there are few, then words, then titles. */
final class Completions {

    /** Words of the index looked at for one prefix: those of two letters have so many at most. */
    private static final int SCANNED = 20_000;
    /** Values of each facet that are offered. */
    private static final int VALUES = 3;
    /** Titles that are offered. */
    private static final int TITLES = 5;

    private final Snapshot snapshot;
    private final Analyzers analyzers;

    Completions(Snapshot snapshot, Analyzers analyzers) {
        this.snapshot = snapshot;
        this.analyzers = analyzers;
    }

    List<Completion> of(String text, int size) throws IOException {
        String typed = text.stripLeading();
        int space = typed.lastIndexOf(' ') + 1;
        String before = typed.substring(0, space);
        String prefix = analyzers.normalized(typed.substring(space));
        if (analyzers.exactTokens(prefix).isEmpty()) {
            return List.of();
        }
        Set<Completion> completions = new LinkedHashSet<>();
        addValues(FacetName.PROVIDER, Kind.PROVIDER, analyzers.normalized(typed), completions);
        addValues(FacetName.TOPIC, Kind.TOPIC, analyzers.normalized(typed), completions);
        addTitles(before, typed.substring(space), completions);
        int words = Math.max(0, size - completions.size());
        mostFrequentWords(prefix, words).forEach(word -> completions.add(new Completion(before + word, Kind.WORD)));
        return completions.stream().limit(size).toList();
    }

    private record Candidate(String text, int articles) {
        static final Comparator<Candidate> MOST_FREQUENT = Comparator.comparingInt(Candidate::articles)
                .reversed()
                .thenComparing(Candidate::text);
    }

    private void addValues(FacetName facet, Kind kind, String prefix, Set<Completion> completions) throws IOException {
        SortedSetDocValues values = snapshot.values(facet);
        List<Candidate> found = new ArrayList<>();
        for (long ordinal = 0; values != null && ordinal < values.getValueCount(); ordinal++) {
            String value = values.lookupOrd(ordinal).utf8ToString();
            if (analyzers.normalized(value).startsWith(prefix)) {
                found.add(new Candidate(value,
                        snapshot.reader().docFreq(new Term(IndexFields.values(facet.field()), value))));
            }
        }
        found.stream()
                .sorted(Candidate.MOST_FREQUENT)
                .limit(VALUES)
                .forEach(value -> completions.add(new Completion(value.text(), kind)));
    }

    private List<String> mostFrequentWords(String prefix, int size) throws IOException {
        Terms terms = MultiTerms.getTerms(snapshot.reader(), IndexFields.WORDS);
        List<Candidate> found = new ArrayList<>();
        if (terms != null) {
            TermsEnum words = terms.iterator();
            BytesRef start = new BytesRef(prefix);
            BytesRef word = words.seekCeil(start) == TermsEnum.SeekStatus.END ? null : words.term();
            while (word != null && found.size() < SCANNED
                    && org.apache.lucene.util.StringHelper.startsWith(word, start)) {
                found.add(new Candidate(word.utf8ToString(), words.docFreq()));
                word = words.next();
            }
        }
        return found.stream().sorted(Candidate.MOST_FREQUENT).limit(size).map(Candidate::text).toList();
    }

    private void addTitles(String before, String last, Set<Completion> completions) throws IOException {
        List<ArticleQuery> words = new ArrayList<>();
        for (PlacedTerm word : analyzers.exactTokens(before)) {
            words.add(new ArticleQuery.InField(ArticleField.TITLE, new ArticleQuery.Word(word.term(), false)));
        }
        words.add(new ArticleQuery.InField(ArticleField.TITLE, new ArticleQuery.Prefix(last)));
        var searcher = snapshot.searcher(Deadline.none());
        for (TopHits.Top top : new TopHits(searcher, snapshot, analyzers).find(
                new ArticleQuery.All(words), Filters.NONE, SortOrder.RELEVANCE, null, 0, TITLES)) {
            completions.add(new Completion(ArticleLookup.summary(searcher.storedFields(), top.doc()).title(),
                    Kind.TITLE));
        }
    }
}
