package org.broadsheet.search;

import java.util.Locale;

import org.broadsheet.field.ArticleField;

/** The order of the hits. Ties are broken by the articles' ids, so that every order is a total one. */
public enum SortOrder {
    /** Best first; newest first where nothing is asked for that could rank. */
    RELEVANCE(null, true),
    /** Latest date first; articles without a date last. */
    NEWEST(ArticleField.DATE, true),
    /** Earliest date first; articles without a date last. */
    OLDEST(ArticleField.DATE, false),
    /** Highest quality first; articles without one last. */
    QUALITY(ArticleField.QUALITY, true),
    /** Highest heat first (-1, none measured, comes after 0); articles without a value last. */
    HEAT(ArticleField.HEAT, true);

    private final ArticleField field;
    private final boolean descending;

    SortOrder(ArticleField field, boolean descending) {
        this.field = field;
        this.descending = descending;
    }

    /** The field that is sorted by, or null for {@link #RELEVANCE}. */
    public ArticleField field() {
        return field;
    }

    public boolean descending() {
        return descending;
    }

    /** Its name in a request, such as {@code newest}. */
    public String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }
}
