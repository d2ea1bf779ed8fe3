package org.broadsheet.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All that is answered, and what it costs. */
final class Routes {

    /** What an answer costs, and with that, how it is let in. */
    enum Cost {
        /** Operators ask it, and must be answered most of all when there is too much to do. */
        NOTHING,
        /** Next to nothing: it never waits. */
        LITTLE,
        /** A search, or several. */
        SEARCH,
        /** All that a search finds. */
        EXPORT
    }

    /**
     * One of them.
     *
     * @param path with parameters in braces
     */
    record Route(String path, Cost cost) {

        private boolean matches(String other) {
            int brace = path.indexOf('{');
            return brace < 0
                    ? path.equals(other)
                    : other.startsWith(path.substring(0, brace))
                            && other.endsWith(path.substring(path.indexOf('}') + 1));
        }
    }

    /** What nobody answers is a search, so that no spelling of an address passes by a limit that holds for another. */
    private static final Route NONE = new Route(Answered.NONE, Cost.SEARCH);

    private final List<Route> routes = new ArrayList<>();

    void add(String path, Cost cost) {
        routes.add(new Route(path, cost));
        routes.sort(Comparator.comparing((Route route) -> route.path().length()).reversed()); // the most special first
    }

    /** The route of an address's path as it was sent; one named {@value Answered#NONE} if there is none. */
    Route of(String path) {
        String plain = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        for (Route route : routes) {
            if (route.matches(plain)) {
                return route;
            }
        }
        return NONE;
    }

    /** Their paths, parameters in braces. */
    List<String> paths() {
        return routes.stream().map(Route::path).toList();
    }
}
