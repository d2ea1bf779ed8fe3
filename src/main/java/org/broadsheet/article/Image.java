package org.broadsheet.article;

/**
 * A picture that belongs to an article and stays where it is: only its address is known.
 *
 * @param url {@code http} or {@code https}, never null
 * @param width in pixels, above 0, or null where unknown
 * @param height in pixels, above 0, or null where unknown
 */
public record Image(String url, Integer width, Integer height) {}
