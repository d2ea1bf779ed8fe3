package org.broadsheet.article;

import java.time.Instant;

/**
 * Other coverage that an article's file names. It is shown on the article's page and not searched.
 *
 * @param title never null, never blank
 * @param webUrl {@code http} or {@code https}, or null
 * @param provider who published it, or null
 * @param publishedDateTime or null
 */
public record Related(String title, String webUrl, Provider provider, Instant publishedDateTime) {}
