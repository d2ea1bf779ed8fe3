package org.broadsheet.indexing;

/**
 * How a run works.
 *
 * @param threads that read and analyse, 1 or more
 * @param onlyPublished whether articles that say {@code published: false} are left out
 */
public record IndexingSettings(int threads, boolean onlyPublished) {

    /**
     * All processors, since a run is bound by reading text rather than by the disk; and unpublished articles too, since
     * in most archives that flag tells of a web site's workflow and not of the article.
     */
    public static final IndexingSettings DEFAULT = new IndexingSettings(Runtime.getRuntime().availableProcessors(),
            false);

    public IndexingSettings {
        if (threads < 1) {
            throw new IllegalArgumentException("threads: " + threads + " is not a number from 1");
        }
    }
}
