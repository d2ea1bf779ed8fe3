package org.broadsheet.search;

import java.util.Collections;
import java.util.List;

import org.broadsheet.article.Article;

/** Whether an article passes the filters. */
final class NaiveFilters {
    private NaiveFilters() {}

    static boolean pass(Article article, Filters filters) {
        return passAllBut(null, article, filters);
    }

    /** Leaves out what was chosen of one facet. */
    static boolean passAllBut(FacetName ignored, Article article, Filters filters) {
        for (FacetName facet : FacetName.values()) {
            if (facet != ignored && !passes(facet, article, filters)) {
                return false;
            }
        }
        return (filters.heat() == null || filters.heat().contains(article.heat()))
                && (filters.published() == null || filters.published().equals(article.published()))
                && !filters.without().contains(article.id());
    }

    private static boolean passes(FacetName facet, Article article, Filters filters) {
        return switch (facet) {
            case DATE -> filters.dates() == null || filters.dates().contains(article.publishedDateTime());
            case QUALITY -> filters.quality() == null || filters.quality().contains(article.quality());
            case PROVIDER, TOPIC, TYPE, CATEGORY -> {
                Filters.Selection chosen = filters.selection(facet);
                List<String> values = facet.field().strings(article);
                yield (chosen.included().isEmpty() || !Collections.disjoint(values, chosen.included()))
                        && Collections.disjoint(values, chosen.excluded());
            }
        };
    }
}
