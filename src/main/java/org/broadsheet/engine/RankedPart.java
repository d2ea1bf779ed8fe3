package org.broadsheet.engine;

import org.broadsheet.query.ArticleQuery;

/**
 * A part of what the words of a query add to an article's score. The score is the sum of all parts.
 *
 * @param <Q> the queries of the engine
 * @param kind which line of the formula of {@link org.broadsheet.field.Ranking} it stands for
 * @param asked the part of the query that it comes from, or null where it comes from all of it
 * @param query what matches it, each match with what it adds to the score
 * @param effect what it means for an article to match
 */
public record RankedPart<Q>(Kind kind, ArticleQuery asked, Q query, Effect effect) {

    /** A line of the formula. */
    public enum Kind {
        CONDITION, NEIGHBOURS, WHOLE_TITLE
    }

    /** Whether an article must match, must not, or is only better for it. */
    public enum Effect {
        REQUIRED, EXCLUDING, FAVOURING
    }

    /** Whether it can add to the score. */
    public boolean ranks() {
        return effect == Effect.FAVOURING || effect == Effect.REQUIRED && asked != null;
    }
}
