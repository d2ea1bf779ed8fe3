/**
 * Which fields does an article have, how is each one analysed, weighted, filtered and sorted?
 *
 * <p>{@link org.broadsheet.field.ArticleField} is the only declaration of every field. Both engines build their
 * documents, their mapping and their queries from it and from {@link org.broadsheet.field.Analysis}, which is data:
 * names of components that Lucene and OpenSearch both have.
 */
package org.broadsheet.field;
