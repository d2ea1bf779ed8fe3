package org.broadsheet.article;

/**
 * Who published an article.
 *
 * @param name as shown to readers, such as {@code Edmonton Journal}; never null (the domain where the file has no name)
 * @param domain such as {@code edmontonjournal.com}, or null
 */
public record Provider(String name, String domain) {}
