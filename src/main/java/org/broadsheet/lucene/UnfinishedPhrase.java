package org.broadsheet.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.broadsheet.analysis.PlacedTerm;

/**
 * Terms next to each other in one field, of which the last is only begun: {@code gpt 4}… finds {@code GPT-4o}. However
 * many terms begin so, all are found; Lucene's own way to say this ends in an error above 1,024.
 */
final class UnfinishedPhrase extends Query {

    private final String field;
    private final List<String> terms;

    /** @param terms two or more */
    UnfinishedPhrase(String field, List<PlacedTerm> terms) {
        this.field = field;
        this.terms = terms.stream().map(PlacedTerm::term).toList();
    }

    @Override
    public Query rewrite(IndexSearcher searcher) throws IOException {
        Term[] last = beginningWith(terms.getLast(), MultiTerms.getTerms(searcher.getIndexReader(), field));
        if (last.length == 0) {
            return new MatchNoDocsQuery("no term of " + field + " begins with " + terms.getLast());
        }
        MultiPhraseQuery.Builder phrase = new MultiPhraseQuery.Builder();
        terms.subList(0, terms.size() - 1).forEach(term -> phrase.add(new Term(field, term)));
        return phrase.add(last).build();
    }

    private Term[] beginningWith(String text, Terms all) throws IOException {
        List<Term> found = new ArrayList<>();
        BytesRef start = new BytesRef(text);
        TermsEnum each = all == null ? TermsEnum.EMPTY : all.iterator();
        boolean more = each.seekCeil(start) != TermsEnum.SeekStatus.END;
        while (more && StringHelper.startsWith(each.term(), start)) {
            found.add(new Term(field, BytesRef.deepCopyOf(each.term())));
            more = each.next() != null;
        }
        return found.toArray(Term[]::new);
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public String toString(String defaultField) {
        return field + ":\"" + String.join(" ", terms) + "*\"";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UnfinishedPhrase that && field.equals(that.field) && terms.equals(that.terms);
    }

    @Override
    public int hashCode() {
        return 31 * field.hashCode() + terms.hashCode();
    }
}
