package org.broadsheet.indexing;

/** Counts the files of all sources of a run. */
final class FileCount {

    private final IndexProgress progress;
    private long files;

    FileCount(IndexProgress progress) {
        this.progress = progress;
    }

    void next() {
        progress.found(++files);
    }
}
