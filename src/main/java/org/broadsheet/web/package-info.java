/**
 * HTTP and HTML: how a reader or a program asks, and how the answer is shown.
 *
 * <p>{@link org.broadsheet.web.WebServer} is the entry point; it is given a
 * {@link org.broadsheet.search.SearchService} and knows nothing of engines, indexes or files. A request passes through
 * {@link org.broadsheet.web.RequestParameters} (the only place that reads parameters) to the service, and its answer
 * leaves as JSON through {@link org.broadsheet.web.ApiJson} or as a page. What goes wrong anywhere becomes a status in
 * one place, {@code Problems}.
 *
 * <p>The pages are jte templates in {@code src/main/jte}, generated as classes of this package and called directly with
 * small view records, so that the compiler checks every call. All state is in the URL; nothing on a page needs a script,
 * and nothing comes from another host but the articles' images.
 *
 * <p>Everything is read only. {@code Doorkeeper} lets requests in as far as the limits of
 * {@link org.broadsheet.operation} go, {@code SlowClients} closes connections that only keep the server busy, and
 * {@code CommitTags} spares the work of answers that a client has already.
 */
package org.broadsheet.web;
