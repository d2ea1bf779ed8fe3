package org.broadsheet.indexing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.broadsheet.article.Article;
import org.broadsheet.search.ArticleIndexer;
import org.broadsheet.search.FileStamp;
import org.broadsheet.search.IndexState.SourceState;
import org.broadsheet.search.IndexedArticle;
import org.broadsheet.search.SourceStamp;
import org.broadsheet.source.ArticleReader;
import org.broadsheet.source.Reading;
import org.broadsheet.source.Rejection;
import org.broadsheet.source.Source;
import org.broadsheet.source.SourceFile;

/**
 * One source's part of a run: one thread walks the source, the workers read, compare and write.
 *
 * <p>A file of the size and time that the index knows is not opened, and an archive of the size and time that the index
 * knows is not unpacked. A time says nothing, though, if it is not well before the run that read the file: the file may
 * have been changed after it was read and bear the same time. Such a file is read again and its hash decides.
 */
final class SourceRun {

    /** How coarsely a file system may count time: those of USB sticks and some network drives in steps of 2 s. */
    private static final long COARSEST_MILLIS = 2_000;

    /** So many files of a folder are met at most while what is held is being read: some 30 MB. */
    private static final int LOOK_AHEAD = 100_000;

    private final Source source;
    private final ArticleIndexer indexer;
    private final IndexingSettings settings;
    private final Tally tally;
    private final Workers workers;
    private final FileCount files;
    private final ArticleReader reader = new ArticleReader();
    private final long began = System.currentTimeMillis();
    private final SourceState known;
    private final List<SourceFile> early = new ArrayList<>(); // met before it was known what is held
    private volatile Map<String, FileStamp> held; // null until a worker has read it
    private Set<String> gone; // what is held and has not been met on the walk yet; null as long as that is unknown

    /** @param known what the index knows of the source, at this location; null if nothing */
    SourceRun(Source source, SourceState known, ArticleIndexer indexer, IndexingSettings settings, Tally tally,
            Workers workers, FileCount files) {
        this.source = source;
        this.known = known;
        this.indexer = indexer;
        this.settings = settings;
        this.tally = tally;
        this.workers = workers;
        this.files = files;
    }

    /**
     * Returns when all that is to be written has been given to the indexer.
     *
     * @return how the source was read, for the next run
     */
    SourceStamp run() {
        SourceStamp stamp = stamp();
        if (known != null && isSettled(stamp.modifiedMillis())
                && stamp.modifiedMillis() == known.stamp().modifiedMillis()
                && stamp.size() == known.stamp().size()) {
            tally.unchanged.add(known.articles());
            return known.stamp();
        }
        long rejectedBefore = tally.rejectedSoFar();
        workers.submit(0, () -> held = indexer.held(source.name()));
        source.forEach(this::found, this::unusable);
        knowHeld();
        workers.finish();
        gone.forEach(this::remove);
        // An archive with bad files is read each time, so that they are reported each time.
        boolean whole = tally.rejectedSoFar() == rejectedBefore && !settings.onlyPublished();
        return whole ? stamp : SourceStamp.readAt(began);
    }

    /** That of an archive has its size and time, taken before it is read. */
    private SourceStamp stamp() {
        if (!source.isPacked()) {
            return SourceStamp.readAt(began);
        }
        try {
            BasicFileAttributes file = Files.readAttributes(source.location(), BasicFileAttributes.class);
            return new SourceStamp(began, file.size(), file.lastModifiedTime().toMillis());
        } catch (IOException e) {
            return SourceStamp.readAt(began); // reading it will say what is wrong
        }
    }

    /** Whether a file of this time, and of the size that the index knows, must be the one that was read. */
    private boolean isSettled(long modifiedMillis) {
        return known != null && modifiedMillis != 0
                && modifiedMillis < known.stamp().readAtMillis() - COARSEST_MILLIS;
    }

    private void found(SourceFile file) {
        files.next();
        if (!source.isPacked() && held == null && early.size() < LOOK_AHEAD) {
            early.add(file);
            return;
        }
        knowHeld();
        compare(file);
    }

    /** From here on it is known what is held; the files met before that are compared now. */
    private void knowHeld() {
        if (gone == null) {
            workers.finish();
            gone = new HashSet<>(held.keySet());
            early.forEach(this::compare);
            early.clear();
        }
    }

    private void compare(SourceFile file) {
        gone.remove(file.path());
        if (looksUnchanged(file, held.get(file.path()))) {
            tally.unchanged.increment();
        } else {
            workers.submit(file.size(), () -> read(file));
        }
    }

    /** What cannot be used keeps its last good version; what is below a folder that cannot be read, too. */
    private void unusable(Rejection rejection) {
        files.next();
        knowHeld();
        if (!gone.remove(rejection.path())) {
            String below = rejection.path() + "/";
            gone.removeIf(path -> path.startsWith(below));
        }
        tally.rejected(rejection);
    }

    /**
     * Whether a file has the size and time of the one that the index holds, so that it need not be read. The times within
     * an archive are whatever its maker wrote; and whether a file is published only reading tells.
     */
    private boolean looksUnchanged(SourceFile file, FileStamp stamp) {
        return !source.isPacked() && !settings.onlyPublished() && stamp != null && stamp.size() == file.size()
                && stamp.modifiedMillis() == file.modifiedMillis() && isSettled(file.modifiedMillis());
    }

    private void read(SourceFile file) {
        switch (reader.read(file)) {
            case Reading.Accepted(Article article, String hash) -> {
                if (settings.onlyPublished() && Boolean.FALSE.equals(article.published())) {
                    leaveOut(file.path());
                } else {
                    accept(file, article, hash);
                }
            }
            case Reading.Removed(String path) -> leaveOut(path);
            case Reading.Rejected(Rejection rejection) -> tally.rejected(rejection);
        }
    }

    private void accept(SourceFile file, Article article, String hash) {
        FileStamp before = held.get(file.path());
        FileStamp now = new FileStamp(file.size(), file.modifiedMillis(), hash);
        if (before == null || !before.hash().equals(hash)) {
            indexer.put(new IndexedArticle(article, now));
            (before == null ? tally.added : tally.updated).increment();
            return;
        }
        tally.unchanged.increment();
        tally.readInVain.increment();
        if (!source.isPacked() && !before.equals(now)) {
            indexer.restamp(article.id(), now);
        }
    }

    private void leaveOut(String path) {
        if (held.containsKey(path)) {
            remove(path);
        }
    }

    private void remove(String path) {
        indexer.remove(Article.idOf(path));
        tally.removed.increment();
    }
}
