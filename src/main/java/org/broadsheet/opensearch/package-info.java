/**
 * The distributed engine: an index on an OpenSearch cluster.
 *
 * <p>Entry point: {@link org.broadsheet.opensearch.OpenSearchEngine}, the one public class. The rest answers, in order
 * of an article's way: {@code Cluster} — how is the cluster reached, and what if it is not? {@code IndexFields} and
 * {@code IndexDefinition} — which fields does an article's field become? {@code ArticleDocuments} — what is written for
 * an article? {@code Commits} — which index of the cluster is the newest commit, and what does it say of itself?
 * {@code WriterLock} and {@code BulkWriter} — how does one run write? {@code QueryTranslator} and {@code RankedQuery} — which
 * articles match, and how well? {@code Search} with its facets — what is asked of the cluster, and what is its answer?
 *
 * <p>A commit is an index of its own that never changes once it is made; an alias names the newest. A rebuild fills a
 * new index, an update changes a clone of the last one, and both end by turning the alias: one step for all readers,
 * whatever happens before it. So all requests about one commit are answered from the same state without a point in time
 * that would have to be held open on some nodes, and that would be lost with them.
 *
 * <p>Texts are cut into words here, by the same {@link org.broadsheet.analysis.Analyzers} as for every engine; the
 * weighted frequencies of the words of all fields are summed here too and handed over as they are, so that BM25 on the
 * cluster is BM25F as the declared ranking has it.
 */
package org.broadsheet.opensearch;
