/**
 * The embedded engine: an index in a folder, read and written by this process.
 *
 * <p>Entry point: {@link org.broadsheet.lucene.LuceneEngine}, the one public class. The rest answers, in order of an
 * article's way: {@code IndexFields} — which Lucene fields does an article's field become? {@code ArticleDocuments} — what is written for an article? {@code CommitData} — what does a
 * commit say of itself? {@code Snapshot} — which commit is read now? {@code QueryTranslator} — which documents match,
 * and how well? {@code MatchSets} — which and how many, for each facet's point of view? {@code TopHits} — which are
 * best? {@code Highlights} — what matched in them?
 *
 * <p>A search is two passes over the index: one that ranks and may skip what cannot be among the best, and one that
 * counts without ranking. Together they are much cheaper than one pass that has to score every match. {@code RankingQuery}
 * keeps the first one to words, for which Lucene has fast ways, and adds the rest only where it could matter; where many
 * match, {@code ImpactRanking} asks what is known of frequent words ({@code WordImpacts}) before it reads anything;
 * {@code Columns} hold what the second one counts, and {@code FacetCounts} chooses between counting articles
 * ({@code WalkedCounts}), putting right what is known of words ({@code UnionCounts}), and intersecting sets
 * ({@code FacetColumn}).
 */
package org.broadsheet.lucene;
