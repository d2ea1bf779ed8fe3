package org.broadsheet.query;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.broadsheet.field.ArticleField;

import static java.util.stream.Collectors.joining;

/**
 * What may stand before a colon.
 *
 * @param name as a query prints it
 * @param field null only for names that are not those of a field ({@code before}, {@code after})
 * @param values reads what follows the colon, empty if it makes no sense; null where words follow
 * @param example of what may follow
 */
record QueryField(String name, ArticleField field, Function<String, Optional<ArticleQuery>> values, String example) {

    private static final Map<String, QueryField> ALL = new HashMap<>();

    static {
        ArticleField.searchable().forEach(field -> put(new QueryField(field.queryName(), field, null, null)));
        Stream.of(ArticleField.QUALITY, ArticleField.HEAT)
                .forEach(field -> put(new QueryField(field.queryName(), field,
                        value -> NumberRange.parse(value).map(range -> new ArticleQuery.NumberIn(field, range)),
                        "a number or a range such as 50..100 or >=50")));
        putDate("date", DateRange::parse, "a day, month, year or range such as 2021-04-01..2021-04-30 or >=2021");
        putDate("before", value -> DateRange.parse("<" + value), "a day, month or year such as 2021-04-30");
        putDate("after", value -> DateRange.parse(">" + value), "a day, month or year such as 2021-04-30");
        put(new QueryField("published", ArticleField.PUBLISHED, QueryField::published, "true or false"));
        // Other names that people, front matter and other searches have for the same.
        Map.of("topics", "topic", "tag", "topic", "tags", "topic", "source", "provider", "site", "domain")
                .forEach((other, name) -> ALL.put(other, ALL.get(name)));
    }

    /** By its name in any case; null if there is none of that name. */
    static QueryField find(String name) {
        return ALL.get(name.toLowerCase(Locale.ROOT));
    }

    /** The names of all fields, for a reader who asked for one that is not there. */
    static String names() {
        return ALL.values().stream().map(QueryField::name).distinct().sorted().collect(joining(", "));
    }

    /** Whether words follow the colon, and not a value that is read as a whole. */
    boolean hasWords() {
        return values == null;
    }

    /** Why the text is no value of this field, as the rest of a sentence. */
    String whyNot(String value) {
        boolean backwards = RangeText.read(value)
                .filter(range -> range.low().isPresent() && range.high().isPresent())
                .flatMap(range -> values.apply(range.high().get() + ".." + range.low().get()))
                .isPresent();
        if (backwards) {
            return "the range ends before it begins.";
        }
        boolean dateLike = field == ArticleField.DATE && value.indexOf('-') > 0
                && value.chars().allMatch(c -> c >= '0' && c <= '9' || "-.<>=".indexOf(c) >= 0);
        return (dateLike ? "there is no such date. " : "") + name + ": takes " + example + ".";
    }

    private static void putDate(String name, Function<String, Optional<DateRange>> reader, String example) {
        put(new QueryField(name, ArticleField.DATE, value -> reader.apply(value).map(ArticleQuery.DateIn::new),
                example));
    }

    private static void put(QueryField field) {
        ALL.put(field.name.toLowerCase(Locale.ROOT), field);
    }

    private static Optional<ArticleQuery> published(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true" -> Optional.of(new ArticleQuery.Published(true));
            case "false" -> Optional.of(new ArticleQuery.Published(false));
            default -> Optional.empty();
        };
    }
}
