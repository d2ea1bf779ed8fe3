package org.broadsheet.query;

import java.util.List;

/**
 * A query as it was understood.
 *
 * @param query what is asked for; {@link ArticleQuery.Everything} where the text asks for nothing in particular
 * @param notices what was ignored or read in another way, in the order of the text; empty where all was understood
 */
public record ParsedQuery(ArticleQuery query, List<QueryNotice> notices) {

    public ParsedQuery {
        notices = List.copyOf(notices);
    }
}
