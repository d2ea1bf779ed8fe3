package org.broadsheet.lucene;

import java.io.IOException;
import java.nio.file.Files;
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
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
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
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.Bits;
import org.broadsheet.field.ArticleField;
import org.broadsheet.search.ArticleIndexer;
import org.broadsheet.search.EngineException;
import org.broadsheet.search.FileStamp;
import org.broadsheet.search.IndexState;
import org.broadsheet.search.IndexState.SourceState;
import org.broadsheet.search.IndexedArticle;

/** One run of writing. */
final class LuceneIndexer implements ArticleIndexer {

    private final LuceneEngine.Settings settings;
    private final Directory directory;
    private final IndexWriter writer;
    private final DirectoryReader before; // what the index held as the run began; null if nothing, or in a rebuild
    private final IndexState stateBefore; // null if there was no index, or none that can be read
    private final ArticleDocuments documents;

    LuceneIndexer(LuceneEngine.Settings settings, Mode mode) {
        this.settings = settings;
        Analyzers analyzers = new Analyzers(settings.analysis());
        documents = new ArticleDocuments(analyzers);
        Directory opened = null;
        IndexWriter writing = null;
        try {
            Files.createDirectories(settings.index());
            opened = FSDirectory.open(settings.index());
            stateBefore = stateOf(opened, mode);
            writing = new IndexWriter(opened, new IndexWriterConfig(analyzers.exact())
                    .setOpenMode(mode == Mode.REBUILD ? OpenMode.CREATE : OpenMode.CREATE_OR_APPEND)
                    .setRAMBufferSizeMB(settings.writeBufferMegabytes())
                    .setCommitOnClose(false));
            before = mode == Mode.UPDATE && stateBefore != null ? DirectoryReader.open(writing) : null;
            directory = opened;
            writer = writing;
        } catch (IOException | RuntimeException e) {
            abandon(writing, opened, e);
            throw failure(e);
        }
    }

    @Override
    public void put(IndexedArticle article) {
        try {
            Term id = new Term(IndexFields.ID, article.article().id());
            writer.updateDocument(id, documents.document(article));
        } catch (IOException e) {
            throw failure(e);
        }
    }

    @Override
    public void remove(String id) {
        try {
            writer.deleteDocuments(new Term(IndexFields.ID, id));
        } catch (IOException e) {
            throw failure(e);
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
        } catch (IOException e) {
            throw failure(e);
        }
    }

    @Override
    public List<SourceState> sources() {
        return before == null ? List.of() : stateBefore.sources();
    }

    @Override
    public long rejected() {
        return before == null ? 0 : stateBefore.rejected();
    }

    @Override
    public IndexState commit(List<SourceLocation> sources, long rejected) {
        try {
            Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            IndexState state = stateAt(now, sources, rejected);
            writer.setLiveCommitData(CommitData.encode(state, settings.analysis()).entrySet());
            writer.commit();
            return state;
        } catch (IOException e) {
            throw failure(e);
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
            directory.close();
        } catch (IOException e) {
            throw failure(e);
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
                sources.add(new SourceState(source.name(), source.location(), articles));
            }
            long number = stateBefore == null ? 1 : stateBefore.number() + 1;
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

    /** A rebuild needs nothing of what was there but its number, so what cannot be read is no hindrance to it. */
    private IndexState stateOf(Directory index, Mode mode) throws IOException {
        if (!DirectoryReader.indexExists(index)) {
            return null;
        }
        try (DirectoryReader reader = DirectoryReader.open(index)) {
            return CommitData.read(reader.getIndexCommit().getUserData(), settings.analysis(), settings.index());
        } catch (IOException | EngineException e) {
            if (mode == Mode.REBUILD) {
                return null;
            }
            throw e;
        }
    }

    private static void abandon(IndexWriter writer, Directory directory, Exception cause) {
        try {
            if (writer != null) {
                writer.rollback();
            }
            if (directory != null) {
                directory.close();
            }
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    private EngineException failure(Exception e) {
        if (e instanceof EngineException known) {
            return known;
        }
        if (e instanceof LockObtainFailedException) {
            return new EngineException("the index at " + settings.index()
                    + " is being written by another command: wait until that has ended, then try again", e);
        }
        return new EngineException("the index at " + settings.index() + " cannot be written: " + e.getMessage(), e);
    }
}
