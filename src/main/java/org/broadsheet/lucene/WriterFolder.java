package org.broadsheet.lucene;

import java.io.IOException;
import java.nio.file.Files;

import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.broadsheet.analysis.Analyzers;
import org.broadsheet.search.IndexState;

/** The folder of an index, opened to write to it; made if there is none. */
final class WriterFolder implements AutoCloseable {

    private final LuceneEngine.Settings settings;
    private final Directory directory;
    private IndexState stateBefore;

    WriterFolder(LuceneEngine.Settings settings) throws IOException {
        this(settings, FSDirectory.open(Files.createDirectories(settings.index())));
    }

    /** @param directory is closed with this */
    WriterFolder(LuceneEngine.Settings settings, Directory directory) {
        this.settings = settings;
        this.directory = directory;
    }

    /**
     * The one writer that there can be; nothing that it writes is seen before it commits.
     *
     * @param anew whether to begin with an empty index. Then it does not matter what state the old one is in.
     */
    IndexWriter writer(boolean anew) throws IOException {
        if (anew) {
            DamagedCommit.replace(directory);
        }
        stateBefore = readState(anew);
        return new IndexWriter(directory, new IndexWriterConfig(new Analyzers(settings.analysis()).exact())
                .setOpenMode(anew ? OpenMode.CREATE : OpenMode.CREATE_OR_APPEND)
                .setRAMBufferSizeMB(settings.writeBufferMegabytes())
                .setCommitOnClose(false));
    }

    /** What the index held as the writer was opened; null if there was none, or none that could be read. */
    IndexState stateBefore() {
        return stateBefore;
    }

    /** Beginning anew needs nothing of what was there but its number, so what cannot be read is no hindrance to it. */
    private IndexState readState(boolean anew) throws IOException {
        if (!DirectoryReader.indexExists(directory)) {
            return null;
        }
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            return CommitData.read(reader.getIndexCommit().getUserData(), settings.analysis(),
                    new IndexTroubles(settings.index()));
        } catch (IOException | RuntimeException e) {
            if (anew) {
                return null;
            }
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        directory.close();
    }
}
