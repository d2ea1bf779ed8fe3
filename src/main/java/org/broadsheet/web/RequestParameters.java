package org.broadsheet.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.broadsheet.query.DateRange;
import org.broadsheet.query.NumberRange;
import org.broadsheet.search.Cursor;
import org.broadsheet.search.FacetName;
import org.broadsheet.search.Filters;
import org.broadsheet.search.InvalidRequestException;
import org.broadsheet.search.InvalidRequestException.Problem;
import org.broadsheet.search.SearchRequest;
import org.broadsheet.search.SortOrder;

import static java.util.stream.Collectors.joining;

/**
 * The parameters of a search: {@code q}, {@code provider}, {@code topic}, {@code type}, {@code category},
 * {@code published}, {@code from}, {@code to}, {@code quality}, {@code heat}, {@code sort}, {@code page}, {@code size},
 * {@code cursor}, {@code facets} and {@code explain}.
 *
 * <p>A program is told of every mistake ({@link #strict}); a person gets an answer and a notice ({@link #lenient}).
 */
public final class RequestParameters {

    private static final Pattern RANGE = Pattern.compile("(-?[0-9]{1,9})?\\.\\.(-?[0-9]{1,9})?");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    /**
     * A search as far as its parameters could be read.
     *
     * @param problems what was left out, and why; empty if nothing was
     */
    record Lenient(SearchRequest request, List<Problem> problems) {}

    private RequestParameters() {}

    /**
     * Reads the parameters of a search.
     *
     * @param parameters by name, each with its values as typed
     * @throws InvalidRequestException naming every parameter that is unknown, repeated or has a bad value
     */
    public static SearchRequest strict(Map<String, List<String>> parameters) {
        ParameterReader reader = new ParameterReader(parameters);
        SearchRequest request = search(reader);
        reader.refuseProblems();
        return request;
    }

    /** Reads the parameters of a search, leaving out what is wrong. */
    static Lenient lenient(Map<String, List<String>> parameters) {
        ParameterReader reader = new ParameterReader(parameters);
        SearchRequest request = search(reader);
        return new Lenient(request, reader.problems());
    }

    private static SearchRequest search(ParameterReader reader) {
        String text = reader.text("q", "");
        Filters filters = filters(reader);
        SortOrder sort = reader.read("sort", RequestParameters::sort, SortOrder.RELEVANCE);
        int page = reader.number("page", 1, Integer.MAX_VALUE, 1);
        int size = reader.number("size", 0, SearchRequest.LARGEST, SearchRequest.DEFAULT_SIZE);
        String cursor = cursor(reader);
        Set<FacetName> facets = facets(reader);
        boolean explain = reader.flag("explain", false);
        try {
            return new SearchRequest(text, filters, sort, page, size, cursor, facets, explain);
        } catch (InvalidRequestException e) {
            e.problems().forEach(problem -> reader.problem(problem.parameter(), problem.detail()));
            return new SearchRequest(text, filters, sort, 1, size, null, facets, explain);
        }
    }

    /** What a search is narrowed to. */
    static Filters filters(ParameterReader reader) {
        Map<FacetName, Filters.Selection> selections = new EnumMap<>(FacetName.class);
        for (FacetName facet : FacetName.values()) {
            List<String> values = facet.hasValues() ? reader.all(facet.parameter()) : List.of();
            if (!values.isEmpty()) {
                Filters.Selection selection = selection(reader, facet.parameter(), values);
                if (!selection.isEmpty()) {
                    selections.put(facet, selection);
                }
            }
        }
        return new Filters(selections, dates(reader), reader.read("quality", RequestParameters::range, null),
                reader.read("heat", RequestParameters::range, null), reader.flag("published", null));
    }

    /** Values chosen, and those left out, which bear a leading hyphen. */
    private static Filters.Selection selection(ParameterReader reader, String name, List<String> values) {
        Set<String> included = new LinkedHashSet<>();
        Set<String> excluded = new LinkedHashSet<>();
        for (String value : values) {
            if (!value.startsWith("-")) {
                included.add(value);
            } else if (value.length() > 1) {
                excluded.add(value.substring(1));
            } else {
                reader.problem(name, "- excludes no value: put one after it");
            }
        }
        return new Filters.Selection(included, excluded);
    }

    private static DateRange dates(ParameterReader reader) {
        Instant from = reader.read("from", text -> moment(text, false), null);
        Instant before = reader.read("to", text -> moment(text, true), null);
        if (from != null && before != null && !from.isBefore(before)) {
            reader.problem("from", reader.all("from").getFirst() + " is after to, " + reader.all("to").getFirst());
            return null;
        }
        return from == null && before == null ? null : new DateRange(from, before);
    }

    /**
     * A day or an instant.
     *
     * @param end whether the first moment after it is meant: the next day, or the next of the milliseconds that dates
     *        are kept in, so that both ends of a range belong to it
     */
    private static Instant moment(String text, boolean end) {
        try {
            if (DAY.matcher(text).matches()) {
                LocalDate day = LocalDate.parse(text);
                return (end ? day.plusDays(1) : day).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            if (text.matches("[0-9]{4}-.*")) { // no years that only a parser could think of
                // A plus sign that was not encoded arrives as a space.
                Instant instant = OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
                return end ? instant.plusMillis(1) : instant;
            }
        } catch (DateTimeException e) {
            // As wrong as text without any date.
        }
        throw new IllegalArgumentException(
                "is neither a date like 2021-04-30 nor an instant like 2021-04-30T12:00:00Z");
    }

    private static NumberRange range(String text) {
        Matcher matcher = RANGE.matcher(text);
        if (matcher.matches() && text.length() > 2) {
            Integer min = matcher.group(1) == null ? null : Integer.valueOf(matcher.group(1));
            Integer max = matcher.group(2) == null ? null : Integer.valueOf(matcher.group(2));
            if (min == null || max == null || min <= max) {
                return new NumberRange(min, max);
            }
            throw new IllegalArgumentException("ends before it begins");
        }
        throw new IllegalArgumentException("is not a range like 50.., ..80 or 50..80");
    }

    private static SortOrder sort(String text) {
        return oneOf(text, Arrays.asList(SortOrder.values()), SortOrder::parameter);
    }

    private static String cursor(ParameterReader reader) {
        return reader.read("cursor", text -> {
            if (!reader.all("page").isEmpty()) {
                throw new IllegalArgumentException("cannot be combined with page");
            }
            try {
                Cursor.decode(text);
            } catch (InvalidRequestException e) {
                throw new IllegalArgumentException("is not the \"next\" of an earlier answer: start again without it");
            }
            return text;
        }, null);
    }

    /** All unless told; none where the parameter is there and empty. */
    private static Set<FacetName> facets(ParameterReader reader) {
        if (reader.has("facets") && reader.all("facets").isEmpty()) {
            return EnumSet.noneOf(FacetName.class);
        }
        return reader.read("facets", text -> {
            Set<FacetName> names = EnumSet.noneOf(FacetName.class);
            for (String name : text.split(",")) {
                names.add(oneOf(name.strip(), Arrays.asList(FacetName.values()), FacetName::parameter));
            }
            return names;
        }, EnumSet.allOf(FacetName.class));
    }

    private static <T> T oneOf(String text, List<T> choices, Function<T, String> name) {
        return choices.stream()
                .filter(choice -> name.apply(choice).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "is none of " + choices.stream().map(name).collect(joining(", "))));
    }
}
