package org.broadsheet.lucene;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.broadsheet.search.EngineException;
import org.broadsheet.search.IndexState;

/**
 * Brings an index to hold what a {@link Backup} holds, in one commit: whoever searches sees what it held before until
 * then, and so does everybody if anything goes wrong.
 */
final class Restore {

    /** Begins a backup's comment; the checksum follows. The number is raised when the way of packing changes. */
    static final String COMMENT = "Broadsheet backup 1, SHA-256 ";

    /** Where the backup is unpacked: beside the index's own files, so that there is room if there is any. */
    private static final String UNPACKED = "restore";

    private final LuceneEngine.Settings settings;
    private final Path file;

    Restore(LuceneEngine.Settings settings, Path file) {
        this.settings = settings;
        this.file = file;
    }

    /** Checks all of the backup before it touches anything. */
    IndexState run() {
        requireWhole();
        IndexTroubles troubles = new IndexTroubles(settings.index());
        Path unpacked = settings.index().resolve(UNPACKED);
        try (WriterFolder folder = new WriterFolder(settings); IndexWriter writer = folder.writer(true)) {
            try {
                delete(unpacked); // of a restore that was killed
                unpack(unpacked);
                IndexState state = restore(unpacked, writer, folder.stateBefore());
                writer.commit();
                return state;
            } finally {
                writer.rollback();
                delete(unpacked);
            }
        } catch (IOException | RuntimeException e) {
            throw troubles.writing(e);
        }
    }

    private void requireWhole() {
        try {
            if (!Files.isRegularFile(file)) {
                throw new EngineException("there is no backup " + file);
            }
            if (!SealedFile.isWhole(file)) {
                throw damaged(null);
            }
            try (ZipFile zip = new ZipFile(file.toFile())) {
                if (zip.getComment() == null || !zip.getComment().startsWith(COMMENT)) {
                    throw new EngineException("the backup " + file
                            + " was made by another version: restore it with that one, or index the sources anew");
                }
            }
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    private EngineException damaged(Exception cause) {
        return new EngineException("the backup " + file
                + " is damaged, or is none, and nothing was restored: take another backup, or index the sources anew",
                cause);
    }

    private void unpack(Path to) throws IOException {
        Files.createDirectory(to);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                try (InputStream content = zip.getInputStream(entry)) {
                    // A name alone: whoever can make a checksum could also write a path.
                    Files.copy(content, to.resolve(Path.of(entry.getName()).getFileName()));
                }
            }
        }
    }

    private IndexState restore(Path unpacked, IndexWriter writer, IndexState before) throws IOException {
        try (Directory from = FSDirectory.open(unpacked); DirectoryReader reader = DirectoryReader.open(from)) {
            IndexState saved = CommitData.read(reader.getIndexCommit().getUserData(), settings.analysis(),
                    new IndexTroubles(file));
            long number = Math.max(saved.number(), before == null ? 0 : before.number()) + 1;
            IndexState state = new IndexState(UUID.randomUUID().toString(), number, saved.builtAt(), saved.newest(),
                    saved.articles(), saved.sources(), saved.rejected());
            writer.addIndexes(from);
            writer.setLiveCommitData(CommitData.encode(state, settings.analysis()).entrySet());
            return state;
        }
    }

    private static void delete(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path each : files) {
                Files.delete(each);
            }
        } catch (NoSuchFileException e) {
            return;
        }
        Files.delete(folder);
    }
}
