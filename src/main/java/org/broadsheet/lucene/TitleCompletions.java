package org.broadsheet.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.lucene.document.FeatureField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.broadsheet.analysis.Analyzers;
import org.broadsheet.analysis.PlacedTerm;
import org.broadsheet.field.ArticleField;
import org.broadsheet.field.Ranking;
import org.broadsheet.search.Deadline;

/** Titles that have the typed words, the last of them only begun; first those that begin with what was typed. */
final class TitleCompletions {

    /** Titles that begin alike; where there are more, that they do says nothing yet. */
    private static final int SCANNED = 200;
    /** Words that the last one may become: more would hardly be among the first titles. */
    private static final int ENDINGS = 12;

    private final IndexReader reader;
    private final Analyzers analyzers;
    private final IndexSearcher searcher;
    private final StoredFields stored;

    TitleCompletions(Snapshot snapshot, Analyzers analyzers, Deadline deadline) throws IOException {
        reader = snapshot.reader(deadline);
        this.analyzers = analyzers;
        searcher = snapshot.searcher(deadline);
        stored = searcher.storedFields();
    }

    /**
     * At most so many; titles that differ in case and punctuation only are one.
     *
     * @param typed one word or more
     */
    List<String> of(List<PlacedTerm> typed, int size) throws IOException {
        Map<String, String> titles = new LinkedHashMap<>();
        for (Term title : beginningWith(IndexFields.wholeTitle(typed), size)) {
            add(new TermQuery(title), 1, titles);
        }
        if (titles.size() < size) {
            Query having = having(typed);
            if (having != null) {
                add(having, 2 * size, titles); // some of which may be the same
            }
        }
        return titles.values().stream().limit(size).toList();
    }

    private void add(Query query, int size, Map<String, String> titles) throws IOException {
        ScoreDoc[] found = searcher.search(query, new TopScoreDocCollectorManager(size, null, 1)).scoreDocs;
        LuceneSearcher.requireInTime(searcher);
        for (ScoreDoc doc : found) {
            String title = ArticleLookup.summary(stored, doc.doc).title();
            titles.putIfAbsent(IndexFields.wholeTitle(analyzers.exactTokens(title)).text(), title);
        }
    }

    private List<Term> beginningWith(Term start, int size) throws IOException {
        Terms all = MultiTerms.getTerms(reader, start.field());
        List<TermBeginnings.Candidate> found = new ArrayList<>();
        if (all != null) {
            TermsEnum each = all.iterator();
            BytesRef term = each.seekCeil(start.bytes()) == TermsEnum.SeekStatus.END ? null : each.term();
            while (term != null && found.size() < SCANNED && StringHelper.startsWith(term, start.bytes())) {
                found.add(new TermBeginnings.Candidate(term.utf8ToString(), each.docFreq()));
                term = each.next();
            }
        }
        return found.size() == SCANNED
                ? List.of()
                : found.stream()
                        .sorted(TermBeginnings.Candidate.MOST_FREQUENT)
                        .limit(size)
                        .map(title -> new Term(start.field(), title.text()))
                        .toList();
    }

    /** Titles with the words anywhere, those of the best articles first; null if no title has the last one. */
    private Query having(List<PlacedTerm> typed) throws IOException {
        String field = IndexFields.exact(ArticleField.TITLE);
        BooleanQuery.Builder last = new BooleanQuery.Builder();
        List<TermBeginnings.Candidate> endings = new TermBeginnings(reader, field)
                .of(typed.getLast().term(), ENDINGS);
        endings.forEach(ending -> last.add(new TermQuery(new Term(field, ending.text())), Occur.SHOULD));
        BooleanQuery.Builder all = new BooleanQuery.Builder().add(last.build(), Occur.FILTER);
        for (PlacedTerm word : typed.subList(0, typed.size() - 1)) {
            all.add(new TermQuery(new Term(field, word.term())), Occur.FILTER);
        }
        all.add(FeatureField.newSaturationQuery(IndexFields.FEATURES, ArticleField.QUALITY.queryName(), 1,
                Ranking.DEFAULT.qualityPivot()), Occur.SHOULD);
        return endings.isEmpty() ? null : all.build();
    }
}
