package org.broadsheet.web;

import java.util.ArrayList;
import java.util.List;

import org.broadsheet.search.SearchRequest;
import org.broadsheet.search.SearchResult;

/**
 * Links from one page of an answer to the others.
 *
 * @param previous null on the first page
 * @param next null on the last
 * @param numbers the first, the last, and those about the current one; empty if there is one page, or if an answer is
 *        walked through by its cursor, which knows no numbers
 */
record PageLinks(String previous, String next, List<Number> numbers) {

    private static final PageLinks NONE = new PageLinks(null, null, List.of());

    /** How many pages are linked before and after the current one. */
    private static final int ABOUT = 2;

    /**
     * The number of a page.
     *
     * @param gap whether pages before it are left out
     */
    record Number(String text, String url, boolean current, boolean gap) {}

    static PageLinks of(SearchResult result) {
        if (result.hits().isEmpty()) {
            return NONE;
        }
        SearchRequest request = result.request();
        SearchUrl here = SearchUrl.of(request);
        String more = result.next() == null ? null : here.with("cursor", result.next()).toString();
        if (request.cursor() != null) {
            return new PageLinks(null, more, List.of());
        }
        int last = last(result);
        String next = request.page() < last ? url(here, request.page() + 1) : more;
        String previous = request.page() == 1 ? null : url(here, Math.min(request.page() - 1, Math.max(1, last)));
        return new PageLinks(previous, next, numbers(here, request.page(), last));
    }

    boolean isEmpty() {
        return previous == null && next == null;
    }

    /** The last page that has a number: beyond the deepest hit there are only cursors. */
    static int last(SearchResult result) {
        int size = result.request().size();
        if (size == 0) {
            return 1;
        }
        long pages = Math.min((result.total() + size - 1) / size, SearchRequest.DEEPEST / size);
        return (int) Math.max(1, pages);
    }

    private static List<Number> numbers(SearchUrl here, int current, int last) {
        List<Number> numbers = new ArrayList<>();
        int before = 0;
        for (int page = 1; page <= last; page++) {
            if (page == 1 || page == last || Math.abs(page - current) <= ABOUT) {
                numbers.add(new Number(Wording.number(page), url(here, page), page == current, page > before + 1));
                before = page;
            }
        }
        return last == 1 ? List.of() : numbers;
    }

    private static String url(SearchUrl here, int page) {
        return here.with("page", page == 1 ? "" : Integer.toString(page)).toString();
    }
}
