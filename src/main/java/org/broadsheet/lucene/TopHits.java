package org.broadsheet.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.SortedNumericSortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.broadsheet.analysis.Analyzers;
import org.broadsheet.engine.WordRanking;
import org.broadsheet.field.Ranking;
import org.broadsheet.query.ArticleQuery;
import org.broadsheet.search.Cursor;
import org.broadsheet.search.Filters;
import org.broadsheet.search.SortOrder;

/** The first hits in an order. Documents that cannot be among them are skipped, so it does not know how many match. */
final class TopHits {

    private final IndexSearcher searcher;
    private final Snapshot snapshot;
    private final QueryTranslator translator;
    private final WordRanking<Query> ranking;

    TopHits(IndexSearcher searcher, Snapshot snapshot, Analyzers analyzers) {
        this.searcher = searcher;
        translator = new QueryTranslator(analyzers);
        ranking = new WordRanking<>(translator, Ranking.DEFAULT);
        this.snapshot = snapshot;
    }

    /**
     * A hit.
     *
     * @param doc its number in the snapshot
     * @param key what it is sorted by, as a {@link Cursor} has it
     */
    record Top(int doc, long key) {

        /** Where it is sorted by relevance. */
        float score() {
            return Float.intBitsToFloat((int) key);
        }
    }

    /**
     * Hits from the offset on, at most so many; fewer at the end.
     *
     * @param after a hit to begin after, or null
     */
    List<Top> find(ArticleQuery query, Filters filters, SortOrder sort, Cursor after, int offset, int size)
            throws IOException {
        int wanted = Math.min(offset + size, searcher.getIndexReader().maxDoc());
        if (wanted <= offset) {
            return List.of();
        }
        FieldDoc last = after == null ? null : place(after);
        TopFieldDocs docs = searcher.search(narrowed(query, filters, sort),
                new TopFieldCollectorManager(sort(sort), wanted, last, 1));
        LuceneSearcher.requireInTime(searcher);
        List<Top> tops = new ArrayList<>(Math.max(0, docs.scoreDocs.length - offset));
        for (int i = offset; i < docs.scoreDocs.length; i++) {
            ScoreDoc doc = docs.scoreDocs[i];
            Object key = ((FieldDoc) doc).fields[0];
            tops.add(
                    new Top(doc.doc, key instanceof Float score ? Float.floatToIntBits(score) : key(sort, (Long) key)));
        }
        return tops;
    }

    /** How the hits of a query are ranked. */
    RankedQuery ranked(ArticleQuery query) {
        return new RankedQuery(ranking.parts(query));
    }

    private Query narrowed(ArticleQuery query, Filters filters, SortOrder sort) {
        List<Query> narrowing = FilterQueries.all(filters);
        if (sort == SortOrder.RELEVANCE) {
            RankedQuery ranked = ranked(query);
            return new RankingQuery(ranked.words(narrowing), ranked.extras(), snapshot);
        }
        BooleanQuery.Builder narrowed = new BooleanQuery.Builder().add(translator.matching(query), Occur.FILTER);
        narrowing.forEach(filter -> narrowed.add(filter, Occur.FILTER));
        return narrowed.build();
    }

    private static Sort sort(SortOrder sort) {
        SortField id = new SortField(IndexFields.ID_ORDER, SortField.Type.LONG);
        if (sort == SortOrder.RELEVANCE) {
            return new Sort(SortField.FIELD_SCORE, id);
        }
        Long last = lastOf(sort);
        SortField field = new SortedNumericSortField(IndexFields.values(sort.field()), SortField.Type.LONG,
                sort.descending(), SortedNumericSelector.Type.MIN, last);
        return new Sort(field, id);
    }

    /** What stands for a missing number, so that it comes last. */
    private static Long lastOf(SortOrder sort) {
        return sort.descending() ? Long.MIN_VALUE : Long.MAX_VALUE;
    }

    private static long key(SortOrder sort, Long number) {
        return number.equals(lastOf(sort)) ? Long.MIN_VALUE : number;
    }

    private static Long number(Cursor cursor) {
        return cursor.key() == Long.MIN_VALUE ? lastOf(cursor.sort()) : (Long) cursor.key();
    }

    /** The number of the document does not matter, since no two share an id: it must only not come before any. */
    private static FieldDoc place(Cursor cursor) {
        Object key = cursor.sort() == SortOrder.RELEVANCE
                ? (Object) Float.intBitsToFloat((int) cursor.key())
                : number(cursor);
        return new FieldDoc(Integer.MAX_VALUE, Float.NaN, new Object[]{key, ArticleDocuments.idOrder(cursor.id())});
    }
}
