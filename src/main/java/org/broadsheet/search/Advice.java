package org.broadsheet.search;

/**
 * A search that finds something, for a reader whose own search found nothing.
 *
 * @param message how it differs from what was asked, for the reader, such as {@code Without the filter by provider}
 * @param request the whole search
 * @param total how many articles it finds, exactly; never 0
 */
public record Advice(String message, SearchRequest request, long total) {}
