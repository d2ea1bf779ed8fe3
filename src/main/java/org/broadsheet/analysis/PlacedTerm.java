package org.broadsheet.analysis;

/**
 * One term of a text.
 *
 * @param increment how many positions after the one before
 * @param start where it begins in the text, in chars
 * @param end where it ends, exclusive
 */
public record PlacedTerm(String term, int increment, int start, int end) {}
