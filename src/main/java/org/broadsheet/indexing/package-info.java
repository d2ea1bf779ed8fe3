/**
 * How does the index come to hold what the sources hold?
 *
 * <p>An {@link org.broadsheet.indexing.IndexRun} reads sources and writes, through the port
 * {@link org.broadsheet.search.ArticleIndexer}, whatever differs from what the index holds:
 *
 * <pre>{@code
 * try (ArticleIndexer indexer = ...) {
 *     IndexReport report = new IndexRun(indexer, IndexingSettings.DEFAULT).update(Source.all(List.of("news")));
 *     System.out.println(report); // 4 added, 1 updated, 1 removed, 3 unchanged, 0 rejected
 * }
 * }</pre>
 *
 * <p>Whether the run rebuilds or updates is decided by the indexer that it is given: one that begins empty makes every
 * article a new one. Either way all of it becomes visible in one commit at the end, or, if anything goes wrong, none of
 * it. A file that cannot be used is no such thing: it is reported and the rest goes on.
 *
 * <p>Files are read and analysed on several threads, and their memory does not grow with the archive: what waits for a
 * thread is bounded in bytes. What does grow, with the number of articles, is the set of paths that were seen.
 */
package org.broadsheet.indexing;
