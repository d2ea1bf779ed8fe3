package org.broadsheet.indexing;

import java.nio.file.Files;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.broadsheet.article.Article;
import org.broadsheet.search.ArticleIndexer;
import org.broadsheet.search.FileStamp;
import org.broadsheet.search.IndexedArticle;
import org.broadsheet.source.ArticleReader;
import org.broadsheet.source.Reading;
import org.broadsheet.source.Rejection;
import org.broadsheet.source.Source;
import org.broadsheet.source.SourceFile;

/** One source's part of a run: one thread walks the source, the workers read, compare and write. */
final class SourceRun {

    /**
     * A file changed so shortly before it was read may change again and bear the same time, since file systems count in
     * steps of up to two seconds. Its time is not kept, so that the next update looks at its content.
     */
    private static final long SETTLED_MILLIS = 2_000;

    private final Source source;
    private final ArticleIndexer indexer;
    private final IndexingSettings settings;
    private final Tally tally;
    private final Workers workers;
    private final FileCount files;
    private final ArticleReader reader = new ArticleReader();
    private final long settledBefore = System.currentTimeMillis() - SETTLED_MILLIS;
    private final Map<String, FileStamp> held;
    private final Set<String> gone; // what is held and has not been met on the walk yet
    private final boolean timesCount;

    SourceRun(Source source, ArticleIndexer indexer, IndexingSettings settings, Tally tally, Workers workers,
            FileCount files) {
        this.source = source;
        this.indexer = indexer;
        this.settings = settings;
        this.tally = tally;
        this.workers = workers;
        this.files = files;
        this.held = indexer.held(source.name());
        this.gone = new HashSet<>(held.keySet());
        // The times within an archive are whatever its maker wrote; and a file that is not read cannot be left out.
        this.timesCount = Files.isDirectory(source.location()) && !settings.onlyPublished();
    }

    /** Returns when all that is to be written has been given to the indexer. */
    void run() {
        source.forEach(this::found, this::unusable);
        workers.finish();
        gone.forEach(this::remove);
    }

    private void found(SourceFile file) {
        files.next();
        gone.remove(file.path());
        if (timesCount && looksUnchanged(file, held.get(file.path()))) {
            tally.unchanged.increment();
        } else {
            workers.submit(file.size(), () -> read(file));
        }
    }

    private void unusable(Rejection rejection) {
        files.next();
        gone.remove(rejection.path());
        tally.rejected(rejection);
    }

    /** Whether a file has the size and time of the one that the index holds, so that it need not be read. */
    private static boolean looksUnchanged(SourceFile file, FileStamp stamp) {
        return stamp != null && stamp.modifiedMillis() != 0 && stamp.modifiedMillis() == file.modifiedMillis()
                && stamp.size() == file.size();
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
        if (before != null && before.hash().equals(hash)) {
            tally.unchanged.increment();
            return;
        }
        long modified = file.modifiedMillis() < settledBefore ? file.modifiedMillis() : 0;
        indexer.put(new IndexedArticle(article, new FileStamp(file.size(), modified, hash)));
        (before == null ? tally.added : tally.updated).increment();
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
