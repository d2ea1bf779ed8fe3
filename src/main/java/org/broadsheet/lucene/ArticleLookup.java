package org.broadsheet.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.broadsheet.article.Article;
import org.broadsheet.field.ArticleField;
import org.broadsheet.search.Deadline;

/** Articles by what identifies them. */
final class ArticleLookup {

    /** Articles that share one address, at most; an address that more have does not identify anything. */
    private static final int SHARING = 100;

    private static final Set<String> SUMMARY = Set.of(IndexFields.ARTICLE);
    private static final Set<String> DETAIL = Set.of(IndexFields.DETAIL);

    private final IndexSearcher searcher;
    private final StoredFields stored;

    ArticleLookup(Snapshot snapshot) throws IOException {
        searcher = snapshot.searcher(Deadline.none());
        stored = searcher.storedFields();
    }

    /** An article as its hits show it. */
    static Article summary(StoredFields stored, int doc) throws IOException {
        return StoredArticles.readSummary(summaryBytes(stored, doc));
    }

    static BytesRef summaryBytes(StoredFields stored, int doc) throws IOException {
        return stored.document(doc, SUMMARY).getBinaryValue(IndexFields.ARTICLE);
    }

    static StoredArticles.Detail detail(StoredFields stored, int doc) throws IOException {
        return StoredArticles.readDetail(stored.document(doc, DETAIL).getBinaryValue(IndexFields.DETAIL));
    }

    /** An article whole. */
    static Article whole(StoredFields stored, int doc) throws IOException {
        return StoredArticles.with(summary(stored, doc), detail(stored, doc));
    }

    Optional<Article> article(String id) throws IOException {
        OptionalInt doc = doc(id);
        return doc.isPresent() ? Optional.of(whole(stored, doc.getAsInt())) : Optional.empty();
    }

    /** The number of the document of an article. */
    OptionalInt doc(String id) throws IOException {
        ScoreDoc[] docs = searcher.search(new TermQuery(new Term(IndexFields.ID, id)), 1).scoreDocs;
        return docs.length == 0 ? OptionalInt.empty() : OptionalInt.of(docs[0].doc);
    }

    Map<String, List<String>> idsByWebUrl(Collection<String> webUrls) throws IOException {
        Map<String, List<String>> ids = new LinkedHashMap<>();
        for (String webUrl : Set.copyOf(webUrls)) {
            List<String> found = new ArrayList<>();
            for (ScoreDoc doc : searcher.search(QueryTranslator.value(ArticleField.WEB_URL, webUrl),
                    SHARING).scoreDocs) {
                found.add(summary(stored, doc.doc).id());
            }
            if (!found.isEmpty()) {
                ids.put(webUrl, found.stream().sorted().toList());
            }
        }
        return ids;
    }
}
