/**
 * What can be asked, and what comes back?
 *
 * <p>{@link org.broadsheet.search.SearchService} is what pages, the API and the command line talk to. It reads the
 * query, and asks an engine through the port {@link org.broadsheet.search.ArticleSearcher}; an index is written through
 * {@link org.broadsheet.search.ArticleIndexer}. What belongs to every engine alike (parsing, leniency, advice) is done
 * once, here, above them.
 */
package org.broadsheet.search;
