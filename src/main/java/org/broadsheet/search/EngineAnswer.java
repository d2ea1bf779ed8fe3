package org.broadsheet.search;

import java.util.List;
import java.util.Map;

/**
 * An engine's answer to an {@link EngineRequest}, all of it from one commit.
 *
 * @param total how many articles match, exactly
 * @param hits as many as were asked for, fewer at the end
 * @param next a cursor to what follows the last hit, or null where nothing follows it, or where there is no hit
 * @param facets those asked for, in the order of {@link FacetName}
 * @param index the commit that answered
 */
public record EngineAnswer(long total, List<Hit> hits, Cursor next, Map<FacetName, Facet> facets, IndexState index) {

    public EngineAnswer {
        hits = List.copyOf(hits);
    }
}
