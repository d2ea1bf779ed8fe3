package org.broadsheet.indexing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import io.methvin.watcher.DirectoryChangeEvent;
import io.methvin.watcher.DirectoryWatcher;
import io.methvin.watcher.visitor.FileTreeVisitor;
import org.broadsheet.source.Source;

/**
 * What the system tells of changes in the files of sources, from the moment of {@link #of} on.
 *
 * <p>Folders are watched with all below them, less what is hidden. What a source itself stands in is watched too, that
 * folder alone: an archive is changed there, and a folder is replaced by another one there.
 */
final class FileEvents implements AutoCloseable {

    private static final Executor THREADS = task -> Thread.ofPlatform().daemon().name("file-events").start(task);

    private final List<Source> sources;
    private final Consumer<Collection<Source>> changed;
    private final Runnable moved;
    private final List<DirectoryWatcher> watchers = new ArrayList<>();

    private FileEvents(List<Source> sources, Consumer<Collection<Source>> changed, Runnable moved) {
        this.sources = sources;
        this.changed = changed;
        this.moved = moved;
    }

    /**
     * Begins to watch.
     *
     * @param changed receives the sources of each change
     * @param moved is run when a source's own folder has come, gone or been replaced, and must be watched anew
     * @throws IOException if the system cannot watch so many folders, or one of them is gone
     */
    static FileEvents of(List<Source> sources, Consumer<Collection<Source>> changed, Runnable moved)
            throws IOException {
        FileEvents events = new FileEvents(sources, changed, moved);
        try {
            events.watch(sources.stream().map(Source::location).filter(Files::isDirectory).toList(),
                    FileEvents::visitFolders);
            events.watch(sources.stream().map(source -> source.location().getParent()).distinct().toList(),
                    (folder, visit, _) -> visit.call(folder));
            return events;
        } catch (UncheckedIOException e) { // how the library passes on what the system says
            events.close();
            throw e.getCause();
        } catch (IOException | RuntimeException e) {
            events.close();
            throw e;
        }
    }

    private void watch(List<Path> folders, FileTreeVisitor visitor) throws IOException {
        if (folders.isEmpty()) {
            return;
        }
        DirectoryWatcher watcher = DirectoryWatcher.builder()
                .paths(folders)
                .fileTreeVisitor(visitor)
                .fileHashing(false) // the index knows better what has changed
                .listener(this::tell)
                .build();
        watchers.add(watcher);
        watcher.watchAsync(THREADS);
    }

    private static void visitFolders(Path start, FileTreeVisitor.Callback visit, FileTreeVisitor.Callback file)
            throws IOException {
        Files.walkFileTree(start, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                if (!folder.equals(start) && isHidden(folder.getFileName())) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                visit.call(folder);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path path, IOException e) {
                return FileVisitResult.CONTINUE; // gone, or closed to us: the run will say so
            }
        });
    }

    private void tell(DirectoryChangeEvent event) {
        Path path = event.path();
        if (path == null || event.eventType() == DirectoryChangeEvent.EventType.OVERFLOW) {
            changed.accept(sources); // more has happened than the system could note
            return;
        }
        List<Source> concerned = sources.stream().filter(source -> concerns(path, source)).toList();
        if (event.eventType() != DirectoryChangeEvent.EventType.MODIFY
                && concerned.stream().anyMatch(source -> source.location().equals(path))) {
            moved.run();
        }
        if (!concerned.isEmpty()) {
            changed.accept(concerned);
        }
    }

    /** Whether a change of a file is one of a source: not if the file, or a folder on the way to it, is hidden. */
    private static boolean concerns(Path path, Source source) {
        if (!path.startsWith(source.location())) {
            return false;
        }
        for (Path element : source.location().relativize(path)) {
            if (isHidden(element)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHidden(Path name) {
        return name.toString().startsWith(".");
    }

    @Override
    public void close() {
        for (DirectoryWatcher watcher : watchers) {
            try {
                watcher.close();
            } catch (IOException e) {
                throw new UncheckedIOException("what was only listened to cannot be closed", e);
            }
        }
    }
}
