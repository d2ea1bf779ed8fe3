package org.broadsheet.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.apache.lucene.index.IndexWriter;
import org.broadsheet.analysis.Analyzers;

/** Broadsheet's documents, from articles that are there already. */
record DocumentsAlone(List<BareArticle> articles, int threads) {

    void index(Path index) throws IOException, InterruptedException {
        ArticleDocuments documents = new ArticleDocuments(new Analyzers(IndexingBench.ANALYSIS));
        try (WriterFolder folder = new WriterFolder(LuceneEngine.Settings.of(index));
                IndexWriter writer = folder.writer(true)) {
            IndexingBench.spread(articles, threads,
                    () -> article -> writer.addDocument(documents.document(article.indexed())));
            writer.forceMerge(1);
            writer.commit();
        }
    }
}
