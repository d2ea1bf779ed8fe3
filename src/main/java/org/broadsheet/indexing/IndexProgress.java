package org.broadsheet.indexing;

/** Is told how far a run has come. Called by one thread at a time. */
@FunctionalInterface
public interface IndexProgress {

    /** Tells nobody. */
    IndexProgress NONE = files -> {};

    /**
     * So many files have been found so far. Called for each file, so that it must cost little.
     *
     * @param files from 1; how many there will be is known only at the end, as an archive is read while it is unpacked
     */
    void found(long files);
}
