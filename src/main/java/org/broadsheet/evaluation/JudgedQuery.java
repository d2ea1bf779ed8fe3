package org.broadsheet.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A query of the list.
 *
 * @param id without spaces, unique in its list
 * @param text as a reader would type it, never blank
 */
record JudgedQuery(String id, String text) {

    /** All of a file, in its order. */
    static Collection<JudgedQuery> read(Path path) throws IOException {
        Map<String, JudgedQuery> queries = new LinkedHashMap<>();
        FileLine.each(path, line -> {
            List<String> columns = line.columns("id<TAB>text");
            JudgedQuery query = new JudgedQuery(columns.getFirst(), columns.getLast());
            if (queries.putIfAbsent(query.id, query) != null) {
                throw line.fault("there is a query '" + query.id + "' already");
            }
        });
        return queries.values();
    }
}
