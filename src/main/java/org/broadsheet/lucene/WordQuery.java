package org.broadsheet.lucene;

import java.util.List;
import java.util.Objects;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.TermQuery;

/** Matches a word by its stem, and scores its exact form besides. Nothing has the exact form without the stem. */
final class WordQuery extends Query {

    private final Query stem;
    private final Query form;

    /** @param weight what the exact form adds, against its stem */
    WordQuery(Term stem, Term form, float weight) {
        this.stem = new TermQuery(stem);
        this.form = new BoostQuery(new TermQuery(form), weight);
    }

    /** Two queries whose disjunction matches and scores the same. */
    List<Query> disjuncts() {
        return List.of(stem, form);
    }

    @Override
    public Query rewrite(IndexSearcher searcher) {
        return new BooleanQuery.Builder().add(stem, Occur.MUST).add(form, Occur.SHOULD).build();
    }

    @Override
    public void visit(QueryVisitor visitor) {
        stem.visit(visitor.getSubVisitor(Occur.MUST, this));
        form.visit(visitor.getSubVisitor(Occur.SHOULD, this));
    }

    @Override
    public String toString(String field) {
        return "+" + stem.toString(field) + " " + form.toString(field);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WordQuery word && stem.equals(word.stem) && form.equals(word.form);
    }

    @Override
    public int hashCode() {
        return Objects.hash(classHash(), stem, form);
    }
}
