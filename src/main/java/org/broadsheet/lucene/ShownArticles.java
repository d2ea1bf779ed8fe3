package org.broadsheet.lucene;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReferenceArray;

import org.apache.lucene.index.StoredFields;
import org.apache.lucene.util.BytesRef;
import org.broadsheet.article.Article;

/** The articles of a commit as their hits show them, of which those that were shown last are kept. */
final class ShownArticles {

    /** Articles that are kept at most, a power of two: the whole of a small archive, and some 10 MB. */
    private static final int MOST = 1 << 12;
    /**
     * Of a larger archive one is kept for so many bytes of memory: what gives way to another one too late to die young
     * costs the collector more than is spared, where there is little memory.
     */
    private static final int MEMORY = 1 << 20;
    /** In bytes; what is longer is no usual article, and is not kept. */
    private static final int LONGEST = 8_000;

    private final AtomicReferenceArray<Shown> shown;

    private record Shown(int doc, Article article) {}

    /** @param articles of the commit */
    ShownArticles(int articles) {
        shown = new AtomicReferenceArray<>(kept(articles, Runtime.getRuntime().maxMemory()));
    }

    /**
     * How many are kept, a power of two.
     *
     * @param memory in bytes, all there may be
     */
    static int kept(int articles, long memory) {
        return articles <= MOST ? MOST : Math.clamp(Long.highestOneBit(memory / MEMORY), 1, MOST);
    }

    /** One of them. */
    Article get(StoredFields stored, int doc) throws IOException {
        int place = doc & shown.length() - 1;
        Shown last = shown.get(place);
        if (last != null && last.doc() == doc) {
            return last.article();
        }
        BytesRef summary = ArticleLookup.summaryBytes(stored, doc);
        Article article = StoredArticles.readSummary(summary);
        if (summary.length <= LONGEST) {
            shown.set(place, new Shown(doc, article));
        }
        return article;
    }
}
