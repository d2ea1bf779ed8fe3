package org.broadsheet.lucene;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.lucene.document.LongField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.Weight;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.util.Bits;
import org.broadsheet.analysis.Analyzers;
import org.broadsheet.field.ArticleField;
import org.broadsheet.search.ArticleIndexer;
import org.broadsheet.search.FileStamp;
import org.broadsheet.search.IndexState;
import org.broadsheet.search.IndexState.SourceState;
import org.broadsheet.search.IndexedArticle;

/** One run of writing. */
final class LuceneIndexer implements ArticleIndexer {

    /**
     * In articles. A search pays for each segment, up to a third of its time at a million articles in twelve; to make
     * one of what a rebuild has written takes a tenth of the time of the rebuild.
     */
    private static final int LARGEST_SEGMENT = 4_000_000;

    private final LuceneEngine.Settings settings;
    private final IndexTroubles troubles;
    private final WriterFolder folder;
    private final IndexWriter writer;
    private final DirectoryReader before; // what the index held as the run began; null if nothing, or in a rebuild
    private final ArticleDocuments documents;

    LuceneIndexer(LuceneEngine.Settings settings, Mode mode) {
        this(settings, mode, () -> new WriterFolder(settings));
    }

    /** Opens what the index is written to. */
    interface Opening {
        WriterFolder open() throws IOException;
    }

    LuceneIndexer(LuceneEngine.Settings settings, Mode mode, Opening opening) {
        this.settings = settings;
        troubles = new IndexTroubles(settings.index());
        documents = new ArticleDocuments(new Analyzers(settings.analysis()));
        WriterFolder opened = null;
        IndexWriter writing = null;
        try {
            opened = opening.open();
            writing = opened.writer(mode == Mode.REBUILD);
            before = mode == Mode.UPDATE && opened.stateBefore() != null ? DirectoryReader.open(writing) : null;
            folder = opened;
            writer = writing;
        } catch (IOException | RuntimeException e) {
            abandon(writing, opened, e);
            throw troubles.writing(e);
        }
    }

    @Override
    public void put(IndexedArticle article) {
        try {
            if (before == null) {
                writer.addDocument(documents.document(article)); // there is nothing to look for and replace
            } else {
                Term id = new Term(IndexFields.ID, article.article().id());
                writer.updateDocument(id, documents.document(article));
            }
        } catch (IOException | AlreadyClosedException e) {
            throw troubles.writing(e);
        }
    }

    @Override
    public void remove(String id) {
        try {
            writer.deleteDocuments(new Term(IndexFields.ID, id));
        } catch (IOException | AlreadyClosedException e) {
            throw troubles.writing(e);
        }
    }

    @Override
    public void restamp(String id, FileStamp stamp) {
        try {
            writer.updateBinaryDocValue(new Term(IndexFields.ID, id), IndexFields.STAMP, StoredArticles.encode(stamp));
        } catch (IOException | AlreadyClosedException e) {
            throw troubles.writing(e);
        }
    }

    @Override
    public Map<String, FileStamp> held(String source) {
        Map<String, FileStamp> held = new HashMap<>();
        if (before == null) {
            return held;
        }
        try {
            IndexSearcher searcher = new IndexSearcher(before);
            Query query = new TermQuery(new Term(IndexFields.SOURCE, source));
            Weight weight = searcher.createWeight(query, ScoreMode.COMPLETE_NO_SCORES, 1);
            for (LeafReaderContext leaf : before.leaves()) {
                collectHeld(leaf, weight.scorer(leaf), held);
            }
            return held;
        } catch (IOException | AlreadyClosedException e) {
            throw troubles.writing(e);
        }
    }

    @Override
    public List<SourceState> sources() {
        return before == null ? List.of() : folder.stateBefore().sources();
    }

    @Override
    public long rejected() {
        return before == null ? 0 : folder.stateBefore().rejected();
    }

    @Override
    public IndexState commit(List<SourceLocation> sources, long rejected) {
        try {
            Flushes.ofMany(writer);
            if (before == null) {
                writer.forceMerge(Math.ceilDiv(Math.max(1, writer.getDocStats().maxDoc), LARGEST_SEGMENT));
            }
            Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            IndexState state = stateAt(now, sources, rejected);
            writer.setLiveCommitData(CommitData.encode(state, settings.analysis()).entrySet());
            writer.commit();
            return state;
        } catch (IOException | AlreadyClosedException e) {
            throw troubles.writing(e);
        }
    }

    @Override
    public void close() {
        try {
            if (before != null) {
                before.close();
            }
            if (writer.isOpen()) {
                writer.rollback();
            }
            folder.close();
        } catch (IOException | AlreadyClosedException e) {
            throw troubles.writing(e);
        }
    }

    private static void collectHeld(LeafReaderContext leaf, Scorer scorer, Map<String, FileStamp> held)
            throws IOException {
        if (scorer == null) {
            return;
        }
        BinaryDocValues paths = leaf.reader().getBinaryDocValues(IndexFields.STORED_PATH);
        BinaryDocValues stamps = leaf.reader().getBinaryDocValues(IndexFields.STAMP);
        Bits live = leaf.reader().getLiveDocs();
        DocIdSetIterator articles = scorer.iterator();
        for (int doc = articles.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = articles.nextDoc()) {
            if ((live == null || live.get(doc)) && paths.advanceExact(doc) && stamps.advanceExact(doc)) {
                held.put(paths.binaryValue().utf8ToString(), StoredArticles.readStamp(stamps.binaryValue()));
            }
        }
    }

    private IndexState stateAt(Instant now, List<SourceLocation> locations, long rejected) throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(writer)) {
            IndexSearcher searcher = new IndexSearcher(reader);
            List<SourceState> sources = new ArrayList<>();
            for (SourceLocation source : locations) {
                int articles = searcher.count(new TermQuery(new Term(IndexFields.SOURCE, source.name())));
                sources.add(new SourceState(source.name(), source.location(), articles, source.stamp()));
            }
            long number = folder.stateBefore() == null ? 1 : folder.stateBefore().number() + 1;
            return new IndexState(UUID.randomUUID().toString(), number, now, newest(searcher, now), reader.numDocs(),
                    sources, rejected);
        }
    }

    /** The newest publication date that is not in the future: a mistyped year must not make all else look old. */
    private static Instant newest(IndexSearcher searcher, Instant now) throws IOException {
        String date = IndexFields.values(ArticleField.DATE);
        Query past = LongField.newRangeQuery(date, Long.MIN_VALUE, now.toEpochMilli());
        TopDocs top = searcher.search(past, 1,
                new Sort(LongField.newSortField(date, true, SortedNumericSelector.Type.MAX)));
        return top.scoreDocs.length == 0 ? null : Instant.ofEpochMilli((Long) ((FieldDoc) top.scoreDocs[0]).fields[0]);
    }

    private static void abandon(IndexWriter writer, WriterFolder folder, Exception cause) {
        try {
            if (writer != null) {
                writer.rollback();
            }
            if (folder != null) {
                folder.close();
            }
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }
}
