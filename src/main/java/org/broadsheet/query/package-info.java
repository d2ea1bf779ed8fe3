/**
 * What does this text ask for? A text that a person typed becomes an
 * {@link org.broadsheet.query.ArticleQuery}, a small tree that prints as a query and that every engine translates.
 *
 * <p>Entry point: {@link org.broadsheet.query.ArticleQueryParser}. No text is an error: what could not be understood is
 * searched as words or left out, and a {@link org.broadsheet.query.QueryNotice} says which part and why.
 */
package org.broadsheet.query;
