/**
 * What is an article? Plain records, as they are read from files, kept in an index and shown to readers.
 *
 * <p>An {@link org.broadsheet.article.Article} is what every other package speaks of: {@code source} makes them,
 * {@code field} declares which of their values are searched and how, the engines store them and give them back. Nothing
 * here knows of files, indexes or pages.
 */
package org.broadsheet.article;
