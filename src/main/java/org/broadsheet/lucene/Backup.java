package org.broadsheet.lucene;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.broadsheet.search.EngineException;
import org.broadsheet.search.IndexState;

/**
 * Packs the files of one commit into one file: a zip whose comment ends in a checksum of all before.
 *
 * <p>No lock is taken. Another command may delete the files at any time, but not from under somebody who has them open:
 * so all are opened first, and if one has vanished by then, the newer commit is taken instead.
 */
final class Backup {

    /** So often a commit can be overtaken by the next; each takes at least the time of a run of indexing. */
    private static final int ATTEMPTS = 20;

    private final LuceneEngine.Settings settings;
    private final IndexTroubles troubles;
    private IndexState state;

    Backup(LuceneEngine.Settings settings) {
        this.settings = settings;
        this.troubles = new IndexTroubles(settings.index());
    }

    /** Writes the file, which appears when it is complete. */
    IndexState write(Path file) {
        Map<String, FileChannel> files = Map.of();
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            files = openCommit();
            try {
                pack(files, part);
                SealedFile.seal(part);
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                throw new EngineException("the backup " + file + " cannot be written (" + e.getMessage()
                        + "): choose another place, or make room", e);
            } finally {
                Files.deleteIfExists(part);
            }
            return state;
        } catch (IndexNotFoundException e) {
            throw troubles.missing(e);
        } catch (IOException e) {
            throw troubles.reading(e);
        } finally {
            close(files);
        }
    }

    private Map<String, FileChannel> openCommit() throws IOException {
        if (!Files.isDirectory(settings.index())) {
            throw new IndexNotFoundException("no folder");
        }
        try (Directory directory = FSDirectory.open(settings.index())) {
            for (int attempt = 1;; attempt++) {
                Map<String, FileChannel> files = new LinkedHashMap<>();
                try {
                    SegmentInfos commit = SegmentInfos.readLatestCommit(directory);
                    state = CommitData.read(commit.getUserData(), settings.analysis(), troubles);
                    for (String name : commit.files(true)) {
                        files.put(name, FileChannel.open(settings.index().resolve(name)));
                    }
                    return files;
                } catch (NoSuchFileException e) {
                    close(files);
                    if (attempt == ATTEMPTS) {
                        throw e;
                    }
                }
            }
        }
    }

    private static void pack(Map<String, FileChannel> files, Path to) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(to)))) {
            zip.setLevel(Deflater.BEST_SPEED); // most of the index is compressed as it is
            zip.setComment(Restore.COMMENT + SealedFile.UNSEALED);
            for (Map.Entry<String, FileChannel> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                InputStream content = Channels.newInputStream(file.getValue()); // closed with its channel
                content.transferTo(zip);
                zip.closeEntry();
            }
        }
    }

    private static void close(Map<String, FileChannel> files) {
        for (FileChannel file : files.values()) {
            try {
                file.close();
            } catch (IOException e) {
                throw new EngineException("a file that was only read cannot be closed: " + e.getMessage(), e);
            }
        }
    }
}
