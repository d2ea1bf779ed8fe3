package org.broadsheet.search;

import java.util.Locale;

import org.broadsheet.field.ArticleField;

/** The facets of an answer. */
public enum FacetName {
    PROVIDER(ArticleField.PROVIDER),
    TOPIC(ArticleField.TOPIC),
    TYPE(ArticleField.TYPE),
    CATEGORY(ArticleField.CATEGORY),
    DATE(ArticleField.DATE),
    QUALITY(ArticleField.QUALITY);

    private final ArticleField field;

    FacetName(ArticleField field) {
        this.field = field;
    }

    /** The field whose values are counted. */
    public ArticleField field() {
        return field;
    }

    /** Whether single values are counted, which can be chosen by name; else ranges are. */
    public boolean hasValues() {
        return field.value() == ArticleField.Value.KEYWORD;
    }

    /** Its name in a request and an answer, such as {@code provider}. */
    public String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }
}
