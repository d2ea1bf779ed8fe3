package org.broadsheet.search;

import java.util.List;
import java.util.Map;

/**
 * The writing side of an engine: one run, which becomes visible as a whole or not at all. What is put and removed is
 * seen by nobody until {@link #commit}; closing without it leaves the index as it was. {@link #put} may be called by
 * many threads at once.
 *
 * <p>Every method throws {@link EngineException} when the index cannot be written.
 */
public interface ArticleIndexer extends AutoCloseable {

    /** How a run begins. */
    enum Mode {
        /** With an empty index: what is not put is gone after the commit. */
        REBUILD,
        /** With what the index holds. */
        UPDATE
    }

    /** Adds an article, or replaces the one of its id that the index held as the run began. A run puts no id twice. */
    void put(IndexedArticle article);

    /** Removes the article of an id; nothing happens if there is none. */
    void remove(String id);

    /**
     * Notes that an article is still right though its file bears another time. Nothing happens if there is no such
     * article.
     */
    void restamp(String id, FileStamp stamp);

    /**
     * What the index holds of one source as the run began: for each article's path, the file that it was read from.
     * Empty in a rebuild.
     */
    Map<String, FileStamp> held(String source);

    /** The sources that the index knew as the run began; none in a rebuild. */
    List<IndexState.SourceState> sources();

    /** How many files the run before could not use; 0 in a rebuild. */
    long rejected();

    /**
     * The articles of this run that the index does not take, as far as is known when all that was put has been written;
     * the last good version of each stays. Empty for an engine that takes every article.
     */
    default List<Refusal> refused() {
        return List.of();
    }

    /**
     * Makes the run visible, in one step, and ends it.
     *
     * @param sources those that the index holds from now on, by name and location, each with how it was read
     * @param rejected how many files could not be used
     * @return what the index holds now
     */
    IndexState commit(List<SourceLocation> sources, long rejected);

    /** Ends the run; without a commit all of it is forgotten. */
    @Override
    void close();

    /** An article that was put and is not in the index, and why. */
    record Refusal(String id, String path, String reason) {}

    /** A source's name, where it is read from, and how it was when it was. */
    record SourceLocation(String name, String location, SourceStamp stamp) {

        /** One that a later run is to read through, whatever its files' times. */
        public SourceLocation(String name, String location) {
            this(name, location, SourceStamp.NONE);
        }
    }
}
