package org.broadsheet.search;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

import org.broadsheet.article.Article;
import org.broadsheet.query.DateRange;
import org.broadsheet.query.NumberRange;

/** Counts one facet of the articles that match all but its own selection. */
final class NaiveFacets {

    private static final Comparator<Facet.ValueCount> MOST_FREQUENT_FIRST = Comparator
            .comparingLong(Facet.ValueCount::count)
            .reversed()
            .thenComparing(Facet.ValueCount::value);

    private NaiveFacets() {}

    static Facet count(FacetName facet, List<Article> matches, Filters filters) {
        return switch (facet) {
            case DATE -> dates(matches, filters.dates());
            case QUALITY -> qualities(matches, filters.quality());
            case PROVIDER, TOPIC, TYPE, CATEGORY -> values(facet, matches, filters.selection(facet));
        };
    }

    /** All values with a match, most frequent first, then by value. */
    static List<Facet.ValueCount> counts(FacetName facet, List<Article> matches, Filters.Selection chosen) {
        Map<String, Long> counts = new TreeMap<>();
        for (Article article : matches) {
            new LinkedHashSet<>(facet.field().strings(article)).forEach(value -> counts.merge(value, 1L, Long::sum));
        }
        return counts.entrySet()
                .stream()
                .map(entry -> counted(entry.getKey(), entry.getValue(), chosen))
                .sorted(MOST_FREQUENT_FIRST)
                .toList();
    }

    private static Facet.ValueCount counted(String value, long count, Filters.Selection chosen) {
        return new Facet.ValueCount(value, count, chosen.included().contains(value),
                chosen.excluded().contains(value));
    }

    private static Facet values(FacetName facet, List<Article> matches, Filters.Selection chosen) {
        List<Facet.ValueCount> all = counts(facet, matches, chosen);
        Set<String> unmatched = new LinkedHashSet<>(chosen.included());
        unmatched.addAll(chosen.excluded());
        List<Facet.ValueCount> listed = new ArrayList<>();
        long other = 0;
        int unchosen = 0;
        for (Facet.ValueCount value : all) {
            unmatched.remove(value.value());
            if (value.selected() || value.excluded() || unchosen++ < Facet.Values.UNCHOSEN) {
                listed.add(value);
            } else {
                other += value.count();
            }
        }
        unmatched.forEach(value -> listed.add(counted(value, 0, chosen)));
        listed.sort(MOST_FREQUENT_FIRST);
        return new Facet.Values(listed, other, without(facet, matches));
    }

    private static long without(FacetName facet, List<Article> matches) {
        return matches.stream().filter(article -> facet.field().strings(article).isEmpty()).count();
    }

    private static Facet dates(List<Article> matches, DateRange chosen) {
        List<LocalDate> days = matches.stream()
                .map(Article::publishedDateTime)
                .filter(Objects::nonNull)
                .map(instant -> instant.atZone(ZoneOffset.UTC).toLocalDate())
                .sorted()
                .toList();
        if (days.isEmpty()) {
            return new Facet.Dates(Facet.Interval.DAY, List.of(), matches.size());
        }
        Facet.Interval interval = interval(days.getFirst(), days.getLast());
        Map<LocalDate, Long> counts = new TreeMap<>();
        days.forEach(day -> counts.merge(first(interval, day), 1L, Long::sum));
        List<Facet.DateBucket> buckets = counts.entrySet().stream().map(entry -> {
            LocalDate from = entry.getKey();
            LocalDate to = last(interval, from);
            boolean selected = DateRange.ofDays(from, to).equals(chosen);
            return new Facet.DateBucket(from, to, entry.getValue(), selected);
        }).toList();
        return new Facet.Dates(interval, buckets, matches.size() - days.size());
    }

    private static Facet.Interval interval(LocalDate first, LocalDate last) {
        if (last.isAfter(first.plusYears(2))) {
            return Facet.Interval.YEAR;
        }
        return last.isAfter(first.plusMonths(2)) ? Facet.Interval.MONTH : Facet.Interval.DAY;
    }

    private static LocalDate first(Facet.Interval interval, LocalDate day) {
        return switch (interval) {
            case YEAR -> day.withDayOfYear(1);
            case MONTH -> day.withDayOfMonth(1);
            case DAY -> day;
        };
    }

    private static LocalDate last(Facet.Interval interval, LocalDate first) {
        return switch (interval) {
            case YEAR -> first.plusYears(1).minusDays(1);
            case MONTH -> first.plusMonths(1).minusDays(1);
            case DAY -> first;
        };
    }

    private static Facet qualities(List<Article> matches, NumberRange chosen) {
        List<NumberRange> ranges = List.of(new NumberRange(0, 24), new NumberRange(25, 49), new NumberRange(50, 74),
                new NumberRange(75, 99), new NumberRange(100, null));
        List<Facet.RangeBucket> buckets = ranges.stream().map(range -> {
            long count = matches.stream().filter(article -> range.contains(article.quality())).count();
            return new Facet.RangeBucket(range.min(), range.max(), count, range.equals(chosen));
        }).toList();
        return new Facet.Ranges(buckets, matches.stream().filter(article -> article.quality() == null).count());
    }
}
