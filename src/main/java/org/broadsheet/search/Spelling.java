package org.broadsheet.search;

/**
 * A word of the index that may be what was meant.
 *
 * @param word in lower case, without accents, not stemmed
 * @param articles how many articles have it
 * @param edits how many letters it differs by
 */
public record Spelling(String word, long articles, int edits) {}
